/** Lenses that change hands inside a round. Drafts stay under the lens they were written for. */
import type { LensId, SeatId } from '#protocol/ids.ts';
import type { Segment } from '../agenda/segment.ts';
import type { StageEvent } from './events.ts';
import { gatherOf, isWritingSeat, segmentOf } from './gathering.ts';
import type { Gather, Round, StageState } from './state.ts';

export interface Holding {
  readonly segment: Segment;
  readonly gather: Gather;
  readonly round: Round;
  readonly lens: LensId;
}

/** What this seat holds now and may pass or swap; null where it holds none, or where everybody holds the same. */
export function tradeableLens(state: StageState, seat: SeatId): Holding | null {
  const segment = segmentOf(state, state.current);
  const gather = gatherOf(state, state.current);
  const round = gather?.rounds.at(-1);
  if (state.phase !== 'running' || !segment || !gather || !round) return null;
  if (round.mode === 'parallel' || !isWriting(gather) || !isWritingSeat(state, seat)) return null;
  const lens = Object.hasOwn(round.held, seat) ? round.held[seat] : undefined;
  return lens === undefined ? null : { segment, gather, round, lens };
}

/** Whether the two hold lenses now that they could swap. */
export function maySwap(state: StageState, one: SeatId, other: SeatId): boolean {
  const own = tradeableLens(state, one);
  const theirs = tradeableLens(state, other);
  return own !== null && theirs !== null && own.lens !== theirs.lens;
}

/** Who has asked this seat to swap, as far as both still could. */
export function swapsAskedOf(state: StageState, seat: SeatId): SeatId[] {
  const offers = tradeableLens(state, seat)?.round.offers ?? {};
  return Object.keys(offers).filter((from) => offers[from] === seat && maySwap(state, from, seat));
}

/** Questions of people who have gone, and those to them, are dropped. */
export function dropOffersExcept(state: StageState, here: ReadonlySet<SeatId>, now: number): StageEvent[] {
  const { current } = state;
  const offers = gatherOf(state, current)?.rounds.at(-1)?.offers ?? {};
  if (current === null || state.phase !== 'running') return [];
  return Object.entries(offers)
    .filter(([from, to]) => !here.has(from) || !here.has(to))
    .map(([from]) => ({ at: now, type: 'swapOffered', segment: current, from, to: null }));
}

/** After the reveal that ends the rounds no lens stands on a note any more. */
function isWriting({ reveal, rounds, roundsDue }: Gather): boolean {
  return reveal.kind !== 'revealed' || rounds.length < roundsDue;
}
