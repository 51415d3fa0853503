/**
 * The cheapest way to place people on lenses that have a limited number of places: minimum-cost flow by successive
 * shortest paths. As there are few lenses, a path goes from lens to lens and each step moves whoever minds least:
 * O(people² · lenses). People are placed in their order and ties go to the earlier lens, so the result is repeatable.
 */
export interface PlaceRequest {
  /** `costs[person][lens]`. */
  readonly costs: readonly (readonly number[])[];
  /** What each place on a lens costs by itself, cheapest first; together at least as many places as people. */
  readonly places: readonly (readonly number[])[];
}

/** The lens of each person. Costs are whole numbers whose sums stay exact. */
export function cheapestPlaces(request: PlaceRequest): number[] {
  const placing = new Placing(request);
  for (const person of request.costs.keys()) placing.add(person);
  return placing.lensOf;
}

interface Move {
  readonly cost: number;
  readonly person: number;
}

const nobody = -1;
const direct = -1;

class Placing {
  readonly lensOf: number[] = [];
  readonly #costs: PlaceRequest['costs'];
  readonly #places: PlaceRequest['places'];
  readonly #taken: number[];

  constructor({ costs, places }: PlaceRequest) {
    this.#costs = costs;
    this.#places = places;
    this.#taken = places.map(() => 0);
  }

  /** Finds the cheapest lens with a free place, by way of others moving on, and moves them. */
  add(person: number): void {
    const moves = this.#cheapestMoves();
    const distance = this.#places.map((_, lens) => this.#cost(person, lens));
    const cameFrom = this.#places.map(() => direct);
    relax(distance, cameFrom, moves);
    let lens = this.#cheapestEnd(distance);
    this.#taken[lens] = (this.#taken[lens] ?? 0) + 1;
    for (let from = cameFrom[lens] ?? direct; from !== direct; from = cameFrom[lens] ?? direct) {
      this.lensOf[moves[from]?.[lens]?.person ?? person] = lens;
      lens = from;
    }
    this.lensOf[person] = lens;
  }

  /** For every pair of lenses, who moves from one to the other at the least cost. */
  #cheapestMoves(): Move[][] {
    const moves = this.#places.map(() => this.#places.map((): Move => ({ cost: Infinity, person: nobody })));
    for (const [person, from] of this.lensOf.entries()) {
      for (const to of this.#places.keys()) {
        const cost = this.#cost(person, to) - this.#cost(person, from);
        const row = moves[from];
        if (row && cost < (row[to]?.cost ?? Infinity)) row[to] = { cost, person };
      }
    }
    return moves;
  }

  #cheapestEnd(distance: readonly number[]): number {
    const totals = distance.map(
      (cost, lens) => cost + (this.#places[lens]?.[this.#taken[lens] ?? 0] ?? Infinity),
    );
    return totals.indexOf(Math.min(...totals));
  }

  #cost(person: number, lens: number): number {
    return this.#costs[person]?.[lens] ?? Infinity;
  }
}

/** Bellman and Ford: no path is longer than there are lenses, and a cheapest placing leaves no cycle that pays. */
function relax(distance: number[], cameFrom: number[], moves: readonly (readonly Move[])[]): void {
  for (let step = 1; step < distance.length; step++) {
    for (const [from, row] of moves.entries()) {
      for (const [to, { cost }] of row.entries()) {
        const through = (distance[from] ?? Infinity) + cost;
        if (through >= (distance[to] ?? Infinity)) continue;
        distance[to] = through;
        cameFrom[to] = from;
      }
    }
  }
}
