/**
 * Which lenses may stand on notes. Who holds which lens is known to everybody, so a lens narrows down who wrote a note.
 * A seat counts for the lens that it was dealt and kept to the end of the round. One that passed or swapped its lens
 * counts for none in that round: nobody can bring a lens to the number by taking it, and nobody is counted among its
 * holders who was seen to give it away.
 */
import type { LensId, SeatId } from '#protocol/ids.ts';
import type { Segment } from '../agenda/segment.ts';
import { allRounds, gatherOf } from './gathering.ts';
import type { Round, StageState } from './state.ts';

/** A lens that fewer seats count for never stands on a note. */
export const seatsToShowLens = 3;

/** At a reveal, in the order of the segment. Where notes carry names there is nobody to protect. */
export function shownLenses(state: StageState, segment: Segment): LensId[] {
  if (state.named) return [...segment.lenses];
  const rounds = roundsOf(state, segment);
  return segment.lenses.filter((lens) => {
    const seats = new Set(rounds.flatMap((round) => keepersOf(round, lens)));
    return seats.size >= seatsToShowLens;
  });
}

/**
 * Where notes go to the board while rounds go on: then a note most likely comes from the round that is on, so the lens
 * needs as many in each round in which anybody held it at all.
 */
export function lensesShownMeanwhile(state: StageState, segment: Segment): LensId[] {
  if (state.named) return [...segment.lenses];
  const rounds = roundsOf(state, segment);
  return segment.lenses.filter((lens) => {
    const held = rounds.filter((round) => wasHeld(round, lens));
    return held.length > 0 && held.every((round) => keepersOf(round, lens).length >= seatsToShowLens);
  });
}

function roundsOf(state: StageState, segment: Segment): readonly Round[] {
  const gather = gatherOf(state, segment.id);
  return gather ? allRounds(gather) : [];
}

function keepersOf({ held, givenAway }: Round, lens: LensId): SeatId[] {
  return Object.keys(held).filter((seat) => held[seat] === lens && !Object.hasOwn(givenAway, seat));
}

function wasHeld({ held, givenAway }: Round, lens: LensId): boolean {
  return Object.values(held).includes(lens) || Object.values(givenAway).some((given) => given.includes(lens));
}
