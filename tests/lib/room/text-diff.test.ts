import { describe, expect, test } from 'vitest';
import { mapPosition, spliceBetween } from '../../../src/lib/room/text-diff.ts';

describe('the splice between two values of a field', () => {
  test.each([
    ['one letter typed', 'helo', 'hello', 4, { index: 3, remove: 0, insert: 'l' }],
    ['a repeated letter goes where the caret is', 'aaa', 'aaaa', 1, { index: 0, remove: 0, insert: 'a' }],
    ['a repeated letter at the end', 'aaa', 'aaaa', 4, { index: 3, remove: 0, insert: 'a' }],
    ['a word replaced', 'a cat sat', 'a dog sat', 5, { index: 2, remove: 3, insert: 'dog' }],
    ['a letter erased', 'abc', 'ac', 1, { index: 1, remove: 1, insert: '' }],
    ['everything erased', 'abc', '', 0, { index: 0, remove: 3, insert: '' }],
    ['deleting ahead of the caret', 'aab', 'ab', 0, { index: 0, remove: 1, insert: '' }],
  ])('%s', (_, before, after, caret, splice) => {
    expect(spliceBetween(before, after, caret)).toEqual(splice);
  });

  test('nothing changed is no splice', () => {
    expect(spliceBetween('abc', 'abc', 2)).toBeNull();
  });

  test('one of two emoji that share half a code is replaced whole', () => {
    expect(spliceBetween('a😀b', 'a😁b', 3)).toEqual({ index: 1, remove: 2, insert: '😁' });
    expect(spliceBetween('😀', '😀😀', 2)).toEqual({ index: 0, remove: 0, insert: '😀' });
  });

  test('applied to the old value it always gives the new one', () => {
    const words = ['', 'a', 'aa', 'ab', 'ba', 'aba', '😀', '😀😁', 'a😀', '😁a', 'abab'];
    for (const before of words) {
      for (const after of words) {
        for (let caret = 0; caret <= after.length; caret += 1) {
          const splice = spliceBetween(before, after, caret);
          const { index, remove, insert } = splice ?? { index: 0, remove: 0, insert: '' };
          expect(before.slice(0, index) + insert + before.slice(index + remove)).toBe(after);
        }
      }
    }
  });
});

describe('a position while text changes', () => {
  test('text before it moves it, text behind it does not', () => {
    expect(mapPosition(5, { index: 2, remove: 0, insert: 'xy' })).toBe(7);
    expect(mapPosition(5, { index: 2, remove: 2, insert: '' })).toBe(3);
    expect(mapPosition(5, { index: 6, remove: 1, insert: 'z' })).toBe(5);
  });

  test('text that arrives at the caret stays behind it, unless it belongs before', () => {
    expect(mapPosition(5, { index: 5, remove: 0, insert: 'xy' })).toBe(5);
    expect(mapPosition(5, { index: 5, remove: 0, insert: 'xy' }, 'before')).toBe(7);
  });

  test('inside what was replaced it falls back to the start', () => {
    expect(mapPosition(5, { index: 3, remove: 4, insert: 'long words' })).toBe(3);
  });
});
