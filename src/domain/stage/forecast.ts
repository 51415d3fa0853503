/** When the meeting will end, and who pays when something takes longer. */
import { bufferLeftMs, remainingMs, slackMs, topicSlackMs, type Payer } from './budget.ts';
import { minuteMs } from './clock.ts';
import type { StageState } from './state.ts';

export type { Payer } from './budget.ts';

/** Server ms at which it ends if all that is to come takes its budget and the buffer is used up; null before the start. */
export function forecastEnd(state: StageState, now: number): number | null {
  switch (state.phase) {
    case 'lobby':
      return null;
    case 'running':
      return state.segments.reduce(
        (end, segment) => end + remainingMs(state, segment, now),
        now + bufferLeftMs(state, now),
      );
    case 'closed':
      return state.startedAt === null ? null : state.closedAt;
  }
}

/** Server ms at which it was planned to end; null before the start. */
export function planEnd(state: StageState): number | null {
  return state.startedAt === null ? null : state.startedAt + Math.round(state.minutes * minuteMs);
}

/**
 * How far the forecast is over (+) or under (-) the plan, ms; null before the start. Nothing where it falls into the
 * minute that was planned or announced: everybody reads the same time.
 */
export function overPlanMs(state: StageState, now: number): number | null {
  const [planned, forecast] = [planEnd(state), forecastEnd(state, now)];
  if (planned === null || forecast === null) return null;
  const ends = [planned, state.announced?.endsAt ?? planned];
  return ends.some((end) => minuteOf(end) === minuteOf(forecast)) ? 0 : forecast - planned;
}

function minuteOf(at: number): number {
  return Math.floor(at / minuteMs);
}

/** Who gives the time for something that takes longer. */
export interface Cost {
  /** Out of what the meeting would end before its planned end: the forecast moves, and not past it. */
  readonly spareMs: number;
  readonly bufferMs: number;
  /** In order. */
  readonly payers: readonly Payer[];
  /** What nobody gives: so much later the meeting ends. */
  readonly endMs: number;
}

/** By how much it would end before its planned end, buffer used up: parts that took less, and what was planned for none. */
export function timeToSpareMs(state: StageState, now: number): number {
  const planned = planEnd(state);
  return planned === null ? 0 : Math.max(0, planned - (forecastEnd(state, now) ?? planned));
}

/** Time to spare first, then the buffer, then whoever can. */
export function costOf(state: StageState, ms: number, now: number): Cost {
  const spareMs = Math.min(ms, timeToSpareMs(state, now));
  const bufferMs = Math.min(ms - spareMs, bufferLeftMs(state, now));
  const unpaidMs = ms - spareMs - bufferMs;
  const payers = payersFor(state, unpaidMs, now);
  const endMs = payers.reduce((missing, payer) => missing - payer.ms, unpaidMs);
  return { spareMs, bufferMs, payers, endMs };
}

/**
 * Who would give `ms` that is not in the buffer: topics to come, in the name of the segment they are in, then segments to come, the one with most
 * to spare first. What is missing moves the end.
 */
export function payersFor(state: StageState, ms: number, now: number): Payer[] {
  const own = { segment: state.current ?? '', ms: topicSlackMs(state, now) };
  const others = state.segments
    .map((segment) => ({ segment: segment.id, ms: slackMs(state, segment) }))
    .sort((a, b) => b.ms - a.ms);
  const able = [own, ...others].filter((payer) => payer.ms > 0);
  const payers: Payer[] = [];
  let missing = ms;
  for (const payer of able) {
    if (missing <= 0) break;
    const paid = Math.min(missing, payer.ms);
    payers.push({ segment: payer.segment, ms: paid });
    missing -= paid;
  }
  return payers;
}
