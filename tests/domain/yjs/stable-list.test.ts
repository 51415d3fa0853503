import { describe, expect, it } from 'vitest';
import * as Y from 'yjs';
import { Board } from '../../../src/domain/board/board.ts';
import { keepIdentity } from '../../../src/domain/yjs/stable-list.ts';

const owner = (seat: string) => ({ kind: 'seat', seat });

describe('a list read again', () => {
  it('is the same list where nothing changed', () => {
    const before = [
      { id: 'a', owner: owner('s1') },
      { id: 'b', owner: null },
    ];
    expect(keepIdentity(before, structuredClone(before))).toBe(before);
  });

  it('keeps the items that did not change, and takes those that did', () => {
    const before = [
      { id: 'a', owner: owner('s1') },
      { id: 'b', owner: owner('s1') },
    ];
    const after = keepIdentity(before, [
      { id: 'a', owner: owner('s1') },
      { id: 'b', owner: owner('s2') },
    ]);
    expect(after[0]).toBe(before[0]);
    expect(after[1]).toEqual({ id: 'b', owner: owner('s2') });
    expect(after).not.toBe(before);
  });

  it('keeps items that moved, and notices that they did', () => {
    const before = [{ id: 'a' }, { id: 'b' }];
    const after = keepIdentity(before, [{ id: 'b' }, { id: 'a' }]);
    expect(after).not.toBe(before);
    expect(after[0]).toBe(before[1]);
    expect(after[1]).toBe(before[0]);
  });

  it('notices what was added and what is gone', () => {
    const before = [{ id: 'a' }, { id: 'b' }];
    expect(keepIdentity(before, [{ id: 'a' }])).toEqual([{ id: 'a' }]);
    expect(keepIdentity(before, [...before, { id: 'c' }])).toHaveLength(3);
    expect(keepIdentity([], [])).toEqual([]);
  });

  it('tells a field that is absent from one that is undefined', () => {
    const before: { id: string; note?: undefined }[] = [{ id: 'a' }];
    const after = [{ id: 'a', note: undefined }];
    expect(keepIdentity(before, after)[0]).toBe(after[0]);
  });

  it('asks the given comparison where one is given', () => {
    const before = [{ id: 'a', seen: 1 }];
    expect(keepIdentity(before, [{ id: 'a', seen: 2 }], () => true)).toBe(before);
  });

  it('keeps the other actions of a board when one of them gets an owner', () => {
    const board = new Board(new Y.Doc(), { kind: 'own' });
    board.addAction('a', 'Alert on queue depth');
    board.addAction('b', 'Write the runbook');
    const before = board.readActions();
    board.setOwner('b', { kind: 'name', name: 'Bo' });
    const after = keepIdentity(before, board.readActions());
    expect(after[0]).toBe(before[0]);
    expect(after[1]?.owner).toEqual({ kind: 'name', name: 'Bo' });
  });
});
