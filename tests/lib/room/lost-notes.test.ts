import { describe, expect, test } from 'vitest';
import * as Y from 'yjs';
import { Board } from '../../../src/domain/board/board.ts';
import { lostNotes } from '../../../src/lib/room/lost-notes.ts';

const server = { kind: 'server' } as const;

function boardWith(...notes: string[]): Y.Doc {
  const doc = new Y.Doc();
  for (const id of notes)
    new Board(doc, server).addNote(id, { segment: 'wins', lens: '', prompt: 'p', text: `words of ${id}` });
  return doc;
}

describe('notes that a restored server does not know', () => {
  test('become drafts of whoever has their receipt, and of nobody else', () => {
    const lost = lostNotes(boardWith('mine', 'hers', 'both'), boardWith('both'), (note) => note !== 'hers');
    expect(lost).toMatchObject([{ segment: 'wins', lens: '', prompt: 'p', text: 'words of mine' }]);
  });

  test('are not those that their author has withdrawn since', () => {
    const fresh = boardWith('mine');
    new Board(fresh, server).withdrawNote('mine');
    expect(lostNotes(boardWith('mine'), fresh, () => true)).toEqual([]);
  });

  test('are the same draft in every tab', () => {
    const lost = () => lostNotes(boardWith('mine'), new Y.Doc(), () => true);
    expect(lost()).toEqual(lost());
  });
});
