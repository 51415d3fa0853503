import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { assignRound, lensForNewcomer, type Held } from '../../../src/domain/lenses/assignment.ts';
import { lenses as catalogue } from '../../../src/domain/lenses/catalogue.ts';

const four = ['user', 'oncall', 'product', 'security'];
const all = catalogue.map(({ id }) => id);
const people = (n: number) => Array.from({ length: n }, (_, i) => `p${String(i).padStart(2, '0')}`);
const sizes = (held: Held, lenses: readonly string[]) =>
  lenses.map((lens) => Object.values(held).filter((one) => one === lens).length);
const isEven = (counts: readonly number[]) => Math.max(...counts) - Math.min(...counts) <= 1;

function rounds(seats: readonly string[], lenses: readonly string[], count: number): Held[] {
  const previous: Held[] = [];
  for (let round = 0; round < count; round++) {
    previous.push(assignRound({ seats, lenses, mode: 'distributed', round, previous }));
  }
  return previous;
}

const seen = (history: readonly Held[], seat: string) => new Set(history.map((held) => held[seat]));

describe('a distributed round', () => {
  it('takes a stable group of any size through every lens, with as many rounds as lenses', () => {
    for (let lenses = 1; lenses <= all.length; lenses++) {
      for (let n = 1; n <= 15; n++) {
        const some = all.slice(0, lenses);
        const history = rounds(people(n), some, lenses);
        for (const seat of people(n))
          expect([n, lenses, seen(history, seat).size]).toEqual([n, lenses, lenses]);
        for (const held of history) expect(isEven(sizes(held, some))).toBe(true);
      }
    }
  });

  it('keeps to the balanced order in a group that divides evenly', () => {
    const history = rounds(people(8), four, 4);
    expect(history.map((held) => held.p00)).toEqual(['user', 'oncall', 'security', 'product']);
    expect(history.map((held) => held.p05)).toEqual(['oncall', 'product', 'user', 'security']);
  });

  it('gives the odd person the lens that the fewest have held', () => {
    const previous = [{ a: 'user', b: 'user', c: 'oncall', d: 'product' }];
    const held = assignRound({ seats: people(5), lenses: four, mode: 'distributed', round: 1, previous });
    expect(sizes(held, four)).toEqual([1, 1, 1, 2]);
  });

  it('depends only on who takes part and what was held, not on the order in which they are named', () => {
    fc.assert(
      fc.property(
        fc.shuffledSubarray(people(12), { minLength: 1 }),
        fc.array(fc.dictionary(fc.constantFrom(...people(12)), fc.constantFrom(...four)), { maxLength: 3 }),
        (seats, previous) => {
          const request = { lenses: four, mode: 'distributed', round: previous.length, previous } as const;
          expect(assignRound({ ...request, seats })).toEqual(
            assignRound({ ...request, seats: [...seats].reverse().concat(seats) }),
          );
        },
      ),
    );
  });

  it('is empty where nobody takes part or there is no lens', () => {
    const request = { mode: 'distributed', round: 0, previous: [] } as const;
    expect(assignRound({ ...request, seats: [], lenses: four })).toEqual({});
    expect(assignRound({ ...request, seats: ['a'], lenses: [] })).toEqual({});
  });
});

describe('a parallel round', () => {
  it('gives everybody the lens of the round', () => {
    const held = assignRound({ seats: people(3), lenses: four, mode: 'parallel', round: 2, previous: [] });
    expect(held).toEqual({ p00: 'product', p01: 'product', p02: 'product' });
  });
});

/** Who joins and who leaves before and inside each round. */
const comings = fc.array(
  fc.record({
    leave: fc.array(fc.nat({ max: 30 }), { maxLength: 3 }),
    join: fc.nat({ max: 3 }),
    joinInside: fc.nat({ max: 3 }),
  }),
  { minLength: 1, maxLength: 8 },
);

interface Lived {
  readonly here: readonly string[];
  readonly begun: Held;
  readonly ended: Held;
}

