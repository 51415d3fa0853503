import { describe, expect, it } from 'vitest';
import {
  actionHash,
  isConfirmed,
  isTaken,
  positionHash,
  seatOf,
} from '../../../src/domain/stage/given-words.ts';
import { action, given, ops, position } from './promised.ts';

const bo = { kind: 'seat', seat: 'bo' } as const;

describe('[LEAVE-3] the word on an action', () => {
  it('stands while the action reads as its owner took it', () => {
    expect(isTaken(given([action()]), action())).toBe(true);
    expect(isTaken(given([action()]), action({ title: ' Test the restore\n' }))).toBe(true);
    expect(isTaken(given([action()]), action({ check: 'A report', order: 7 }))).toBe(true);
  });

  it.each([
    ['another title', { title: 'Test the restores' }],
    ['another owner', { owner: bo }],
    ['no owner', { owner: null }],
    ['a typed owner of that name', { owner: { kind: 'name', name: 'ana' } as const }],
    ['another date', { due: '2026-12-05' }],
    ['no date', { due: null }],
  ])('is asked for again with %s', (_, change) => {
    expect(isTaken(given([action()]), action(change))).toBe(false);
  });

  it('is the owner’s: nobody else can have given it, not even on the same text', () => {
    const words = { consents: { a1: { seat: 'bo', hash: actionHash(action()) } } };
    expect(isTaken(words, action())).toBe(false);
  });

  it('cannot come from a typed name, nor from what every object has', () => {
    expect(isTaken(given([action({ owner: ops })]), action({ owner: ops }))).toBe(false);
    expect(isTaken({ consents: {} }, action({ id: 'constructor' }))).toBe(false);
  });
});

describe('the word on a position', () => {
  it('stands while holder and text are as confirmed', () => {
    const words = given([], [position()]);
    expect(isConfirmed(words, position())).toBe(true);
    expect(isConfirmed(words, position({ text: 'We must not ship' }))).toBe(false);
    expect(isConfirmed(words, position({ holder: bo }))).toBe(false);
    expect(isConfirmed(words, position({ holder: null }))).toBe(false);
  });
});

describe('a hash', () => {
  it('is SHA-256 of the parts as a list, so that no two readings run into each other', () => {
    expect(actionHash(action())).toMatch(/^[0-9a-f]{64}$/);
    const parts = [
      actionHash({ title: 'a', owner: null, due: null }),
      actionHash({ title: 'a","', owner: null, due: null }),
      actionHash({ title: '', owner: { kind: 'name', name: 'a' }, due: null }),
      actionHash({ title: 'action', owner: null, due: null }),
      positionHash({ holder: null, text: 'a' }),
    ];
    expect(new Set(parts).size).toBe(parts.length);
  });
});

describe('whose word is asked for', () => {
  it('is the seat’s, where there is one', () => {
    expect([seatOf(bo), seatOf(ops), seatOf(null)]).toEqual(['bo', null, null]);
  });
});
