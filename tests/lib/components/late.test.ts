import { expect, test, vi } from 'vitest';
import { late, soon } from '../../../src/lib/components/room/late.ts';

test('what cannot be fetched is asked for again until it is there, and then is there at once', async () => {
  vi.useFakeTimers();
  let tries = 0;
  const load = late(() =>
    ++tries < 3 ? Promise.reject(new Error('no network')) : Promise.resolve('the part'),
  );
  const coming = soon(load);
  await vi.advanceTimersByTimeAsync(10_000);
  await expect(coming).resolves.toBe('the part');
  expect(tries).toBe(3);
  expect(soon(load)).toBe('the part');
  vi.useRealTimers();
});
