/** What somebody should know of a start before it is set; none of it forbids anything. */
import { minuteMs } from '#domain/stage/clock.ts';
import type { StageState } from '#domain/stage/state.ts';
import { before as words } from '$lib/text/before.ts';
import { dayTime } from '$lib/text/dates.ts';

/** `at` and `now` in server ms; a start within this minute has not gone by. */
export function startWarnings(at: number | null, now: number, early: StageState['early']): string[] {
  if (at === null) return [];
  const hasGoneBy = at <= now - minuteMs;
  const endsEarly = early !== null && at < early.until;
  return [
    ...(hasGoneBy ? [words.startGoneBy] : []),
    ...(endsEarly ? [words.startEndsEarly(dayTime(early.until))] : []),
  ];
}
