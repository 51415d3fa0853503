import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cheapestMatching } from '../../../src/domain/lenses/matching.ts';

type Costs = readonly (readonly number[])[];

const total = (costs: Costs, columns: readonly number[]) =>
  columns.reduce((sum, column, row) => sum + (costs[row]?.[column] ?? Number.NaN), 0);

/** Tries every way. */
function cheapestOfAll(costs: Costs, row = 0, taken: readonly number[] = []): number {
  if (row === costs.length) return 0;
  const ways = (costs[row] ?? []).map((cost, column) =>
    taken.includes(column) ? Infinity : cost + cheapestOfAll(costs, row + 1, [...taken, column]),
  );
  return Math.min(...ways);
}

const costs = fc
  .tuple(fc.integer({ min: 1, max: 5 }), fc.integer({ min: 0, max: 2 }))
  .chain(([rows, more]) =>
    fc.array(fc.array(fc.integer({ min: 0, max: 20 }), { minLength: rows + more, maxLength: rows + more }), {
      minLength: rows,
      maxLength: rows,
    }),
  );

describe('the cheapest matching', () => {
  it('costs as little as the best of all ways, each row with a column of its own', () => {
    fc.assert(
      fc.property(costs, (costs) => {
        const columns = cheapestMatching(costs);
        expect(new Set(columns).size).toBe(costs.length);
        expect(total(costs, columns)).toBe(cheapestOfAll(costs));
      }),
    );
  });

  it('moves an earlier row aside where that is cheaper for both', () => {
    expect(
      cheapestMatching([
        [1, 2],
        [1, 9],
      ]),
    ).toEqual([1, 0]);
  });

  it('places nobody where there is nobody', () => {
    expect(cheapestMatching([])).toEqual([]);
  });
});
