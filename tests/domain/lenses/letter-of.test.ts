import { expect, it } from 'vitest';
import { letterOf } from '../../../src/domain/lenses/letter-of.ts';

it.each([
  ['Legal', 'L'],
  ['élan', 'É'],
  ['“sales”', 'S'],
  ['24/7', '2'],
  ['ßig', 'ß'],
  ['право', 'П'],
  ['🔥', ''],
])('the letter for %s is %s: one, large where that is one letter too', (name, letter) => {
  expect(letterOf(name)).toBe(letter);
});

it('is the first that no other lens has, and the first of all where each is taken', () => {
  expect(letterOf('Design', new Set(['D', 'E']))).toBe('S');
  expect(letterOf('DD', new Set(['D']))).toBe('D');
});
