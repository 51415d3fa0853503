/**
 * Fits a format to the minutes there are. Every segment keeps its floor; what is left is shared in proportion to the
 * 60-minute plan. Where not even the floors fit, rounds and then whole segments are dropped, never decide or close.
 */
import type { Outcome } from '#protocol/errors.ts';
import type { FormatId } from '#protocol/http.ts';
import { limits } from '#protocol/limits.ts';
import { fitSegments } from './fit-segments.ts';
import { formatOf } from './formats.ts';
import type { Segment } from './segment.ts';

/** Segments with whole minutes that add up to exactly `minutes`; `bad-input` outside 15 to 180 or for a fraction. */
export function scaleAgenda(format: FormatId, minutes: number): Outcome<{ segments: Segment[] }> {
  return scaleSegments(formatOf(format).segments, minutes);
}

/** The same for any plan whose minutes are those of a 60-minute meeting. */
export function scaleSegments(
  planned: readonly Segment[],
  minutes: number,
): Outcome<{ segments: Segment[] }> {
  if (!Number.isInteger(minutes) || minutes < limits.minutesMin || minutes > limits.minutesMax) {
    return { ok: false, code: 'bad-input' };
  }
  const segments = fitSegments(planned, minutes);
  return segments ? { ok: true, segments } : { ok: false, code: 'bad-input' };
}
