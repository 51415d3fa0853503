/** A start that comes later than was said, or earlier. */
import { plannedTotalMs } from './budget.ts';
import { minuteMs } from './clock.ts';
import type { StageState } from './state.ts';

/** How late it is, when that is worth speaking of; 0 where no start was said, or it is not over yet. */
export function latenessMs({ phase, plannedStart }: StageState, now: number): number {
  if (phase !== 'lobby' || plannedStart === null) return 0;
  const late = now - plannedStart.at;
  return late < minuteMs ? 0 : late;
}

/** How long it is until then, when that is too long for anybody to be waiting for the meeting; 0 otherwise. */
export function earlinessMs({ phase, plannedStart }: StageState, now: number): number {
  if (phase !== 'lobby' || plannedStart === null) return 0;
  const ahead = plannedStart.at - now;
  return ahead > 10 * minuteMs ? ahead : 0;
}

/** What is left until the end that was announced, to the millisecond; none where it is over. */
export function msToEnd(state: StageState, now: number): number {
  return Math.max(0, state.minutes * minuteMs - latenessMs(state, now));
}

/** Whether all of the plan, and the buffer, is over by the end that was announced. */
export function isInTime(state: StageState, now: number): boolean {
  return plannedTotalMs(state) <= msToEnd(state, now);
}

/** Server ms; counted from now where no start was said. */
export function announcedEnd({ minutes, plannedStart }: StageState, now: number): number {
  return (plannedStart?.at ?? now) + minutes * minuteMs;
}
