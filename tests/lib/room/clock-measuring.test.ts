import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { ClockMeasuring } from '../../../src/lib/room/clock-measuring.ts';
import { ServerClock } from '../../../src/lib/room/server-clock.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

/** A device with a date of its own, and a server one hour ahead of the page's monotonic clock. */
function device() {
  const time = { asleepMs: 0, dateJumpMs: 0, asked: 0, answers: true };
  const started = Date.now();
  const monotonic = () => Date.now() - started - time.asleepMs;
  const server = () => Date.now() - started + 3_600_000;
  const clock = new ServerClock(monotonic, 0);
  const ask = async () => {
    time.asked += 1;
    if (!time.answers) throw new Error('no answer');
    return server();
  };
  const measuring = new ClockMeasuring(
    clock,
    ask,
    { monotonic, date: () => Date.now() + time.dateJumpMs },
    () => undefined,
  );
  return { time, clock, measuring, errorMs: () => Math.abs(clock.now() - server()) };
}

describe('keeping server time', () => {
  test('asks several times at first, then one time now and then', async () => {
    const { time, measuring, errorMs } = device();
    measuring.start();
    await measuring.measure();
    expect(time.asked).toBe(5);
    expect(errorMs()).toBeLessThan(3);
    await vi.advanceTimersByTimeAsync(60_000);
    expect(time.asked).toBe(8);
    measuring.stop();
  });

  test('time lost in sleep is noticed within a second or so and made good', async () => {
    const { time, measuring, errorMs } = device();
    measuring.start();
    await measuring.measure();
    time.asleepMs = 600_000;
    expect(errorMs()).toBeGreaterThan(500_000);
    await vi.advanceTimersByTimeAsync(1_500);
    expect(errorMs()).toBeLessThan(3);
    measuring.stop();
  });

  test('a date that jumps changes nothing', async () => {
    const { time, measuring, errorMs } = device();
    measuring.start();
    await measuring.measure();
    time.dateJumpMs = -7_200_000;
    await vi.advanceTimersByTimeAsync(5_000);
    expect(errorMs()).toBeLessThan(3);
    measuring.stop();
  });

  test('no answer leaves the clock as it was', async () => {
    const { time, measuring, errorMs } = device();
    await measuring.measure();
    time.answers = false;
    await measuring.measure();
    expect(errorMs()).toBeLessThan(3);
  });
});
