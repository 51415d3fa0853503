/**
 * A balanced Latin square (Williams 1949): in each round every lens is taken, and over all people each lens follows
 * each other one equally often, so that nobody always hears the same one right after the same other.
 */

/** Index of the lens that person `row` takes in round `column`. With an odd number of lenses odd rows run backwards. */
export function balancedOrder(lenses: number, row: number, column: number): number {
  const backwards = lenses % 2 === 1 && Math.floor(row / lenses) % 2 === 1;
  const turn = column % lenses;
  return (zigzag(lenses, backwards ? lenses - 1 - turn : turn) + row) % lenses;
}

/** 0, 1, n-1, 2, n-2 … */
function zigzag(n: number, i: number): number {
  if (i === 0) return 0;
  return i % 2 === 1 ? (i + 1) / 2 : n - i / 2;
}
