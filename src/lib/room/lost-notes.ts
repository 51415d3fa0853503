/**
 * Own notes that the server has no more, since it was put back from a backup. Their words become drafts again. What
 * others wrote they find in their own browsers.
 */
import type * as Y from 'yjs';
import { Board } from '#domain/board/board.ts';
import type { NoteId } from '#protocol/ids.ts';
import { fingerprint } from './fingerprint.ts';
import type { KeptWords } from './words-only-here.ts';

const own = { kind: 'own' } as const;

/** `fresh` is the board as the server has it, withdrawn notes included; `isOwn` where this browser has the receipt. */
export function lostNotes(aside: Y.Doc, fresh: Y.Doc, isOwn: (note: NoteId) => boolean): KeptWords[] {
  const there = new Board(fresh, own);
  return new Board(aside, own)
    .readNotes()
    .filter(({ id }) => isOwn(id) && !there.knowsNote(id))
    .map(({ id, segment, lens, prompt, text }) => ({
      id: `lost${fingerprint(id).slice(0, 20)}`,
      ...{ segment, lens, prompt, text },
    }));
}
