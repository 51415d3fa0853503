/**
 * The plan as somebody set it last. Fits start from it and not from one another, so that fitting down and up again
 * leads back to where it began.
 */
import type { SegmentId } from '#protocol/ids.ts';
import type { Segment } from '../agenda/segment.ts';
import { minuteMs } from './clock.ts';
import type { PlanAsSet } from './earlier-plans.ts';
import type { StageState } from './state.ts';

type Plan = Pick<StageState, 'segments' | 'bufferMs'>;

/** `weights` where the minutes are fitted already: those of the format, as planned for an hour. */
export function asOpened(
  { segments, bufferMs }: Plan,
  weights: Readonly<Record<SegmentId, number>> = {},
): PlanAsSet {
  return planAsSet(segments, bufferMs, ({ id, minutes }) => weights[id] ?? minutes);
}

/**
 * After a change by hand: what has other minutes now weighs beside the others what these say, also where the others
 * had been fitted to less time, or to more.
 */
export function withAsSet(before: StageState, after: StageState): StageState {
  if (numbersOf(before) === numbersOf(after)) return after;
  const minutes = new Map(before.segments.map((segment) => [segment.id, segment.minutes]));
  const kept = after.segments.filter((segment) => minutes.get(segment.id) === segment.minutes);
  const scale = weightOfOneMinute(before, kept);
  const weigh = (segment: Segment) =>
    kept.includes(segment) ? weightOf(before, segment) : hundredths(segment.minutes * scale);
  return { ...after, asSet: planAsSet(after.segments, bufferAsSetMs(before, after), weigh) };
}

/** After the buffer was set by hand: then it counts, also where it is just what a fit had left of it. */
export function withBufferAsSet(before: StageState, after: StageState): StageState {
  const set = withAsSet(before, after);
  return set.asSet.bufferMs === after.bufferMs ? set : { ...set, asSet: asSetBeside(before, after) };
}

/** Before the start it is a share of the parts, as they are set now. Afterwards it is what somebody last said of it. */
function bufferAsSetMs(before: StageState, after: StageState): number {
  const isItsOwn = after.phase !== 'lobby' && after.bufferMs === before.bufferMs;
  return isItsOwn ? before.asSet.bufferMs : after.bufferMs;
}

/** The plan that people know when they begin, whatever it was set for before. Rounds may still be given back. */
export function asAnnounced(state: StageState): PlanAsSet {
  const segments = withRoundsAsSet(state, state.segments);
  return planAsSet(segments, state.bufferMs, (segment) => weightOf(state, segment));
}

/** What was paid from the buffer stays paid: no fit brings it back. */
export function payFromBuffer(state: StageState, ms: number): StageState {
  if (ms === 0) return state;
  const asSet = { ...state.asSet, bufferMs: Math.max(0, state.asSet.bufferMs - ms) };
  return { ...state, bufferMs: state.bufferMs - ms, asSet };
}

/** A fit sets nothing, but what somebody agreed to drop for it is gone by hand. */
export function asSetAfter(
  state: StageState,
  fit: Plan & { readonly dropped: readonly SegmentId[] },
): PlanAsSet {
  return fit.dropped.length === 0 ? state.asSet : asSetBeside(state, fit);
}

/** A buffer that was set, and parts that were only made to fit beside it: they weigh what they did. */
export function asSetBeside(state: StageState, { segments, bufferMs }: Plan): PlanAsSet {
  return planAsSet(segments, bufferMs, (segment) => weightOf(state, segment));
}

/** Of the parts that are there, the minutes that they had then; in all, with the buffer. */
export function totalAsSetMs({ segments, asSet }: StageState): number {
  return segments.reduce((sum, segment) => sum + minutesAsSet(asSet, segment) * minuteMs, asSet.bufferMs);
}

/** The same parts as they were then. */
export function partsAsSet(
  { segments, asSet }: StageState,
  parts: readonly Segment[] = segments,
): readonly Segment[] {
  return parts.map((segment) => ({
    ...segment,
    minutes: minutesAsSet(asSet, segment),
    rounds: roundsAsSet(asSet, segment),
  }));
}

/** The same parts with minutes to be divided by: they are in proportion, and mean nothing else. */
export function weighed(state: StageState, segments: readonly Segment[]): readonly Segment[] {
  return segments.map((segment) => ({ ...segment, minutes: weightOf(state, segment) }));
}

/** With the rounds that a fit may have taken from them. */
export function withRoundsAsSet({ asSet }: StageState, segments: readonly Segment[]): readonly Segment[] {
  return segments.map((segment) => ({ ...segment, rounds: roundsAsSet(asSet, segment) }));
}

function planAsSet(
  segments: readonly Segment[],
  bufferMs: number,
  weigh: (segment: Segment) => number,
): PlanAsSet {
  const parts = segments.map((segment) => {
    const { id, minutes, rounds } = segment;
    return [id, { minutes, rounds, weight: weigh(segment) }] as const;
  });
  return { parts: Object.fromEntries(parts), bufferMs };
}

function numbersOf({ segments, bufferMs }: Plan): string {
  return JSON.stringify([bufferMs, ...segments.map(({ id, minutes, rounds }) => [id, minutes, rounds])]);
}

function weightOfOneMinute(state: StageState, segments: readonly Segment[]): number {
  const minutes = segments.reduce((sum, segment) => sum + segment.minutes, 0);
  const weight = segments.reduce((sum, segment) => sum + weightOf(state, segment), 0);
  return minutes === 0 ? 1 : weight / minutes;
}

function weightOf({ asSet }: StageState, { id, minutes }: Segment): number {
  return asSet.parts[id]?.weight ?? minutes;
}

function minutesAsSet({ parts }: PlanAsSet, { id, minutes }: Segment): number {
  return parts[id]?.minutes ?? minutes;
}

/** As many as there are lenses for now. */
function roundsAsSet({ parts }: PlanAsSet, { id, rounds, lenses }: Segment): number {
  return Math.min(parts[id]?.rounds ?? rounds, Math.max(1, lenses.length));
}

function hundredths(weight: number): number {
  return Math.max(0.01, Math.round(weight * 100) / 100);
}
