import { describe, expect, it } from 'vitest';
import type { Action, Decision } from '../../../src/domain/board/board.ts';
import { openItems } from '../../../src/domain/stage/open-items.ts';

const done: Action = {
  id: 'a1',
  title: 'Test the restore',
  owner: { kind: 'seat', seat: 'ana' },
  due: '2026-12-04',
  outcome: null,
  check: '',
  toSelf: '',
  toTeammate: '',
  order: 1,
};
const lacks = (change: Partial<Action>) => openItems([{ ...done, ...change }], [])[0]?.lacks ?? [];
const decision = (text: string): Decision => ({ id: 'd1', text, order: 1 });

describe('what is open', () => {
  it('is nothing where every action has a title, an owner and a date', () => {
    expect(openItems([done, { ...done, owner: { kind: 'name', name: 'Ops' } }], [])).toEqual([]);
  });

  it('is every action that lacks one, with what it lacks', () => {
    expect(lacks({ owner: null })).toEqual(['owner']);
    expect(lacks({ due: null })).toEqual(['due']);
    expect(lacks({ title: '  ' })).toEqual(['title']);
    expect(lacks({ owner: null, due: null })).toEqual(['owner', 'due']);
    expect(openItems([{ ...done, title: ' Fix it ', due: null }], [])).toEqual([
      { kind: 'action', id: 'a1', title: 'Fix it', lacks: ['due'] },
    ]);
  });

  it('is not a line that nobody has filled in at all', () => {
    expect(openItems([{ ...done, title: ' ', owner: null, due: null }], [decision('  ')])).toEqual([]);
  });

  it('is a title or a decision without a single word', () => {
    expect(lacks({ title: '…' })).toEqual(['title']);
    expect(openItems([], [decision(' ? ')])).toEqual([
      { kind: 'decision', id: 'd1', title: '?', lacks: ['title'] },
    ]);
    expect(openItems([], [decision('先にテストする')])).toEqual([]);
  });

  it('is a blank owner and a date that no calendar has', () => {
    expect(lacks({ owner: { kind: 'name', name: '  ' } })).toEqual(['owner']);
    for (const due of ['2026-02-30', '2026-13-01', '0000-00-00']) expect(lacks({ due })).toEqual(['due']);
    expect(lacks({ due: '2028-02-29' })).toEqual([]);
  });
});
