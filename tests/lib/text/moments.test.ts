import { describe, expect, test } from 'vitest';
import {
  clockTime,
  dayOf,
  differsFromUtc,
  momentOn,
  sameTimeOn,
  spell,
  typedMoment,
} from '../../../src/lib/text/moments.ts';

process.env['TZ'] = 'Europe/Berlin';
const at = Date.parse('2026-11-20T23:18:00Z');

test('a moment stands by 24 hours, on the day of the zone that is shown', () => {
  expect([clockTime(at, 'utc'), clockTime(at, 'local')]).toEqual(['23:18', '00:18']);
  expect(clockTime(at + 31_000, 'utc')).toBe('23:18:31');
  expect([dayOf(at, 'utc'), dayOf(at, 'local'), dayOf(at, 'utc', 11)]).toEqual([
    ...['2026-11-20', '2026-11-21', '2026-12-01'],
  ]);
  expect(typedMoment(at, 'local')).toBe('2026-11-21 00:18');
  expect(differsFromUtc(at)).toBe(true);
});

describe('a moment on a day', () => {
  test('is the same that was shown, in both zones and on both sides of a change of clocks', () => {
    for (const zone of ['utc', 'local'] as const)
      for (const moment of [at, Date.parse('2026-07-01T04:00Z'), Date.parse('2026-10-25T03:30Z')]) {
        const [hour, minute] = clockTime(moment, zone).split(':').map(Number) as [number, number];
        expect(momentOn(dayOf(moment, zone), [hour, minute, 0, 0], zone)).toBe(moment);
      }
  });

  test('is none where no calendar has the day', () => {
    for (const day of ['2026-02-31', '2026-13-01', '2026-00-10', 'yesterday'])
      expect(momentOn(day, [12, 0, 0, 0], 'utc')).toBeNull();
  });
});

test('a moment on another day keeps its time of day, on both sides of a change of clocks', () => {
  const moved = (shown: string, to: string) => {
    const found = sameTimeOn(to, new Date(shown).getTime(), 'local');
    return found === null ? null : typedMoment(found, 'local');
  };
  expect(moved('2026-03-28T00:30', '2026-03-29')).toBe('2026-03-29 00:30');
  expect(moved('2026-03-28T23:30:07', '2026-03-29')).toBe('2026-03-29 23:30:07');
  expect(moved('2026-10-26T00:30', '2026-10-25')).toBe('2026-10-25 00:30');
  expect(moved('2026-02-28T12:00', '2026-02-31')).toBeNull();
  expect(sameTimeOn('2026-10-26', Date.parse('2026-10-24T23:30:00.250Z'), 'utc')).toBe(
    Date.parse('2026-10-26T23:30:00.250Z'),
  );
});

test.each([
  [40_000, '40 s'],
  [22 * 60_000, '22 min'],
  [60 * 60_000, '1 h'],
  [65 * 60_000, '1 h 5 min'],
  [24 * 60 * 60_000, '1 day'],
  [51 * 60 * 60_000, '2 days 3 h'],
])('%d ms are spelled %s', (ms, words) => {
  expect(spell(ms)).toBe(words);
});
