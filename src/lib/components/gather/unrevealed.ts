import { gatherOf, segmentOf } from '#domain/stage/gathering.ts';
import type { Segment } from '#domain/agenda/segment.ts';
import type { StageState } from '#domain/stage/state.ts';
import type { SegmentId } from '#protocol/ids.ts';

/** People have begun to write there, and nothing of it was ever revealed. Whether there is anything, nobody knows. */
export function isUnrevealed(stage: StageState, id: SegmentId | null): boolean {
  const gather = gatherOf(stage, id);
  if (!gather || gather.reveal.kind === 'revealed' || segmentOf(stage, id)?.policy !== 'reveal') return false;
  return gather.rounds.length + gather.earlier.length > 0;
}

/** In the order of the agenda. */
export function unrevealed(stage: StageState): readonly Segment[] {
  return stage.segments.filter(({ id }) => isUnrevealed(stage, id));
}
