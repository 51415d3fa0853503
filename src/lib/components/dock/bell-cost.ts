import { bufferLeftMs } from '#domain/stage/budget.ts';
import { minuteMs } from '#domain/stage/clock.ts';
import { costOf, timeToSpareMs } from '#domain/stage/forecast.ts';
import { segmentOf } from '#domain/stage/gathering.ts';
import type { StageState } from '#domain/stage/state.ts';
import { dock as words } from '$lib/text/dock.ts';

/** Who gives the time when something is given so many minutes more: time to spare first, then the buffer, then parts to come. */
export function costInWords(stage: StageState, minutes: 1 | 2 | 5, now: number): string {
  const choice = { 1: words.extendOne, 2: words.extendTwo, 5: words.plusFive }[minutes];
  const { spareMs, bufferMs, payers, endMs } = costOf(stage, minutes * minuteMs, now);
  if (spareMs === minutes * minuteMs) return words.paysSpare(choice, timeToSpareMs(stage, now));
  if (spareMs === 0 && bufferMs > 0 && payers.length === 0 && endMs === 0)
    return words.paysBuffer(choice, bufferLeftMs(stage, now) - bufferMs);
  const names = [
    ...(spareMs > 0 ? [words.toSpare] : []),
    ...(bufferMs > 0 ? [words.buffer] : []),
    ...payers.map(({ segment }) =>
      segment === stage.current ? words.laterTopics : (segmentOf(stage, segment)?.title ?? segment),
    ),
  ];
  if (names.length === 0) return words.paysEnd(choice);
  return endMs > 0 ? words.paysPartly(choice, names) : words.pays(choice, names);
}
