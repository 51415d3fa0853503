import { expect, test } from 'vitest';
import { startsDay } from '../../../../src/lib/components/timeline/starts-day.ts';

const entries = ['2026-11-22T22:40Z', '2026-11-23T00:20Z', '2026-11-23T09:00Z'].map((at) => ({
  at: Date.parse(at),
}));

test('a day is named above the first entry that is shown of it, on every page', () => {
  const named = (shown: typeof entries) => shown.map((_, index) => startsDay(shown, index, 'utc'));
  expect(named(entries)).toEqual([true, true, false]);
  expect(named(entries.slice(2))).toEqual([true]);
});
