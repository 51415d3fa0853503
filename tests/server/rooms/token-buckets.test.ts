import { describe, expect, it } from 'vitest';
import { TokenBuckets, type Rate } from '../../../server/rooms/token-buckets.ts';

function bucketsAt(rate: Rate) {
  let now = 1_000;
  const clock = { now: () => now, after: () => () => {} };
  return { buckets: new TokenBuckets(rate, clock), pass: (ms: number) => (now += ms) };
}

const twoPerSecond: Rate = { count: 2, perMs: 1_000, burst: 3 };

describe('token buckets', () => {
  it('give the burst, then what comes back with time', () => {
    const { buckets, pass } = bucketsAt(twoPerSecond);
    expect([1, 2, 3, 4].map(() => buckets.take('a'))).toEqual([true, true, true, false]);
    pass(499);
    expect(buckets.take('a')).toBe(false);
    pass(1);
    expect(buckets.take('a')).toBe(true);
    expect(buckets.take('a')).toBe(false);
  });

  it('never hold more than the burst', () => {
    const { buckets, pass } = bucketsAt(twoPerSecond);
    buckets.take('a');
    pass(3_600_000);
    expect([1, 2, 3, 4].map(() => buckets.take('a'))).toEqual([true, true, true, false]);
  });

  it('are separate for each key', () => {
    const { buckets } = bucketsAt({ count: 1, perMs: 1_000, burst: 1 });
    expect([buckets.take('a'), buckets.take('b'), buckets.take('a')]).toEqual([true, true, false]);
  });

  it('can be looked into without taking', () => {
    const { buckets } = bucketsAt({ count: 1, perMs: 1_000, burst: 1 });
    expect([buckets.has('a'), buckets.has('a'), buckets.take('a'), buckets.has('a')]).toEqual([
      true,
      true,
      true,
      false,
    ]);
  });

  it('give without end where the rate is 0', () => {
    const { buckets } = bucketsAt({ count: 0, perMs: 1_000, burst: 1 });
    expect(Array.from({ length: 100 }, () => buckets.take('a')).every(Boolean)).toBe(true);
    expect(buckets.size).toBe(0);
  });

  it('give nothing back when the clock is set back', () => {
    const { buckets, pass } = bucketsAt({ count: 1, perMs: 1_000, burst: 1 });
    buckets.take('a');
    pass(-60_000);
    expect(buckets.take('a')).toBe(false);
  });

  it('forget the key longest unused before they fill the memory', () => {
    const { buckets } = bucketsAt({ count: 1, perMs: 1_000, burst: 1 });
    buckets.take('first');
    for (let key = 0; key < 9_999; key++) buckets.take(`k${key}`);
    buckets.take('first');
    for (let key = 0; key < 20_000; key++) {
      buckets.take(`new${key}`);
      if (key % 5_000 === 0) buckets.take('first');
    }
    expect(buckets.size).toBe(10_000);
    expect(buckets.take('first')).toBe(false);
  });
});
