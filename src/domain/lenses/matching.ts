/**
 * The cheapest way to give every row a column of its own (Hungarian method with potentials, Jonker and Volgenant's
 * form): O(rows² · columns). Rows are placed one after the other in their order, so equal costs always end the same.
 */

/** `costs[row][column]`, finite, with at least as many columns as rows. Returns the column of each row. */
export function cheapestMatching(costs: readonly (readonly number[])[]): number[] {
  const columns = costs[0]?.length ?? 0;
  const matching = new Matching(costs, columns);
  for (let row = 0; row < costs.length; row++) matching.place(row);
  return matching.columnsOfRows();
}

const none = -1;

class Matching {
  readonly #costs: readonly (readonly number[])[];
  readonly #rowOf: number[];
  readonly #rowPotential: number[];
  readonly #columnPotential: number[];

  constructor(costs: readonly (readonly number[])[], columns: number) {
    this.#costs = costs;
    this.#rowOf = Array.from({ length: columns }, () => none);
    this.#rowPotential = costs.map(() => 0);
    this.#columnPotential = this.#rowOf.map(() => 0);
  }

  /** Grows a tree of cheapest detours from `row` until it meets a free column, then shifts everybody along it. */
  place(row: number): void {
    const cheapest = this.#rowOf.map(() => Infinity);
    const cameFrom = this.#rowOf.map(() => none);
    const reached = new Set<number>();
    let at = none;
    let here = row;
    do {
      const next = this.#widen(here, at, reached, cheapest, cameFrom);
      this.#lower(row, next.by, reached, cheapest);
      at = next.column;
      reached.add(at);
      here = this.#rowOf[at] ?? none;
    } while (here !== none);
    this.#shift(row, at, cameFrom);
  }

  columnsOfRows(): number[] {
    const columns = this.#costs.map(() => none);
    for (const [column, row] of this.#rowOf.entries()) if (row !== none) columns[row] = column;
    return columns;
  }

  #widen(row: number, from: number, reached: Set<number>, cheapest: number[], cameFrom: number[]) {
    let best = { column: none, by: Infinity };
    for (let column = 0; column < this.#rowOf.length; column++) {
      if (reached.has(column)) continue;
      const cost = this.#reduced(row, column);
      if (cost < (cheapest[column] ?? Infinity)) {
        cheapest[column] = cost;
        cameFrom[column] = from;
      }
      const by = cheapest[column] ?? Infinity;
      if (by < best.by) best = { column, by };
    }
    return best;
  }

  #lower(root: number, by: number, reached: Set<number>, cheapest: number[]): void {
    this.#add(this.#rowPotential, root, by);
    for (let column = 0; column < this.#rowOf.length; column++) {
      if (reached.has(column)) {
        this.#add(this.#rowPotential, this.#rowOf[column] ?? none, by);
        this.#add(this.#columnPotential, column, -by);
      } else {
        this.#add(cheapest, column, -by);
      }
    }
  }

  #shift(root: number, free: number, cameFrom: readonly number[]): void {
    let column = free;
    while (column !== none) {
      const before = cameFrom[column] ?? none;
      this.#rowOf[column] = before === none ? root : (this.#rowOf[before] ?? none);
      column = before;
    }
  }

  #reduced(row: number, column: number): number {
    const cost = this.#costs[row]?.[column] ?? Infinity;
    return cost - (this.#rowPotential[row] ?? 0) - (this.#columnPotential[column] ?? 0);
  }

  #add(values: number[], index: number, by: number): void {
    if (index !== none) values[index] = (values[index] ?? 0) + by;
  }
}
