import { describe, expect, test } from 'vitest';
import { findBlame } from '../../../../src/lib/components/timeline/blaming.ts';

describe('wordings that judge by what is known only now', () => {
  test.each([
    ['Bo should have looked', 'should have'],
    ['They Should’ve known', 'Should’ve'],
    ['The team failed to notice', 'failed to'],
    ['Somebody forgot to renew it', 'forgot to'],
    ['It was human error.', 'human error'],
    ['We could not have known, but could have asked', 'could not have'],
  ])('%j is found', (text, found) => {
    expect(findBlame(text)).toBe(found);
  });

  test.each([
    '',
    'The check failed',
    'It should page within 5 minutes',
    'Default to blameless',
    'The fault line',
  ])('%j is left alone', (text) => {
    expect(findBlame(text)).toBeNull();
  });
});
