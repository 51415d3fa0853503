/**
 * What only a refused document held. Yjs cannot take back a local edit, so the document is set aside and a fresh one is
 * opened; merging the two shows which texts the fresh one lacks, and not merely which differ because others went on.
 */
import * as Y from 'yjs';
import { Board } from '#domain/board/board.ts';
import { Desk, type Draft } from '#domain/desk/desk.ts';
import type { DocumentName, DraftId } from '#protocol/ids.ts';
import { fingerprint } from './fingerprint.ts';

export interface KeptWords extends Pick<Draft, 'segment' | 'lens' | 'prompt' | 'text'> {
  /** The same in every tab and at every attempt, so that nothing is kept twice. */
  readonly id: DraftId;
}

/** `fresh` is the document as the server has it. Neither document is changed. */
export function wordsOnlyIn(aside: Y.Doc, fresh: Y.Doc, document: DocumentName): KeptWords[] {
  const merged = new Y.Doc();
  for (const doc of [fresh, aside]) Y.applyUpdate(merged, Y.encodeStateAsUpdate(doc));
  const mine = passagesOf(aside, document).filter(({ id }) => {
    const there = textIn(fresh, document, id);
    const together = textIn(merged, document, id);
    return together.trim() !== '' && !isThinned(together, there);
  });
  merged.destroy();
  return mine.map(({ id, segment, lens, prompt, text }) => ({
    id: `kept${fingerprint(`${document}\n${id}\n${text}`).slice(0, 20)}`,
    segment,
    lens,
    prompt,
    text,
  }));
}

/** Whether `text` is `whole` with nothing added: then nobody's words are missing from `whole`. */
function isThinned(text: string, whole: string): boolean {
  let at = 0;
  for (const letter of whole) if (text.startsWith(letter, at)) at += letter.length;
  return at === text.length;
}

function passagesOf(doc: Y.Doc, document: DocumentName): KeptWords[] {
  if (document === 'desk') return new Desk(doc, null).readDrafts();
  const board = new Board(doc, { kind: 'own' });
  const none = { segment: '', lens: '', prompt: '' };
  return [
    ...board.readDecisions().map(({ id, text }) => ({ ...none, id, text })),
    ...board.readActions().map(({ id, title }) => ({ ...none, id, text: title })),
  ];
}

function textIn(doc: Y.Doc, document: DocumentName, id: string): string {
  if (document === 'desk') return new Desk(doc, null).textOf(id)?.read() ?? '';
  const board = new Board(doc, { kind: 'own' });
  return (board.textOf('decisions', id) ?? board.textOf('actions', id))?.read() ?? '';
}
