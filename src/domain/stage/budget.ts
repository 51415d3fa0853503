/** How much of the plan a segment still has. All in ms. */
import { floorMinutes, isProtected } from '../agenda/floors.ts';
import type { Segment } from '../agenda/segment.ts';
import { leftMs, minuteMs } from './clock.ts';
import type { Gather, SegmentRun, StageState } from './state.ts';

export interface Payer {
  readonly segment: string;
  readonly ms: number;
}

/** The part of the budget that no round has been given yet; 0 where there are no rounds. */
export function futureRoundsMs(run: SegmentRun, gather: Gather | undefined): number {
  if (!gather) return 0;
  const given = [...gather.earlier, ...gather.rounds].reduce((sum, round) => sum + round.budgetMs, 0);
  return Math.max(0, run.budgetMs - given);
}

/** The part of the budget that has not been used up; 0 once it is over. Only for segments that do not run now. */
export function unspentMs(run: SegmentRun, gather: Gather | undefined): number {
  if (run.leftMs === null) return run.budgetMs;
  return Math.max(0, run.leftMs) + futureRoundsMs(run, gather);
}

/** What entering the segment gives: all of it the first time, afterwards what was left, at least one minute. */
export function stayMs(run: SegmentRun, gather: Gather | undefined): number {
  if (run.leftMs === null) return run.budgetMs;
  return Math.max(minuteMs, run.leftMs) + futureRoundsMs(run, gather);
}

/** What the segment will still take by the plan: nothing once it is done. */
export function remainingMs(state: StageState, segment: Segment, now: number): number {
  const run = state.runs[segment.id];
  const gather = state.gathers[segment.id];
  if (!run) return 0;
  switch (run.status) {
    case 'waiting':
      return stayMs(run, gather);
    case 'active':
      return Math.max(0, leftMs(state.clock, now) ?? 0) + futureRoundsMs(run, gather);
    case 'done':
    case 'skipped':
      return 0;
  }
}

/** What the segment can give away and still be worth holding. Decide and close give nothing. */
export function slackMs(state: StageState, segment: Segment): number {
  const run = state.runs[segment.id];
  if (run?.status !== 'waiting' || isProtected(segment)) return 0;
  return Math.max(0, spareMs(segment, run, state.gathers[segment.id]));
}

function spareMs(segment: Segment, run: SegmentRun, gather: Gather | undefined): number {
  const floorMs = floorMinutes(segment) * minuteMs;
  if (run.leftMs === null) return run.budgetMs - floorMs;
  if (!gather) return Math.min(run.budgetMs - floorMs, run.leftMs - minuteMs);
  const roundsLeft = Math.max(0, gather.roundsDue - gather.rounds.length);
  return futureRoundsMs(run, gather) - (floorMs / segment.rounds) * roundsLeft;
}
