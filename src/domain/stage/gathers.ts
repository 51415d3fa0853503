/** How a gather segment's rounds and its reveal change. All pure; times are server ms. */
import type { LensId, SeatId } from '#protocol/ids.ts';
import type { Segment } from '../agenda/segment.ts';
import { defaultMode } from './gathering.ts';
import type { Gather, Round } from './state.ts';

/** Until the first round `people` is only what the facilitator expects. */
export function newGather(segment: Segment, people: number): Gather {
  return {
    mode: defaultMode(segment, people),
    modeChosen: false,
    rounds: [],
    roundsDue: segment.rounds,
    earlier: [],
    reveal: { kind: 'hidden' },
  };
}

export function addRound(gather: Gather, round: Round): Gather {
  return { ...gather, mode: round.mode, rounds: [...gather.rounds, round] };
}

/** Changes the budget of the round that runs or ran last. */
export function addToRound(gather: Gather, ms: number): Gather {
  const last = gather.rounds.at(-1);
  if (!last) return gather;
  return { ...gather, rounds: [...gather.rounds.slice(0, -1), { ...last, budgetMs: last.budgetMs + ms }] };
}

/** All rounds again from the first. `unusedMs` of the last one goes back to the plan. */
export function restartRounds(gather: Gather, rounds: number, unusedMs: number): Gather {
  const trimmed = addToRound(gather, -unusedMs);
  return { ...trimmed, earlier: [...trimmed.earlier, ...trimmed.rounds], rounds: [], roundsDue: rounds };
}

/** Whoever gets another lens has no question about swapping open any more. */
export function giveLens(gather: Gather, index: number, seat: SeatId, lens: LensId): Gather {
  const rounds = gather.rounds.map((round, i) => (i === index ? withLens(round, seat, lens) : round));
  return { ...gather, rounds };
}

function withLens(round: Round, seat: SeatId, lens: LensId): Round {
  const before = Object.hasOwn(round.held, seat) ? round.held[seat] : undefined;
  const earlier = Object.hasOwn(round.givenAway, seat) ? (round.givenAway[seat] ?? []) : [];
  return {
    ...round,
    held: { ...round.held, [seat]: lens },
    offers: without(round.offers, seat),
    givenAway: before === undefined ? round.givenAway : { ...round.givenAway, [seat]: [...earlier, before] },
  };
}

/** In the round that runs; a new question of the same seat replaces the one before. */
export function offerSwap(gather: Gather, from: SeatId, to: SeatId | null): Gather {
  const last = gather.rounds.at(-1);
  if (!last) return gather;
  const others = Object.fromEntries(Object.entries(last.offers).filter(([asker]) => asker !== from));
  const offers = to === null ? others : { ...others, [from]: to };
  return { ...gather, rounds: [...gather.rounds.slice(0, -1), { ...last, offers }] };
}

/** As if it had never held a lens, as long as that can still decide what stands on notes; it swaps no more. */
export function forgetSeat(gather: Gather, seat: SeatId): Gather {
  const isOver = gather.reveal.kind === 'revealed';
  const forget = (round: Round): Round => ({
    ...round,
    held: isOver ? round.held : Object.fromEntries(Object.entries(round.held).filter(([id]) => id !== seat)),
    offers: without(round.offers, seat),
  });
  return { ...gather, rounds: gather.rounds.map(forget), earlier: gather.earlier.map(forget) };
}

/** Questions about swapping end with the round. */
export function dropOffers(gather: Gather): Gather {
  const last = gather.rounds.at(-1);
  if (!last || Object.keys(last.offers).length === 0) return gather;
  return { ...gather, rounds: [...gather.rounds.slice(0, -1), { ...last, offers: {} }] };
}

function without(offers: Round['offers'], seat: SeatId): Round['offers'] {
  return Object.fromEntries(Object.entries(offers).filter(([from, to]) => from !== seat && to !== seat));
}

/** What is on the board already stays there while the rest counts in. */
export function askReveal(gather: Gather, revealAt: number): Gather {
  const { reveal } = gather;
  if (reveal.kind === 'revealed') return { ...gather, reveal: { ...reveal, againAt: revealAt } };
  return { ...gather, reveal: { kind: 'counting', revealAt } };
}

export function cancelReveal(gather: Gather): Gather {
  const { reveal } = gather;
  if (reveal.kind === 'revealed') return { ...gather, reveal: { ...reveal, againAt: null } };
  return { ...gather, reveal: { kind: 'hidden' } };
}

/** After a reveal no further round begins, also where the segment had been left early. */
export function reveal(
  gather: Gather,
  at: number,
  shown: readonly LensId[],
  unanswered: readonly LensId[],
): Gather {
  return {
    ...gather,
    roundsDue: gather.rounds.length,
    reveal: { kind: 'revealed', at, shown, unanswered, againAt: null },
  };
}
