import { minuteMs } from '#domain/stage/clock.ts';
import { payersFor } from '#domain/stage/forecast.ts';
import { segmentOf } from '#domain/stage/gathering.ts';
import type { StageState } from '#domain/stage/state.ts';
import { dock as words } from '$lib/text/dock.ts';

/** Who gives the time when the bell is answered with so many minutes more. */
export function costInWords(stage: StageState, minutes: 1 | 2, now: number): string {
  const choice = minutes === 1 ? words.extendOne : words.extendTwo;
  const payers = payersFor(stage, minutes * minuteMs, now);
  const names = payers.map(({ segment }) =>
    segment === stage.current ? words.laterTopics : (segmentOf(stage, segment)?.title ?? segment),
  );
  const paid = payers.reduce((sum, payer) => sum + payer.ms, 0);
  if (paid === 0) return words.paysEnd(choice);
  return paid < minutes * minuteMs ? words.paysPartly(choice, names) : words.pays(choice, names);
}
