import { describe, expect, test } from 'vitest';
import { ServerClock } from '../../../src/lib/room/server-clock.ts';

/** A page whose monotonic clock is `now`, and a server that is `ahead` of it. */
function page({ ahead = 1_000_000, guess = 0 } = {}) {
  const time = { now: 500, ahead };
  const clock = new ServerClock(() => time.now, guess);
  /** One round trip with these delays there and back. */
  const ask = (there: number, back: number) => {
    const sentAt = time.now;
    const answer = Math.floor(sentAt + there + time.ahead);
    time.now += there + back;
    clock.take(sentAt, time.now, answer);
  };
  const errorMs = () => Math.abs(clock.now() - (time.now + time.ahead));
  return { time, clock, ask, errorMs };
}

describe('server time', () => {
  test('a guess stands until something was measured', () => {
    const { clock, ask, errorMs } = page({ guess: 42_000 });
    expect(clock.now()).toBe(42_000);
    expect(clock.isMeasured).toBe(false);
    ask(10, 10);
    expect(errorMs()).toBeLessThan(2);
  });

  test('the tightest of several round trips decides, whatever its place', () => {
    const { ask, errorMs } = page();
    ask(5, 400);
    ask(3, 3);
    ask(300, 5);
    expect(errorMs()).toBeLessThan(4);
  });

  test('a device that slept is right again after one round trip, even a slow one', () => {
    const { time, ask, errorMs } = page();
    ask(2, 2);
    time.ahead += 3_600_000;
    ask(60, 40);
    expect(errorMs()).toBeLessThan(51);
  });

  test('a server clock that was set back is followed', () => {
    const { time, ask, errorMs } = page();
    ask(2, 2);
    time.ahead -= 900;
    ask(20, 20);
    expect(errorMs()).toBeLessThan(21);
  });

  test('one slow and lopsided answer does not spoil a good measurement', () => {
    const { ask, errorMs } = page();
    ask(4, 4);
    ask(10, 2_000);
    expect(errorMs()).toBeLessThan(5);
  });

  test('slow drift is corrected in time, and stays below 100 ms', () => {
    const { time, ask, errorMs } = page();
    ask(5, 5);
    for (let minute = 0; minute < 60; minute += 1) {
      time.now += 60_000;
      time.ahead += 6;
      ask(5, 15);
      expect(errorMs()).toBeLessThan(30);
    }
  });

  test('an old measurement gives way to a slower one before it has drifted far', () => {
    const { time, ask, errorMs } = page();
    ask(5, 5);
    for (let minute = 0; minute < 60; minute += 1) {
      time.now += 60_000;
      time.ahead += 6;
      ask(100, 100);
      expect(errorMs()).toBeLessThan(60);
    }
  });
});
