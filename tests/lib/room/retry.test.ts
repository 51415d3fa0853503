import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { Retry } from '../../../src/lib/room/retry.ts';

beforeEach(() => vi.useFakeTimers());
afterEach(() => vi.useRealTimers());

function trying() {
  const again = vi.fn();
  // With this chance every wait is as long as it can get.
  return { again, retry: new Retry(again, () => 1) };
}

/** How long it takes until it is tried, ms. */
function waits(again: () => void, retry: Retry): number {
  const from = Date.now();
  vi.mocked(again).mockClear();
  retry.later();
  while (vi.mocked(again).mock.calls.length === 0) vi.advanceTimersByTime(100);
  return Date.now() - from;
}

describe('what failed', () => {
  test('is tried again after ever longer waits, and soon again once it has worked', () => {
    const { again, retry } = trying();
    expect([1, 2, 3].map(() => waits(again, retry))).toEqual([400, 800, 1_600]);
    retry.succeeded();
    expect(waits(again, retry)).toBe(400);
  });

  test('is tried at once, and once, where somebody cannot wait', () => {
    const { again, retry } = trying();
    expect(retry.isDue).toBe(false);
    retry.later();
    retry.later();
    expect(retry.isDue).toBe(true);
    retry.now();
    expect(retry.isDue).toBe(false);
    vi.runAllTimers();
    expect(again).toHaveBeenCalledTimes(1);
    expect(waits(again, retry)).toBe(400);
  });

  test('is left alone once it is stopped', () => {
    const { again, retry } = trying();
    retry.later(5_000);
    retry.stop();
    expect(retry.isDue).toBe(false);
    vi.runAllTimers();
    expect(again).not.toHaveBeenCalled();
  });

  test('waits for longer where it was told that it comes too often', () => {
    const { again, retry } = trying();
    retry.later(5_000);
    vi.advanceTimersByTime(5_399);
    expect(again).not.toHaveBeenCalled();
    vi.advanceTimersByTime(1);
    expect(again).toHaveBeenCalledTimes(1);
  });
});
