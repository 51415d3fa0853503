import { describe, expect, test } from 'vitest';
import { railLetters } from '../../../src/lib/components/agenda/rail-widths.ts';

const lettersOf = (...parts: readonly (readonly [string, number])[]) => {
  const all = parts.map(([title, minutes]) => ({ title, minutes }));
  return all.map((part) => railLetters(part, all));
};

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
});
