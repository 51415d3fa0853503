/**
 * How long the meeting takes in all, what of it is kept free, and what a part has. Each is one number for everybody: it
 * is changed only from what was seen, and where somebody else was faster both are told and theirs stands until somebody
 * chooses.
 */
import { tenthOf } from '#domain/agenda/free-minutes.ts';
import { bufferLeftMs } from '#domain/stage/budget.ts';
import { minuteMs } from '#domain/stage/clock.ts';
import { segmentOf } from '#domain/stage/gathering.ts';
import type { StageState } from '#domain/stage/state.ts';
import type { Command } from '#protocol/commands.ts';
import type { SegmentId } from '#protocol/ids.ts';
import { amendStage, askStage } from '$lib/components/room/ask-stage.ts';
import { stageOf } from '$lib/components/room/context.ts';
import type { RoomView } from '$lib/room/room-view.svelte.ts';
import { agenda as words } from '$lib/text/agenda.ts';
import { refusalInWords } from '$lib/text/refusals.ts';
import { ui } from '$lib/text/ui.ts';
import { showToast } from '$lib/ui/toasts.svelte.ts';
import { bufferWithSpare } from './totals.ts';
import { undoably } from './undoable.ts';

interface WholeMinutes {
  readonly label: (stage: StageState) => string;
  /** What somebody has set; it does not move with the clock, nor with what is paid from it. */
  readonly basis: (stage: StageState) => number;
  /** As the field shows it; null where there is nothing to have minutes any more. */
  readonly shown: (stage: StageState, now: number) => number | null;
  readonly command: (minutes: number) => Command;
}

export const goal = {
  label: () => words.goal,
  basis: (stage) => stage.minutes,
  shown: (stage) => Math.round(stage.minutes),
  command: (minutes) => ({ type: 'setGoal', minutes }),
} satisfies WholeMinutes;

export const buffer = {
  label: () => words.buffer,
  basis: (stage) => stage.plannedBufferMs,
  shown: (stage, now) => Math.round(bufferLeftMs(stage, now) / minuteMs),
  command: (minutes) => ({ type: 'setBuffer', minutes }),
} satisfies WholeMinutes;

/** Extensions and fits set them as well: whoever began before one of these did not know of it. */
export function minutesOfPart(segment: SegmentId) {
  const given = (stage: StageState) => stage.runs[segment]?.budgetMs ?? 0;
  return {
    label: (stage) => segmentOf(stage, segment)?.title ?? '',
    basis: given,
    shown: (stage) => (segmentOf(stage, segment) ? Math.max(1, Math.round(given(stage) / minuteMs)) : null),
    command: (minutes) => ({ type: 'changeSegment', segment, change: { minutes } }),
  } satisfies WholeMinutes;
}

/** `seen` is its basis from when somebody began to set it. Resolves to whether it was done. */
export async function setWhole(
  room: RoomView,
  { label, basis, shown, command }: WholeMinutes,
  minutes: number,
  seen: number,
): Promise<boolean> {
  const { now } = room.clock;
  const isOpen = (stage: StageState) => basis(stage) === seen || shown(stage, now) === minutes;
  const ack = await room.amend((stage) => (isOpen(stage) ? command(minutes) : null));
  if (ack.ok) return true;
  const stage = stageOf(room);
  const theirs = shown(stage, now);
  if (ack.code !== 'conflict' || theirs === null || isOpen(stage)) {
    showToast({ words: refusalInWords(ack.code) });
    return false;
  }
  const run = () => void askStage(room, command(minutes));
  const said = words.minutesClash(label(stage), theirs, minutes);
  showToast({ words: said, action: { label: ui.keepMine, run } });
  return false;
}

/** A tenth of the meeting, from parts to come. */
export async function keepTenth(room: RoomView): Promise<void> {
  const { minutes: whole, plannedBufferMs } = stageOf(room);
  const minutes = tenthOf(whole);
  const isAsSeen = (stage: StageState) =>
    stage.minutes === whole && stage.plannedBufferMs === plannedBufferMs;
  const command = { type: 'setBuffer', minutes, fit: true } as const;
  await undoably(room, (stage) => (isAsSeen(stage) ? command : null), words.bufferKept(minutes));
}

/** What there is to spare, on top of the buffer. */
export async function keepSpare(room: RoomView): Promise<void> {
  const { now } = room.clock;
  const minutes = bufferWithSpare(stageOf(room), now);
  await amendStage(room, (stage) =>
    bufferWithSpare(stage, now) === minutes ? buffer.command(minutes) : null,
  );
}
