import { expect, test } from 'vitest';
import { isDayThatWas } from '../../../../src/lib/components/timeline/day-that-was.ts';

test.each([
  ['2026-11-26', true],
  ['2026-11-20', true],
  ['1970-01-02', true],
  ['2026-11-27', false],
  ['1970-01-01', false],
  ['0020-11-20', false],
  ['12026-11-20', false],
  ['', false],
])('%j has been on 26 November 2026: %j', (day, was) => {
  expect(isDayThatWas(day, '2026-11-26')).toBe(was);
});
