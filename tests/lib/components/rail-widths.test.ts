import { describe, expect, test } from 'vitest';
import { foldedLetters, railLetters } from '../../../src/lib/components/agenda/rail-widths.ts';

type Named = readonly [title: string, minutes: number];

const lettersIn = (lines: 1 | 2, ...parts: readonly Named[]) => {
  const all = parts.map(([title, minutes]) => ({ title, minutes }));
  return all.map((part) => railLetters(part, all, lines));
};
const lettersOf = (...parts: readonly Named[]) => lettersIn(1, ...parts);

describe('the width of a part in the agenda', () => {
  test('is enough for its name', () => {
    expect(lettersOf(['Vote', 3], ['Follow-up', 4], ['Perspectives', 16])).toEqual([4, 9, 12]);
  });

  test('is never less than that of a part with fewer minutes, and the same where they have as many', () => {
    expect(lettersOf(['Close', 3], ['Vote', 3], ['Follow-up', 4], ['Wins', 8])).toEqual([5, 5, 9, 9]);
  });

  test('is enough for the first word of a long name, and for no more than a word of usual length', () => {
    expect(lettersOf(['Silent writing for all', 3])).toEqual([6]);
    expect(lettersOf(['Verantwortlichkeiten klären', 3])).toEqual([12]);
  });

  test('is less where a name may stand in two lines: enough for the longer of them', () => {
    expect(lettersIn(2, ['Vote', 3], ['Silent read', 4], ['Trade-offs per option', 24])).toEqual([4, 6, 10]);
    expect(lettersIn(2, ['Contributing factors by lens', 3])).toEqual([12]);
    expect(lettersIn(2, ['Close', 3], ['Vote', 5])).toEqual([5, 5]);
  });
});

test('a name is folded where its lines are shortest, and a word stays whole', () => {
  const names = ['Perspectives', 'Risks by lens', 'What went well + where we were lucky', ' Vote ', ''];
  expect(names.map(foldedLetters)).toEqual([12, 7, 19, 4, 0]);
});
