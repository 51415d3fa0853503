/** What the facilitator needs now and then. Only what can be done at this moment is listed. */
import Clock from '@lucide/svelte/icons/clock-plus';
import DoorClosed from '@lucide/svelte/icons/door-closed';
import Eye from '@lucide/svelte/icons/eye';
import PenLine from '@lucide/svelte/icons/pen-line';
import RotateCcw from '@lucide/svelte/icons/rotate-ccw';
import SkipForward from '@lucide/svelte/icons/skip-forward';
import Split from '@lucide/svelte/icons/split';
import type { RoundMode } from '#domain/agenda/segment.ts';
import { turnOn } from '#domain/stage/discussions.ts';
import { gatherOf } from '#domain/stage/gathering.ts';
import type { StageState } from '#domain/stage/state.ts';
import type { Command } from '#protocol/commands.ts';
import { stageOf } from '$lib/components/room/context.ts';
import type { RoomView } from '$lib/room/room-view.svelte.ts';
import { dock as words } from '$lib/text/dock.ts';
import type { MenuItem } from '$lib/ui/menu-item.ts';
import { leadingTo } from './leading-to.ts';
import { nextStep } from './next-step.ts';
import { topicAhead } from './topic-ahead.ts';
import { chosenMode, isModeOpen, roundModes } from './round-mode.ts';

/** What an item does: a command as it is, or one that asks something first. */
export interface Does {
  readonly ask: (command: Command) => void;
  /** By five minutes. */
  readonly extend: () => void;
  readonly reveal: () => void;
  readonly skip: () => void;
}

export function menuItems(stage: StageState, { ask, extend, reveal, skip }: Does): MenuItem[] {
  const writes: MenuItem = {
    label: words.iWrite,
    icon: PenLine,
    checked: stage.facilitatorWrites,
    onselect: () => ask({ type: 'setFacilitatorWrites', writes: !stage.facilitatorWrites }),
  };
  if (stage.phase === 'lobby') return [...lensItems(stage, ask), writes];
  const step = nextStep(stage);
  const repeat: MenuItem = {
    label: words.repeat,
    icon: RotateCcw,
    onselect: () => ask({ type: 'repeatSegment' }),
  };
  const past: MenuItem = { label: words.skip, icon: SkipForward, onselect: skip };
  const again: MenuItem = { label: words.revealAgain, icon: Eye, onselect: reveal };
  const longer: MenuItem = {
    label: words.plusFive,
    icon: Clock,
    onselect: extend,
  };
  return [
    // A topic gets two minutes more, then one.
    ...(turnOn(stage) ? [] : [longer]),
    repeat,
    ...(step.ahead.kind === 'end' ? [] : [past]),
    ...(step.revealable !== null && !step.isRevealDue && !step.mayRevealAgain ? [again] : []),
    ...lensItems(stage, ask),
    writes,
  ];
}

/** While topics are to come the button leads to them, and the way on from all of them is in the menu. */
export function wayOut(room: RoomView, { leave, close }: Record<'leave' | 'close', () => void>): MenuItem[] {
  const stage = stageOf(room);
  if (!topicAhead(stage, room.topics.all)) return [];
  const { ahead } = nextStep(stage);
  if (ahead.kind === 'end') return [{ label: words.closeRoom, icon: DoorClosed, onselect: close }];
  return [{ label: leadingTo(ahead), icon: SkipForward, onselect: leave }];
}

/** How the next round will run, in the segment that is on or else in the next one that has such a round to come. */
function lensItems(stage: StageState, ask: (command: Command) => void): MenuItem[] {
  const from = stage.segments.findIndex(({ id }) => id === stage.current);
  const segment = stage.segments.slice(Math.max(0, from)).find(({ id }) => isModeOpen(stage, id));
  if (!segment) return [];
  return roundModes.map((mode) => ({
    label: segment.id === stage.current ? modeLabel(stage, mode) : words.ahead(segment.title, words[mode]),
    icon: Split,
    checked: chosenMode(stage, segment.id) === mode,
    onselect: () => ask({ type: 'setRoundMode', segment: segment.id, mode }),
  }));
}

/** Nobody's lens changes inside a round: another way than that of the one that is on waits for the next. */
function modeLabel(stage: StageState, mode: RoundMode): string {
  const round = gatherOf(stage, stage.current)?.rounds.at(-1);
  return round && round.mode !== mode ? words.fromNextRound(words[mode]) : words[mode];
}
