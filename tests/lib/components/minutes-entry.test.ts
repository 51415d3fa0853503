import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { MinutesEntry } from '../../../src/lib/components/agenda/builder/minutes-entry.svelte.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

function field({ mayRepeat = false } = {}) {
  const state = { given: 4, sent: [] as number[] };
  const entry = new MinutesEntry({
    given: () => state.given,
    min: () => 1,
    max: () => 180,
    mayRepeat: () => mayRepeat,
    send: (minutes) => {
      state.sent.push(minutes);
      state.given = minutes;
      return Promise.resolve(true);
    },
  });
  return { state, entry };
}

describe('minutes of the agenda', () => {
  test('that are typed slowly go out when the field is left, and not halfway', async () => {
    const { state, entry } = field();
    entry.type('1');
    await vi.advanceTimersByTimeAsync(5_000);
    entry.type('12');
    await vi.advanceTimersByTimeAsync(5_000);
    expect([state.sent, entry.shown, entry.isUnsent]).toEqual([[], '12', true]);
    await entry.leave();
    expect([state.sent, entry.shown, entry.isUnsent]).toEqual([[12], '12', false]);
  });

  test('that are stepped quickly go out as one', async () => {
    const { state, entry } = field();
    for (let i = 0; i < 3; i += 1) entry.step(1);
    expect([state.sent, entry.shown]).toEqual([[], '7']);
    await vi.advanceTimersByTimeAsync(400);
    expect(state.sent).toEqual([7]);
  });

  test('that are what everybody has go out only where that is a choice, and not when a field is merely left', async () => {
    const { state, entry } = field();
    entry.type('4');
    await entry.leave();
    expect(state.sent).toEqual([]);
    const buffer = field({ mayRepeat: true });
    await buffer.entry.leave();
    expect(buffer.state.sent).toEqual([]);
    buffer.entry.type('4');
    await buffer.entry.leave();
    expect([buffer.state.sent, buffer.entry.isUnsent]).toEqual([[4], false]);
  });

  test.each(['', '0', '999', '2.5'])('that cannot be any stay to be mended: “%s”', async (typed) => {
    const { state, entry } = field();
    entry.type(typed);
    expect(entry.isWrong).toBe(false);
    await entry.leave();
    expect([state.sent, entry.shown, entry.isWrong]).toEqual([[], typed, true]);
    expect(entry.isUnsent).toBe(false);
    entry.type('5');
    expect(entry.isWrong).toBe(false);
    entry.giveUp();
    expect([entry.shown, entry.isWrong]).toEqual(['4', false]);
  });

  test('step from what everybody has where what was typed is wrong, and not past what is allowed', async () => {
    const { state, entry } = field();
    entry.type('999');
    await entry.leave();
    entry.step(-1);
    expect([entry.shown, entry.isWrong]).toEqual(['3', false]);
    for (let i = 0; i < 5; i += 1) entry.step(-1);
    await vi.advanceTimersByTimeAsync(400);
    expect(state.sent).toEqual([1]);
  });

  test('say what was seen when they were begun, and after they were taken what came of that', async () => {
    const state = { basis: 4, seen: [] as number[] };
    const entry = new MinutesEntry({
      given: () => state.basis,
      min: () => 1,
      max: () => 180,
      basis: () => state.basis,
      send: async (minutes, seen) => {
        state.seen.push(seen);
        await Promise.resolve();
        state.basis = minutes;
        return true;
      },
    });
    entry.type('1');
    state.basis = 9;
    entry.type('12');
    await entry.leave();
    expect(state.seen).toEqual([4]);
    entry.step(1);
    const first = vi.advanceTimersByTimeAsync(400);
    entry.step(1);
    const last = entry.leave();
    entry.step(1);
    await Promise.all([first, last, entry.leave()]);
    expect([state.seen, state.basis]).toEqual([[4, 12, 14], 15]);
  });
});
