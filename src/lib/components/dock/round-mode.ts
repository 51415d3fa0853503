/** How lenses are given in the rounds to come, and whether that can still be chosen. */
import type { RoundMode } from '#domain/agenda/segment.ts';
import { gatherOf, mayBeParallel, segmentOf } from '#domain/stage/gathering.ts';
import type { StageState } from '#domain/stage/state.ts';
import type { SegmentId } from '#protocol/ids.ts';

export const roundModes: readonly RoundMode[] = ['parallel', 'distributed'];

/** There is a round to come, and both ways of giving lenses are possible in it. */
export function isModeOpen(stage: StageState, id: SegmentId): boolean {
  const segment = segmentOf(stage, id);
  const gather = gatherOf(stage, id);
  if (!segment || !gather || segment.lenses.length === 0 || !mayBeParallel(segment)) return false;
  return stage.phase !== 'closed' && gather.rounds.length < gather.roundsDue;
}

/** Null while it still follows from how many people write when the first round begins. */
export function chosenMode(stage: StageState, id: SegmentId): RoundMode | null {
  const gather = gatherOf(stage, id);
  return gather && (gather.modeChosen || gather.rounds.length > 0) ? gather.mode : null;
}
