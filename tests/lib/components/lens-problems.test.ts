import { describe, expect, test } from 'vitest';
import { lensOf } from '../../../src/domain/lenses/catalogue.ts';
import { otherLenses } from '../../../src/domain/stage/own-lenses.ts';
import { letterProblem, nameProblem } from '../../../src/lib/components/lenses/lens-problems.ts';
import { lenses as words } from '../../../src/lib/text/lenses.ts';
import type { OwnLens } from '../../../src/protocol/agenda.ts';

const own = (id: string, name: string, letter: string): OwnLens => ({
  ...{ id, name, letter, icon: 'eye', questions: ['One?', 'Two?', 'Three?'] },
});
const buyer = own('buyer', 'Customer', 'C');
const client = own('client', 'customer', 'C');
const others = otherLenses({ ownLenses: [buyer, client] }, 'buyer');

describe('a lens that is changed', () => {
  test('has no name and no letter of another one', () => {
    const mine = own('buyer', 'Buyer', 'Q');
    expect(nameProblem(' CUSTOMER ', others, mine)).toBe(words.nameTaken);
    expect(nameProblem('user', others, null)).toBe(words.nameTaken);
    expect(letterProblem('U', others, mine)).toBe(words.letterTaken(lensOf('user')?.name ?? ''));
    expect(letterProblem('!', others, mine)).toBe(words.letterWrong);
    expect([nameProblem('Buyers', others, mine), letterProblem('Z', others, mine)]).toEqual([null, null]);
  });

  test('may keep what it was called before, also where another one is called so', () => {
    expect([nameProblem('Customer', others, buyer), letterProblem('C', others, buyer)]).toEqual([null, null]);
    expect(nameProblem('Customer', others, null)).toBe(words.nameTaken);
    expect(letterProblem('C', others, null)).not.toBeNull();
  });
});
