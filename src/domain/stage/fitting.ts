/**
 * *Make it fit*: what has not begun, and the buffer, divided anew so that the meeting ends when it is to. Whatever is
 * short is taken from the buffer before anything is dropped, and never from decide or close below their floors.
 */
import type { SegmentId } from '#protocol/ids.ts';
import { floorMinutes, floorSum } from '../agenda/floors.ts';
import { fitSegments, leastMinutes } from '../agenda/fit-segments.ts';
import type { Segment } from '../agenda/segment.ts';
import { partsAsSet, totalAsSetMs, weighed, withRoundsAsSet } from './as-set.ts';
import { bufferLeftMs, plannedTotalMs, remainingMs } from './budget.ts';
import { minuteMs } from './clock.ts';
import { planEnd } from './forecast.ts';
import { segmentOf } from './gathering.ts';
import { msToEnd } from './lateness.ts';
import { hasBegun } from './plan.ts';
import type { StageState } from './state.ts';

export type Fit = FittedPlan | TooFull;

/** The whole agenda as it would be. */
export interface FittedPlan {
  readonly fits: true;
  readonly segments: readonly Segment[];
  /** Of those that have not begun, ms. */
  readonly budgets: Readonly<Record<SegmentId, number>>;
  /** As it would be kept, ms: what is being overrun now is still in it. */
  readonly bufferMs: number;
  /** What there would be no time for at all. Nothing is dropped unless a facilitator agrees. */
  readonly dropped: readonly SegmentId[];
}

export interface TooFull {
  readonly fits: false;
  /** What there is, and what is needed even at the shortest, minutes. */
  readonly minutes: number;
  readonly leastMinutes: number;
}

/**
 * Before the start the buffer keeps its share of the plan; afterwards it is there to be used first, and to come back
 * last. It never grows beyond what was set.
 */
export function fitPlan(state: StageState, now: number): Fit {
  return state.phase === 'lobby' ? fitToGoal(state) : fitRest(state, now);
}

/** The plan for a start that is late and keeps the announced end: the buffer pays first. */
export function fitLateStart(state: StageState, now: number): Fit {
  const leftMs = msToEnd(state, now);
  const overMs = Math.max(0, plannedTotalMs(state) - leftMs);
  const bufferMs = Math.max(0, state.bufferMs - overMs);
  if (overMs <= state.bufferMs) return unchanged(state, bufferMs);
  return divide(state, withRoundsAsSet(state, state.segments), leftMs, bufferMs);
}

/** So much kept free: only what is too much beside it is taken from parts, and none goes or loses a round for it. */
export function fitBeside(state: StageState, bufferMs: number, now: number): Fit {
  const { ahead, availableMs, aheadMs } = timeAhead(state, now);
  const restMs = Math.max(0, availableMs - bufferLeftMs({ ...state, bufferMs }, now));
  if (aheadMs <= restMs) return unchanged(state, bufferMs);
  const minutes = Math.floor(restMs / minuteMs);
  const least = floorSum(ahead);
  if (least > minutes) return { fits: false, minutes, leastMinutes: least };
  return divide(state, ahead, restMs, bufferMs);
}

/** Whether it would change anything. */
export function changesPlan(state: StageState, fitted: FittedPlan): boolean {
  return (
    fitted.bufferMs !== state.bufferMs ||
    fitted.dropped.length > 0 ||
    fitted.segments.some(({ id, rounds }) => segmentOf(state, id)?.rounds !== rounds) ||
    Object.entries(fitted.budgets).some(([id, ms]) => state.runs[id]?.budgetMs !== ms)
  );
}

function fitToGoal(state: StageState): Fit {
  const { minutes, asSet } = state;
  const segments = partsAsSet(state);
  const totalMs = totalAsSetMs(state);
  if (totalMs === minutes * minuteMs && areWorthHolding(segments)) {
    return asItWasSet(state, segments, asSet.bufferMs);
  }
  const share = totalMs === 0 ? 0 : Math.round((minutes * asSet.bufferMs) / totalMs);
  const mostFree = Math.floor(asSet.bufferMs / minuteMs);
  const buffer = Math.max(0, Math.min(share, mostFree, minutes - floorSum(segments)));
  return divide(state, segments, (minutes - buffer) * minuteMs, buffer * minuteMs);
}

