/** How long the meeting takes in all, by its agenda or as it has gone so far, against how long it is to take. */
import { bufferLeftMs, plannedTotalMs } from '#domain/stage/budget.ts';
import { minuteMs } from '#domain/stage/clock.ts';
import { forecastEnd, planEnd } from '#domain/stage/forecast.ts';
import type { StageState } from '#domain/stage/state.ts';
import { minutesOf } from '$lib/text/dates.ts';

export interface Totals {
  /** What all of it is given; once it runs, what was taken and what is left, to the minute that adds up with the others. */
  readonly totalMs: number;
  /** Over what it is to take; less than nothing where there is time to spare. */
  readonly overMs: number;
  readonly endsAt: number;
  /** The end counts from now, because nobody said when it begins, or that is over. */
  readonly isFromNow: boolean;
}

export function totalsOf(stage: StageState, now: number): Totals {
  const forecast = forecastEnd(stage, now);
  if (forecast !== null) {
    const overMs = forecast - (planEnd(stage) ?? forecast);
    const totalMs = (Math.round(stage.minutes) + Math.sign(overMs) * minutesOf(overMs)) * minuteMs;
    return { totalMs, overMs, endsAt: forecast, isFromNow: false };
  }
  const totalMs = plannedTotalMs(stage);
  const start = stage.plannedStart?.at ?? 0;
  const isFromNow = start < now;
  return {
    totalMs,
    overMs: totalMs - stage.minutes * minuteMs,
    endsAt: (isFromNow ? now : start) + totalMs,
    isFromNow,
  };
}

/** What to set the buffer to so that it takes up what there is to spare; whole minutes. */
export function bufferWithSpare(stage: StageState, now: number): number {
  const spareMs = Math.max(0, -totalsOf(stage, now).overMs);
  return Math.floor((bufferLeftMs(stage, now) + spareMs) / minuteMs);
}
