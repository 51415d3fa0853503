import { expect, test } from 'vitest';
import { startWarnings } from '../../../src/lib/components/lobby/start-warnings.ts';
import { before as words } from '../../../src/lib/text/before.ts';
import { dayTime } from '../../../src/lib/text/dates.ts';

const minute = 60_000;
const now = Date.UTC(2026, 10, 26, 9, 30, 20);
const thisMinute = Date.UTC(2026, 10, 26, 9, 30);
const early = { segments: ['wins'], until: now + 90 * minute };

test('a start that has gone by is said to have; one in this minute has not', () => {
  expect(startWarnings(thisMinute - minute, now, null)).toEqual([words.startGoneBy]);
  expect(startWarnings(thisMinute, now, null)).toEqual([]);
  expect(startWarnings(null, now, early)).toEqual([]);
});

test('a start that ends writing ahead says until when people were to write, also where it has gone by', () => {
  const ends = words.startEndsEarly(dayTime(early.until));
  expect(startWarnings(now + 60 * minute, now, early)).toEqual([ends]);
  expect(startWarnings(early.until, now, early)).toEqual([]);
  expect(startWarnings(now - 5 * minute, now, early)).toEqual([words.startGoneBy, ends]);
});
