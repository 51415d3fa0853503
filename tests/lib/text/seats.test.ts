import { describe, expect, test } from 'vitest';
import { seats as words } from '../../../src/lib/text/seats.ts';

describe('what a new link asks first', () => {
  test.each([
    [['Max'], '1 person has to leave: Max.'],
    [['Max', 'Nia'], '2 people have to leave: Max and Nia.'],
    [['Max', '', ''], '3 people have to leave: Max and 2 without a name.'],
    [['', ''], '2 people have to leave.'],
  ])('counts and names who has to leave: %j', (names, told) => {
    expect(words.dropped(names).startsWith(`${told} What they have not revealed`)).toBe(true);
  });
});
