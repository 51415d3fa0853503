/** What the facilitator needs now and then. Only what can be done at this moment is listed. */
import Clock from '@lucide/svelte/icons/clock-plus';
import Eye from '@lucide/svelte/icons/eye';
import PenLine from '@lucide/svelte/icons/pen-line';
import RotateCcw from '@lucide/svelte/icons/rotate-ccw';
import SkipForward from '@lucide/svelte/icons/skip-forward';
import Split from '@lucide/svelte/icons/split';
import { gatherOf, mayBeParallel, segmentOf } from '#domain/stage/gathering.ts';
import type { StageState } from '#domain/stage/state.ts';
import type { Command } from '#protocol/commands.ts';
import { dock as words } from '$lib/text/dock.ts';
import type { MenuItem } from '$lib/ui/menu-item.ts';
import { nextStep } from './next-step.ts';

export function menuItems(
  stage: StageState,
  ask: (command: Command) => void,
  askReveal: () => void,
): MenuItem[] {
  const step = nextStep(stage);
  const repeat: MenuItem = {
    label: words.repeat,
    icon: RotateCcw,
    onselect: () => ask({ type: 'repeatSegment' }),
  };
  const skip: MenuItem = {
    label: words.skip,
    icon: SkipForward,
    onselect: () => ask({ type: 'skipSegment' }),
  };
  const again: MenuItem = { label: words.revealAgain, icon: Eye, onselect: askReveal };
  return [
    { label: words.plusFive, icon: Clock, onselect: () => ask({ type: 'extendTime', minutes: 5 }) },
    repeat,
    ...(step.ahead.kind === 'end' ? [] : [skip]),
    ...(step.revealable !== null && !step.isRevealDue && !step.mayRevealAgain ? [again] : []),
    ...lensItems(stage, ask),
    {
      label: words.iWrite,
      icon: PenLine,
      checked: stage.facilitatorWrites,
      onselect: () => ask({ type: 'setFacilitatorWrites', writes: !stage.facilitatorWrites }),
    },
  ];
}

/** How the next rounds run: in the gather segment that is on, or else in the next one with lenses. */
function lensItems(stage: StageState, ask: (command: Command) => void): MenuItem[] {
  const here = segmentOf(stage, stage.current);
  if (!here || here.lenses.length === 0 || !mayBeParallel(here)) return [];
  const mode = gatherOf(stage, here.id)?.mode;
  return (['parallel', 'distributed'] as const).map((choice) => ({
    label: words[choice],
    icon: Split,
    checked: mode === choice,
    onselect: () => ask({ type: 'setRoundMode', segment: here.id, mode: choice }),
  }));
}