/** Plays the rounds of a meeting in which people come and go. */
function live(
  start: number,
  steps: typeof comings extends fc.Arbitrary<infer T> ? T : never,
  lenses: string[],
) {
  const names = people(99).values();
  const join = (n: number) => Array.from({ length: n }, () => names.next().value ?? '');
  let here = join(start);
  const history: Lived[] = [];
  for (const [round, { leave, join: before, joinInside }] of steps.entries()) {
    const gone = new Set(leave.map((i) => here[i % here.length]));
    here = [...here.filter((seat) => !gone.has(seat)), ...join(before)];
    const previous = history.map(({ ended }) => ended);
    const request = { lenses, mode: 'distributed', round, previous } as const;
    const begun = assignRound({ ...request, seats: here });
    let ended: Held = begun;
    for (const seat of join(joinInside)) {
      ended = { ...ended, [seat]: lensForNewcomer({ ...request, seat, held: ended }) ?? '' };
      here = [...here, seat];
    }
    history.push({ here: Object.keys(begun), begun, ended });
  }
  return history;
}

const lensSet = fc.integer({ min: 2, max: 10 }).map((n) => all.slice(0, n));
const starting = fc.integer({ min: 1, max: 16 });

describe('while people come and go', () => {
  it('every lens is held whenever there are as many people as lenses', () => {
    fc.assert(
      fc.property(starting, comings, lensSet, (start, steps, lenses) => {
        for (const { here, begun, ended } of live(start, steps, lenses)) {
          const least = Math.min(...sizes(begun, lenses));
          expect(least >= 1).toBe(here.length >= lenses.length);
          if (Object.keys(ended).length >= lenses.length) {
            expect(Math.min(...sizes(ended, lenses))).toBeGreaterThanOrEqual(1);
          }
        }
      }),
    );
  });

  it('the sizes differ by at most one, also after somebody arrived inside the round', () => {
    fc.assert(
      fc.property(starting, comings, lensSet, (start, steps, lenses) => {
        for (const { begun, ended } of live(start, steps, lenses)) {
          expect(isEven(sizes(begun, lenses))).toBe(true);
          expect(isEven(sizes(ended, lenses))).toBe(true);
        }
      }),
    );
  });

  it('nobody is given another lens inside a round, and everybody who takes part has one', () => {
    fc.assert(
      fc.property(starting, comings, lensSet, (start, steps, lenses) => {
        for (const { here, begun, ended } of live(start, steps, lenses)) {
          for (const seat of here) {
            expect(lenses).toContain(begun[seat]);
            expect(ended[seat]).toBe(begun[seat]);
          }
        }
      }),
    );
  });

  it('hardly anybody meets a lens again while another is still new to them', () => {
    let repeats = 0;
    let turns = 0;
    fc.assert(
      fc.property(starting, comings, (start, steps) => {
        const history = live(start, steps, four).map(({ ended }) => ended);
        for (const [round, held] of history.entries()) {
          for (const [seat, lens] of Object.entries(held)) {
            const before = seen(history.slice(0, round), seat);
            before.delete(undefined);
            turns++;
            if (before.has(lens) && before.size < four.length) repeats++;
          }
        }
      }),
      { seed: 7, numRuns: 300 },
    );
    expect(repeats / turns).toBeLessThan(0.03);
  });
});

describe('a newcomer', () => {
  const request = { lenses: four, mode: 'distributed', round: 1, previous: [] } as const;

  it('gets the lens that the fewest hold in this round', () => {
    const held = { a: 'user', b: 'oncall', c: 'security' };
    expect(lensForNewcomer({ ...request, seat: 'z', held })).toBe('product');
  });

  it('gets one they have not held, where several are held equally', () => {
    const held = { a: 'user', b: 'oncall', c: 'product', d: 'security' };
    const previous = [{ z: 'user' }];
    expect(lensForNewcomer({ ...request, seat: 'z', held, previous })).toBe('oncall');
  });

  it('takes what everybody has in a parallel round', () => {
    expect(lensForNewcomer({ ...request, mode: 'parallel', seat: 'z', held: {} })).toBe('oncall');
  });

  it('gets none where there are no lenses', () => {
    expect(lensForNewcomer({ ...request, lenses: [], seat: 'z', held: {} })).toBeNull();
    expect(lensForNewcomer({ ...request, mode: 'parallel', lenses: [], seat: 'z', held: {} })).toBeNull();
  });
});
