import type { SegmentId } from '#protocol/ids.ts';
import type { StageState } from './state.ts';

/** The notes that become topics: those gathered in private, not those that thank. */
export function gatheredNotes<T extends { readonly segment: SegmentId }>(
  { segments }: Pick<StageState, 'segments'>,
  notes: readonly T[],
): readonly T[] {
  const gathers = new Set(segments.filter(({ activity }) => activity === 'gather').map(({ id }) => id));
  return notes.filter(({ segment }) => gathers.has(segment));
}
