import { afterEach, describe, expect, test, vi } from 'vitest';
import {
  dayTime,
  timeBeside,
  timeOfDay,
  workingDayFrom,
  workingDaysAfter,
} from '../../../src/lib/text/dates.ts';

/** At noon on this device; month counted from 1. */
const noon = (year: number, month: number, day: number) => new Date(year, month - 1, day, 12).getTime();

describe('suggested days', () => {
  test.each([
    ['a Friday', noon(2026, 11, 27), '2026-12-04'],
    ['a Saturday', noon(2026, 11, 28), '2026-12-07'],
    ['a Sunday', noon(2026, 11, 29), '2026-12-07'],
    ['a Monday', noon(2026, 11, 30), '2026-12-07'],
    ['the last Saturday of a year', noon(2026, 12, 26), '2027-01-04'],
  ])('a week after %s are working days', (_, now, day) => {
    expect(workingDayFrom(now, 7)).toBe(day);
  });

  test('are never at a weekend, however far away and whenever they are asked for', () => {
    const weekdays = new Set<number>();
    for (let today = 0; today < 14; today += 1)
      for (let ahead = 0; ahead <= 30; ahead += 1) {
        const day = workingDayFrom(noon(2026, 10, 19 + today), ahead);
        weekdays.add(new Date(`${day}T12:00`).getDay());
      }
    expect([...weekdays].sort()).toEqual([1, 2, 3, 4, 5]);
  });

  test.each([
    ['a Thursday', noon(2026, 11, 26), 1, '2026-11-27'],
    ['a Friday', noon(2026, 11, 27), 1, '2026-11-30'],
    ['a Saturday', noon(2026, 11, 28), 1, '2026-11-30'],
    ['a Wednesday', noon(2026, 11, 25), 5, '2026-12-02'],
  ])('counted in working days after %s pass over the weekend', (_, now, count, day) => {
    expect(workingDaysAfter(now, count)).toBe(day);
  });
});

describe('a time of day', () => {
  afterEach(() => void vi.restoreAllMocks());

  test.each([
    ['en-US', '2:06 AM', 'Fri, Nov 27, 2:06 AM'],
    ['en-GB', '02:06', 'Fri 27 Nov, 02:06'],
  ])('has the zero in front that its language %s gives it', (locale, time, day) => {
    const Format = Intl.DateTimeFormat;
    vi.spyOn(Intl, 'DateTimeFormat').mockImplementation(function (_, options) {
      return new Format(locale, options);
    });
    const at = new Date(2026, 10, 27, 2, 6).getTime();
    const plain = (text: string) => text.replace(/\s/gu, ' ');
    expect([timeOfDay(at), timeBeside(at, at), dayTime(at)].map(plain)).toEqual([time, time, day]);
  });
});
