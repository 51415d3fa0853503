/** Perspectives of the team's own, beside those of the catalogue. */
import type { OwnLens } from '#protocol/agenda.ts';
import type { LensId } from '#protocol/ids.ts';
import { lensOf, type Lens } from '../lenses/catalogue.ts';

/** The team's own first, so that a saved format means the same in every room; null for an id that no lens has. */
export function lensIn(stage: { readonly ownLenses: readonly OwnLens[] }, id: LensId): Lens | null {
  return stage.ownLenses.find((lens) => lens.id === id) ?? lensOf(id);
}

export function putLens(present: readonly OwnLens[], lens: OwnLens): readonly OwnLens[] {
  const at = present.findIndex(({ id }) => id === lens.id);
  return at < 0 ? [...present, lens] : present.map((other, i) => (i === at ? lens : other));
}
