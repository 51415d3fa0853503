/** How much of the plan a segment still has. All in ms. */
import { floorMinutes, isProtected } from '../agenda/floors.ts';
import type { SegmentId } from '#protocol/ids.ts';
import type { Segment } from '../agenda/segment.ts';
import { leftMs, minuteMs } from './clock.ts';
import { allTurns } from './discussions.ts';
import { allRounds } from './gathering.ts';
import type { SegmentRun, StageState } from './state.ts';

export interface Payer {
  readonly segment: string;
  readonly ms: number;
}

/** Rounds or turns of topics, each with a part of the segment's budget; null where a segment is one whole. */
export type Parts = readonly { readonly budgetMs: number }[] | null;

export function partsOf(state: Pick<StageState, 'gathers' | 'discussions'>, segment: SegmentId): Parts {
  const gather = state.gathers[segment];
  if (gather) return allRounds(gather);
  const discussion = state.discussions[segment];
  if (!discussion || discussion.turns.length === 0) return null;
  return [...allTurns(discussion), { budgetMs: discussion.withoutMs }];
}

/** The part of the budget that no round or topic has been given yet; 0 for a segment that is one whole. */
export function futureMs(run: SegmentRun, parts: Parts): number {
  if (!parts) return 0;
  return Math.max(0, run.budgetMs - givenMs(parts));
}

/** What rounds or topics have been given so far. */
export function givenMs(parts: Parts): number {
  return (parts ?? []).reduce((sum, part) => sum + part.budgetMs, 0);
}

/** What rounds or topics to come still have. A topic that takes too long takes it from them; rounds keep theirs. */
export function aheadMs(state: StageState, segment: SegmentId, now: number): number {
  const run = state.runs[segment];
  if (!run) return 0;
  const overMs = state.discussions[segment] ? Math.max(0, -(leftMs(state.clock, now) ?? 0)) : 0;
  return Math.max(0, futureMs(run, partsOf(state, segment)) - overMs);
}

/** The part of the budget that has not been used up; 0 once it is over. Only for segments that do not run now. */
export function unspentMs(run: SegmentRun, parts: Parts): number {
  if (run.leftMs === null) return run.budgetMs;
  return Math.max(0, run.leftMs) + futureMs(run, parts);
}

/** What entering the segment gives: all of it the first time, afterwards what was left, at least one minute. */
export function stayMs(run: SegmentRun, parts: Parts): number {
  if (run.leftMs === null) return run.budgetMs;
  return Math.max(minuteMs, run.leftMs) + futureMs(run, parts);
}

/** What the segment will still take by the plan: nothing once it is done. */
export function remainingMs(state: StageState, segment: Segment, now: number): number {
  const run = state.runs[segment.id];
  const parts = partsOf(state, segment.id);
  if (!run) return 0;
  switch (run.status) {
    case 'waiting':
      return stayMs(run, parts);
    case 'active':
      return Math.max(0, leftMs(state.clock, now) ?? 0) + aheadMs(state, segment.id, now);
    case 'done':
    case 'skipped':
      return 0;
  }
}

/** What runs over its time by now, and no topic to come can make good. */
export function overrunMs(state: StageState, now: number): number {
  const { current } = state;
  const run = current === null ? undefined : state.runs[current];
  if (current === null || !run) return 0;
  const overMs = Math.max(0, -(leftMs(state.clock, now) ?? 0));
  return state.discussions[current] ? Math.max(0, overMs - futureMs(run, partsOf(state, current))) : overMs;
}

/** What is still kept free: whatever runs over takes it up first. */
export function bufferLeftMs(state: StageState, now: number): number {
  return Math.max(0, state.bufferMs - overrunMs(state, now));
}

/**
 * What the meeting is to take by the plan as it stands: what all segments are given, those that are over included, and
 * what is kept free. An edit changes it by what the edit says; anything else only by what nobody pays.
 */
export function plannedTotalMs(state: Pick<StageState, 'segments' | 'runs' | 'bufferMs'>): number {
  return state.segments.reduce((sum, { id }) => sum + (state.runs[id]?.budgetMs ?? 0), state.bufferMs);
}

/** What the segment can give away and still be worth holding. Decide and close give nothing. */
export function slackMs(state: StageState, segment: Segment): number {
  const run = state.runs[segment.id];
  if (run?.status !== 'waiting' || isProtected(segment)) return 0;
  return Math.max(0, spareMs(state, segment, run));
}

/** What topics to come can give to the one that is on, and still leave one of them a minute. */
export function topicSlackMs(state: StageState, now: number): number {
  const { current } = state;
  if (current === null || !state.discussions[current]) return 0;
  return Math.max(0, aheadMs(state, current, now) - minuteMs);
}

function spareMs(state: StageState, segment: Segment, run: SegmentRun): number {
  const floorMs = floorMinutes(segment) * minuteMs;
  const parts = partsOf(state, segment.id);
  const gather = state.gathers[segment.id];
  if (run.leftMs === null) return run.budgetMs - floorMs;
  if (!parts) return Math.min(run.budgetMs - floorMs, run.leftMs - minuteMs);
  if (!gather) return futureMs(run, parts) - minuteMs;
  const roundsLeft = Math.max(0, gather.roundsDue - gather.rounds.length);
  return futureMs(run, parts) - (floorMs / segment.rounds) * roundsLeft;
}
