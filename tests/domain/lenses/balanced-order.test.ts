import { describe, expect, it } from 'vitest';
import { balancedOrder } from '../../../src/domain/lenses/balanced-order.ts';

const range = (n: number) => Array.from({ length: n }, (_, i) => i);

describe.each([2, 3, 4, 5, 6, 10])('the balanced order of %i lenses', (n) => {
  const people = range(n % 2 === 0 ? n : 2 * n);
  const order = people.map((row) => range(n).map((column) => balancedOrder(n, row, column)));

  it('takes everybody through every lens once', () => {
    for (const row of order) expect(new Set(row).size).toBe(n);
  });

  it('has every lens held equally often in every round', () => {
    for (const column of range(n)) {
      for (const lens of range(n)) {
        expect(order.filter((row) => row[column] === lens)).toHaveLength(people.length / n);
      }
    }
  });

  it('lets every lens follow every other one equally often', () => {
    const follows = new Map<string, number>();
    for (const row of order) {
      for (const [i, lens] of row.slice(1).entries()) {
        const pair = `${row[i]}>${lens}`;
        follows.set(pair, (follows.get(pair) ?? 0) + 1);
      }
    }
    expect(follows.size).toBe(n * (n - 1));
    expect(new Set(follows.values()).size).toBe(1);
  });
});

describe('the balanced order', () => {
  it('of four lenses is the known square', () => {
    const square = range(4).map((row) => range(4).map((column) => balancedOrder(4, row, column)));
    expect(square).toEqual([
      [0, 1, 3, 2],
      [1, 2, 0, 3],
      [2, 3, 1, 0],
      [3, 0, 2, 1],
    ]);
  });

  it('begins again after the last round', () => {
    for (const row of range(6)) expect(balancedOrder(4, row, 5)).toBe(balancedOrder(4, row, 1));
  });
});
