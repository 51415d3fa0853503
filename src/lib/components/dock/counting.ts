import { countingUntil, gatherOf } from '#domain/stage/gathering.ts';
import type { StageState } from '#domain/stage/state.ts';
import type { SegmentId } from '#protocol/ids.ts';

export interface Counting {
  readonly segment: SegmentId;
  /** Server ms at which the notes are revealed. */
  readonly until: number;
}

/** The reveal that is being counted in and can still be cancelled, or null. */
export function countingOf(stage: StageState): Counting | null {
  for (const { id } of stage.segments) {
    const gather = gatherOf(stage, id);
    const until = gather && countingUntil(gather);
    if (until !== null) return { segment: id, until };
  }
  return null;
}
