import { describe, expect, it } from 'vitest';
import { createBudget } from '../../server/sync/budget.ts';

describe('a budget', () => {
  const at = (now: number) => ({ time: now, now: () => clock.time });
  let clock = at(0);
  const budget = (ratePerSecond: number, burst: number) => {
    clock = at(1_000);
    return createBudget({ ratePerSecond, burst }, clock);
  };

  it('lets a burst through and then says how long to wait', () => {
    const frames = budget(10, 3);
    expect([1, 1, 1, 1, 1].map((count) => frames.take(count))).toEqual([0, 0, 0, 100, 200]);
  });

  it('has paid its debt after exactly the wait it named', () => {
    const frames = budget(10, 1);
    frames.take(1);
    clock.time += frames.take(1);
    expect(frames.take(0)).toBe(0);
    expect(frames.take(1)).toBe(100);
  });

  it('[SYNC-10] lets one large frame in on credit, since a frame is never dropped out of a stream', () => {
    const bytes = budget(1_000, 500);
    expect(bytes.take(2_500)).toBe(2_000);
  });

  it('never saves up more than a burst', () => {
    const frames = budget(10, 2);
    clock.time += 3_600_000;
    expect([1, 1, 1].map((count) => frames.take(count))).toEqual([0, 0, 100]);
  });

  it('neither refills nor charges when the clock is set back', () => {
    const frames = budget(10, 2);
    frames.take(2);
    clock.time -= 60_000;
    expect(frames.take(1)).toBe(100);
    clock.time += 100;
    expect(frames.take(0)).toBe(0);
  });
});