/**
 * What has begun keeps what it has left. All else follows from the plan as it was set and not from what an earlier fit
 * made of it: other lengths between lead back to the same plan.
 */
function fitRest(state: StageState, now: number): Fit {
  const { ahead, availableMs } = timeAhead(state, now);
  const { asSet } = state;
  const segments = partsAsSet(state, ahead);
  const partsMs = sum(segments.map(({ minutes }) => minutes * minuteMs));
  const neededMs = Math.max(partsMs, floorSum(segments) * minuteMs);
  const leftMs = bufferLeftMs({ ...state, bufferMs: asSet.bufferMs }, now);
  const keptMs = Math.min(leftMs, Math.max(0, availableMs - neededMs));
  const bufferMs = asSet.bufferMs - leftMs + keptMs;
  if (ahead.length === 0) return unchanged(state, bufferMs);
  const isAsSet = availableMs === partsMs + keptMs && areWorthHolding(segments);
  if (isAsSet) return asItWasSet(state, segments, bufferMs);
  return divide(state, segments, availableMs - keptMs, bufferMs);
}

function areWorthHolding(segments: readonly Segment[]): boolean {
  return segments.every((segment) => segment.minutes >= floorMinutes(segment));
}

/** Of the whole agenda, or of what has not begun. */
function asItWasSet(state: StageState, parts: readonly Segment[], bufferMs: number): FittedPlan {
  const set = new Map(parts.map((segment) => [segment.id, segment]));
  const budgets = Object.fromEntries(parts.map(({ id, minutes }) => [id, minutes * minuteMs]));
  const segments = state.segments.map((segment) => set.get(segment.id) ?? segment);
  return { fits: true, segments, budgets, bufferMs, dropped: [] };
}

/** What has not begun, the time there is for it and for the buffer, and what it takes as it is. */
function timeAhead(state: StageState, now: number) {
  const ahead = state.segments.filter(({ id }) => !hasBegun(state, id));
  const begun = state.segments.filter((segment) => !ahead.includes(segment));
  const end = state.phase === 'lobby' ? now + state.minutes * minuteMs : (planEnd(state) ?? now);
  const takesMs = (segments: readonly Segment[]) =>
    sum(segments.map((segment) => remainingMs(state, segment, now)));
  return { ahead, availableMs: Math.max(0, end - now - takesMs(begun)), aheadMs: takesMs(ahead) };
}

/** Whole minutes in proportion to their weights; what is left of a minute goes to the longest. */
function divide(state: StageState, movable: readonly Segment[], availableMs: number, bufferMs: number): Fit {
  const minutes = Math.floor(availableMs / minuteMs);
  const fitted = fitSegments(weighed(state, movable), minutes);
  if (!fitted || (fitted.length === 0 && movable.length > 0)) {
    return { fits: false, minutes, leastMinutes: leastMinutes(movable) };
  }
  const restMs = availableMs - minutes * minuteMs;
  const longest = Math.max(...fitted.map((segment) => segment.minutes));
  const last = fitted.find((segment) => segment.minutes === longest);
  const budgetOf = (segment: Segment) => segment.minutes * minuteMs + (segment === last ? restMs : 0);
  const kept = new Map(
    fitted.map((segment) => [segment.id, { ...segment, minutes: Math.round(budgetOf(segment) / minuteMs) }]),
  );
  const dropped = movable.map(({ id }) => id).filter((id) => !kept.has(id));
  const segments = state.segments.flatMap((segment) => {
    if (dropped.includes(segment.id)) return [];
    return [kept.get(segment.id) ?? segment];
  });
  const budgets = Object.fromEntries(fitted.map((segment) => [segment.id, budgetOf(segment)]));
  return { fits: true, segments, budgets, bufferMs, dropped };
}

function unchanged({ segments }: StageState, bufferMs: number): FittedPlan {
  return { fits: true, segments, budgets: {}, bufferMs, dropped: [] };
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((all, one) => all + one, 0);
}
