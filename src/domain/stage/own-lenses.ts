/** Perspectives of the team's own, beside those of the catalogue. */
import type { OwnLens } from '#protocol/agenda.ts';
import type { LensId } from '#protocol/ids.ts';
import { lenses as catalogue, lensOf, type Lens } from '../lenses/catalogue.ts';
import { allRounds } from './gathering.ts';
import type { StageState } from './state.ts';

/** The team's own first, so that a saved format means the same in every room; null for an id that no lens has. */
export function lensIn(stage: { readonly ownLenses: readonly OwnLens[] }, id: LensId): Lens | null {
  return stage.ownLenses.find((lens) => lens.id === id) ?? lensOf(id);
}

export function putLens(present: readonly OwnLens[], lens: OwnLens): readonly OwnLens[] {
  const at = present.findIndex(({ id }) => id === lens.id);
  return at < 0 ? [...present, lens] : present.map((other, i) => (i === at ? lens : other));
}

/** By anybody, for however long, in a round of any segment. */
export function wasHeld({ gathers }: Pick<StageState, 'gathers'>, lens: LensId): boolean {
  return Object.values(gathers)
    .flatMap(allRounds)
    .some(({ held, givenAway }) =>
      [...Object.values(held), ...Object.values(givenAway).flat()].includes(lens),
    );
}

/** All that this one has to be told apart from. */
export function otherLenses({ ownLenses }: { readonly ownLenses: readonly OwnLens[] }, id: LensId): Lens[] {
  return [...ownLenses, ...catalogue].filter((lens) => lens.id !== id);
}

export function isSameLens(one: OwnLens | undefined, other: OwnLens): boolean {
  if (!one) return false;
  const { questions } = other;
  return (
    one.name === other.name &&
    one.letter === other.letter &&
    one.icon === other.icon &&
    one.questions.every((question, i) => question === questions[i])
  );
}
