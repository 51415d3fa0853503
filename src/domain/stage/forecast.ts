/** When the meeting will end, and who pays when something takes longer. */
import { remainingMs, slackMs, type Payer } from './budget.ts';
import { minuteMs } from './clock.ts';
import type { StageState } from './state.ts';

export type { Payer } from './budget.ts';

/** Server ms at which the meeting ends if everything still to come takes its budget; null before the start. */
export function forecastEnd(state: StageState, now: number): number | null {
  switch (state.phase) {
    case 'lobby':
      return null;
    case 'running':
      return state.segments.reduce((end, segment) => end + remainingMs(state, segment, now), now);
    case 'closed':
      return state.startedAt === null ? null : state.closedAt;
  }
}

/** Server ms at which it was planned to end; null before the start. */
export function planEnd(state: StageState): number | null {
  return state.startedAt === null ? null : state.startedAt + state.minutes * minuteMs;
}

/** Which segments still to come would give `ms`, the one with most to spare first. What is missing moves the end. */
export function payersFor(state: StageState, ms: number): Payer[] {
  const able = state.segments
    .map((segment) => ({ segment: segment.id, ms: slackMs(state, segment) }))
    .filter((payer) => payer.ms > 0)
    .sort((a, b) => b.ms - a.ms);
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
