/**
 * Who looks from where in a round. Deterministic: seats are taken in order of their ids and ties go to the earlier
 * lens, so that the same past gives the same round. The result is stored in the event log and never computed again.
 */
import type { LensId, SeatId } from '#protocol/ids.ts';
import type { RoundMode } from '../agenda/segment.ts';
import { balancedOrder } from './balanced-order.ts';
import { cheapestPlaces } from './places.ts';

export type Held = Readonly<Record<SeatId, LensId>>;

export interface RoundRequest {
  /** Who takes part. */
  readonly seats: readonly SeatId[];
  readonly lenses: readonly LensId[];
  readonly mode: RoundMode;
  /** Counted from 0. */
  readonly round: number;
  /** What was held in every round before, oldest first. */
  readonly previous: readonly Held[];
}

/**
 * One lens for every seat. Parallel: all the same one. Distributed: every lens is held where there are enough people,
 * by numbers that differ by at most one; within that people get what they have held least, then the lens that the
 * fewest have held gets more, then everybody keeps to an order in which each lens follows each other one once.
 */
export function assignRound(request: RoundRequest): Record<SeatId, LensId> {
  const { lenses, mode, round } = request;
  const seats = [...new Set(request.seats)].sort();
  if (lenses.length === 0 || seats.length === 0) return {};
  const chosen =
    mode === 'parallel'
      ? seats.map(() => round % lenses.length)
      : distribute(seats, lenses, round, request.previous);
  return Object.fromEntries(seats.map((seat, i) => [seat, lenses[chosen[i] ?? 0] ?? '']));
}

export interface NewcomerRequest extends Omit<RoundRequest, 'seats'> {
  readonly seat: SeatId;
  /** What the others hold in this round. */
  readonly held: Held;
}

/** For somebody who arrives inside a round: the lens fewest hold now, of these the one they have held least. */
export function lensForNewcomer(request: NewcomerRequest): LensId | null {
  const { seat, lenses, mode, round, held, previous } = request;
  if (mode === 'parallel') return lenses[round % lenses.length] ?? null;
  const now = Object.values(held);
  const ranked = lenses.map((lens, order) => ({
    lens,
    keys: [count(now, lens), timesHeld(previous, seat, lens), coverage(previous, lens), order],
  }));
  ranked.sort((a, b) => compareKeys(a.keys, b.keys));
  return ranked[0]?.lens ?? null;
}

export interface PassRequest extends Omit<NewcomerRequest, 'mode' | 'round'> {
  /** What this seat held earlier in this round. */
  readonly givenAway: readonly LensId[];
}

/**
 * For somebody who passes theirs: another one, new to them in this round where there is such a one; of these the lens
 * that the fewest others hold now, then the one they have held least. Null where there is no other lens.
 */
export function lensToPassTo(request: PassRequest): LensId | null {
  const { seat, lenses, held, givenAway, previous } = request;
  const others = Object.entries(held).flatMap(([other, lens]) => (other === seat ? [] : [lens]));
  const ranked = lenses
    .map((lens, order) => ({
      lens,
      keys: [
        Number(givenAway.includes(lens)),
        count(others, lens),
        timesHeld(previous, seat, lens),
        coverage(previous, lens),
        order,
      ],
    }))
    .filter(({ lens }) => lens !== held[seat]);
  ranked.sort((a, b) => compareKeys(a.keys, b.keys));
  return ranked[0]?.lens ?? null;
}

/** For each seat the index of its lens. Every lens has the same number of places, and one spare that is dear. */
function distribute(
  seats: readonly SeatId[],
  lenses: readonly LensId[],
  round: number,
  previous: readonly Held[],
): number[] {
  const base = Math.floor(seats.length / lenses.length);
  const covered = lenses.map((lens) => coverage(previous, lens));
  const leastCovered = Math.min(...covered);
  const weights = weighting(seats.length, previous.length, covered, leastCovered);
  const places = covered.map((count) => [
    ...Array.from({ length: base }, () => 0),
    weights.spare + weights.coverage * (count - leastCovered),
  ]);
  const costs = seats.map((seat, i) => {
    const preferred = balancedOrder(lenses.length, i, round);
    return lenses.map(
      (lens, index) => weights.again * timesHeld(previous, seat, lens) + (index === preferred ? 0 : 1),
    );
  });
  return cheapestPlaces({ costs, places });
}

/** Each weight outweighs everything below it together: spare places, then repeats, then coverage, then order. */
function weighting(people: number, rounds: number, covered: readonly number[], leastCovered: number) {
  const widest = Math.max(...covered) - leastCovered;
  const coverage = people + 1;
  const again = coverage * (people * widest + 1);
  const spare = again * (people * rounds + 1);
  return { coverage, again, spare };
}

function timesHeld(previous: readonly Held[], seat: SeatId, lens: LensId): number {
  return previous.filter((held) => Object.hasOwn(held, seat) && held[seat] === lens).length;
}

function coverage(previous: readonly Held[], lens: LensId): number {
  return previous.reduce((sum, held) => sum + count(Object.values(held), lens), 0);
}

function count(held: readonly LensId[], lens: LensId): number {
  return held.filter((one) => one === lens).length;
}

function compareKeys(a: readonly number[], b: readonly number[]): number {
  for (const [i, key] of a.entries()) {
    const other = b[i] ?? 0;
    if (key !== other) return key - other;
  }
  return 0;
}
