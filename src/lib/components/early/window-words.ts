/** What the early window says of its end: a moment, or the start of the meeting where that is to come first. */
import type { Segment } from '#domain/agenda/segment.ts';
import { endsWithStart } from '#domain/stage/before.ts';
import type { StageState } from '#domain/stage/state.ts';
import { peopleAhead } from '#domain/stage/writers-ahead.ts';
import type { SegmentId } from '#protocol/ids.ts';
import type { EarlyCounts } from '#protocol/stage-wire.ts';
import { before as words } from '$lib/text/before.ts';
import { dayTime } from '$lib/text/dates.ts';

/** Once there is no window any more it is over. */
export function windowTitle(stage: Pick<StageState, 'early' | 'plannedStart'>): string {
  if (!stage.early) return words.earlyOver;
  return endsWithStart(stage) ? words.earlyTitleStart : words.earlyTitle(dayTime(stage.early.until));
}

/** How long that is from now. */
export function windowLeft(stage: Pick<StageState, 'early' | 'plannedStart'>, now: number): string {
  if (!stage.early) return '';
  const { until } = stage.early;
  return endsWithStart(stage) ? words.earlyAtLatest(dayTime(until)) : words.earlyLeft(until - now);
}

/** Null until it is counted out of those who are here or expected by now: others would stand for nobody. */
export function countShown(
  stage: StageState,
  counts: EarlyCounts,
  id: SegmentId,
): EarlyCounts[number] | null {
  const count = counts.find(({ segment }) => segment === id) ?? null;
  const isOpen = stage.early?.segments.includes(id) ?? false;
  return isOpen && count?.of !== peopleAhead(stage) ? null : count;
}

/** So few are to write before the meeting that leaving names out hides nobody. */
export function isWeakAhead(stage: StageState): boolean {
  return !stage.named && peopleAhead(stage) < 3;
}

/** How many have written for each part, as far as it is known. */
export function countsOf(segments: readonly Pick<Segment, 'id' | 'title'>[], counts: EarlyCounts): string[] {
  return segments.flatMap(({ id, title }) => {
    const count = counts.find(({ segment }) => segment === id);
    return count ? [`${title}: ${words.written(count.written, count.of)}`] : [];
  });
}
