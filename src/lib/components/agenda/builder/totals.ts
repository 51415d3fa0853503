/** How long the agenda takes in all, against how long it is to take. */
import { bufferLeftMs, plannedTotalMs } from '#domain/stage/budget.ts';
import { minuteMs } from '#domain/stage/clock.ts';
import { forecastEnd, planEnd } from '#domain/stage/forecast.ts';
import type { StageState } from '#domain/stage/state.ts';

export interface Totals {
  readonly plannedMs: number;
  /** Over what it is to take; less than nothing where there is time to spare. */
  readonly overMs: number;
  readonly endsAt: number;
  /** The end counts from now, because nobody said when it begins, or that is over. */
  readonly isFromNow: boolean;
}

export function totalsOf(stage: StageState, now: number): Totals {
  const plannedMs = plannedTotalMs(stage);
  const forecast = forecastEnd(stage, now);
  if (forecast !== null) {
    return { plannedMs, overMs: forecast - (planEnd(stage) ?? forecast), endsAt: forecast, isFromNow: false };
  }
  const start = stage.plannedStart?.at ?? 0;
  const isFromNow = start < now;
  return {
    plannedMs,
    overMs: plannedMs - stage.minutes * minuteMs,
    endsAt: (isFromNow ? now : start) + plannedMs,
    isFromNow,
  };
}

/** What to set the buffer to so that it takes up what there is to spare; whole minutes. */
export function bufferWithSpare(stage: StageState, now: number): number {
  const spareMs = Math.max(0, -totalsOf(stage, now).overMs);
  return Math.floor((bufferLeftMs(stage, now) + spareMs) / minuteMs);
}
