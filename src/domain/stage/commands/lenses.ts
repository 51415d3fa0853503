/** Perspectives of the team's own, and lenses that change hands within a round. */
import type { OwnLens } from '#protocol/agenda.ts';
import type { CommandOf } from '#protocol/commands.ts';
import type { LensId, SeatId } from '#protocol/ids.ts';
import { limits } from '#protocol/limits.ts';
import { lensToPassTo } from '../../lenses/assignment.ts';
import { lensOf } from '../../lenses/catalogue.ts';
import { hasName } from '../../lenses/has-name.ts';
import type { StageEvent } from '../events.ts';
import { allRounds } from '../gathering.ts';
import { maySwap, tradeableLens, type Holding } from '../lens-trading.ts';
import { isSameLens, otherLenses, wasHeld } from '../own-lenses.ts';
import { reduceAll } from '../reduce.ts';
import type { StageState } from '../state.ts';
import { accept, refuse, type Facts, type Handled } from './facts.ts';

/** Refused once somebody has held it: what it asked is then part of what was written. */
export function putLens(state: StageState, { lens }: CommandOf<'putLens'>, { now }: Facts): Handled {
  const present = state.ownLenses.find(({ id }) => id === lens.id);
  if (lensOf(lens.id)) return refuse('bad-input');
  if (wasHeld(state, lens.id)) return refuse('lens-held');
  if (present?.name !== lens.name && hasName(otherLenses(state, lens.id), lens.name))
    return refuse('lens-name-taken');
  if (!present && state.ownLenses.length >= limits.ownLenses) return refuse('lenses-full');
  return isSameLens(present, lens) ? accept() : accept({ at: now, type: 'lensPut', lens });
}

/** One after the other, and all or none. Those that are there already as they are asked for stay, held or not. */
export function putLenses(state: StageState, lenses: readonly OwnLens[], facts: Facts): Handled {
  const events: StageEvent[] = [];
  for (const lens of lenses) {
    const stage = reduceAll(state, events);
    const present = stage.ownLenses.find(({ id }) => id === lens.id);
    if (isSameLens(present, lens)) continue;
    const put = putLens(stage, { type: 'putLens', lens }, facts);
    if (!put.ok) return put;
    events.push(...put.events);
  }
  return accept(...events);
}

export function dropLens(state: StageState, { lens }: CommandOf<'dropLens'>, { now }: Facts): Handled {
  if (!state.ownLenses.some(({ id }) => id === lens)) return accept();
  if (wasHeld(state, lens)) return refuse('lens-held');
  if (state.segments.some(({ lenses }) => lenses.includes(lens))) return refuse('lens-in-use');
  return accept({ at: now, type: 'lensDropped', lens });
}

/** For the lens that fewest hold. Nobody is asked, and nobody gets the one that was passed unless they pass too. */
export function passLens(state: StageState, _command: CommandOf<'passLens'>, { seat, now }: Facts): Handled {
  const holding = tradeableLens(state, seat);
  if (!holding) return refuse('wrong-moment');
  const { segment, gather, round } = holding;
  const lens = lensToPassTo({
    seat,
    lenses: segment.lenses,
    held: round.held,
    givenAway: round.givenAway[seat] ?? [],
    previous: allRounds(gather)
      .slice(0, -1)
      .map(({ held }) => held),
  });
  return lens === null ? refuse('wrong-moment') : accept(lensGiven(holding, seat, lens, now));
}

export function offerSwap(
  state: StageState,
  { to }: CommandOf<'offerSwap'>,
  { seat: from, now, connected }: Facts,
): Handled {
  const holding = tradeableLens(state, from);
  if (!holding) return refuse('wrong-moment');
  if (to !== null && !maySwap(state, from, to)) return refuse('wrong-moment');
  if (to !== null && !connected.includes(to)) return refuse('not-here');
  if ((holding.round.offers[from] ?? null) === to) return accept();
  return accept({ at: now, type: 'swapOffered', segment: holding.segment.id, from, to });
}

/** Refused with `conflict` where the question is not asked any more, or one of the two holds another lens by now. */
export function answerSwap(
  state: StageState,
  { from, accept: isAccepted }: CommandOf<'answerSwap'>,
  { seat, now }: Facts,
): Handled {
  const own = tradeableLens(state, seat);
  const theirs = tradeableLens(state, from);
  if (own?.round.offers[from] !== seat) return refuse('conflict');
  if (!isAccepted) return accept({ at: now, type: 'swapOffered', segment: own.segment.id, from, to: null });
  if (!theirs || !maySwap(state, from, seat)) return refuse('conflict');
  return accept(lensGiven(own, from, own.lens, now), lensGiven(own, seat, theirs.lens, now));
}

function lensGiven({ segment, gather }: Holding, seat: SeatId, lens: LensId, at: number): StageEvent {
  return { at, type: 'lensGiven', segment: segment.id, round: gather.rounds.length - 1, seat, lens };
}
