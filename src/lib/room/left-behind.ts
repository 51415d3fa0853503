/** What this browser still holds of a room that it cannot open any more. Only read: nothing is changed or sent. */
import * as Y from 'yjs';
import { Desk } from '#domain/desk/desk.ts';
import { readContents } from '#domain/record/board-contents.ts';
import { buildRecord } from '#domain/record/build-record.ts';
import type { RoomRecord } from '#domain/record/room-record.ts';
import type { RoomId } from '#protocol/ids.ts';
import { boardParts } from '#domain/board/parts.ts';
import { copyPrefix } from './copy-names.ts';
import { openCopy } from './device-copy.ts';
import { browserDevice, type Device } from './device.ts';
import { readHalfTyped } from './half-typed.ts';
import { lateWordsOf } from './late-words.ts';
import { RoomMemory } from './room-memory.ts';
import { storedCopies } from './stored-copies.ts';

export interface LeftBehind {
  /** Words of one's own that never reached the board, each once. */
  readonly words: readonly string[];
  /** The room as it was last seen here; null where no copy of the board was kept. */
  readonly record: RoomRecord | null;
}

interface Copy {
  readonly document: string;
  readonly doc: Y.Doc;
}

export async function readLeftBehind(room: RoomId, device: Device = browserDevice()): Promise<LeftBehind> {
  const prefix = copyPrefix(room);
  const names = await storedCopies(room, device);
  const copies = await Promise.all(
    names.map(async (name) => ({
      document: name.slice(prefix.length).split(':')[0] ?? '',
      doc: await readCopy(name),
    })),
  );
  const words = [...copies.flatMap(wordsIn), ...readHalfTyped(room, device).map(({ text }) => text)];
  const left = { words: [...new Set(words)], record: recordOf(room, copies, device) };
  for (const { doc } of copies) doc.destroy();
  return left;
}

async function readCopy(name: string): Promise<Y.Doc> {
  const doc = new Y.Doc();
  await (await openCopy(name, doc))?.close();
  return doc;
}

function wordsIn({ document, doc }: Copy): string[] {
  if (document === 'board') return [];
  const drafts = new Desk(doc, null).readDrafts();
  return drafts
    .filter((draft) => draft.published === null || lateWordsOf(draft) !== null)
    .map(({ text }) => text)
    .filter((text) => text.trim() !== '');
}

function recordOf(room: RoomId, copies: readonly Copy[], device: Device): RoomRecord | null {
  const stage = new RoomMemory(room, device).readStage();
  const boards = copies.filter(({ document, doc }) => document === 'board' && sizeOf(doc) > 0);
  const [fullest] = boards.toSorted((a, b) => sizeOf(b.doc) - sizeOf(a.doc));
  if (stage === null || fullest === undefined) return null;
  return buildRecord(stage, readContents(boardParts(fullest.doc, { kind: 'own' }), stage), room);
}

function sizeOf(doc: Y.Doc): number {
  return [...Y.decodeStateVector(Y.encodeStateVector(doc)).values()].reduce((sum, clock) => sum + clock, 0);
}
