/** Everything one seat has open in a room on this page: the board, and for those who write their desk. */
import type * as Y from 'yjs';
import { Desk } from '#domain/desk/desk.ts';
import type { ErrorCode } from '#protocol/errors.ts';
import type { DocumentName, NoteId, RoomId, SeatId } from '#protocol/ids.ts';
import { boardParts, type BoardParts } from '#domain/board/parts.ts';
import { ClientIds } from './client-ids.ts';
import { lockManager } from './device-copy.ts';
import { KeptDesk } from './kept-desk.ts';
import { lostNotes } from './lost-notes.ts';
import { Receipts } from './receipts.ts';
import { issueClientId } from './rooms-api.ts';
import { SharedDocument, type Saving } from './shared-document.ts';
import type { Surroundings } from './surroundings.ts';
import { wordsOnlyIn, type KeptWords } from './words-only-here.ts';

export interface SeatSessionOptions {
  readonly room: RoomId;
  readonly seat: SeatId;
  readonly asObserver: boolean;
  readonly around: Surroundings;
  /** Words that a refused document alone held, and where they come from. */
  readonly onWordsKept: (words: readonly KeptWords[], from: DocumentName) => void;
  readonly onRefusal: (code: ErrorCode) => void;
}

const ownEdits = { kind: 'own' } as const;

export class SeatSession {
  readonly board: SharedDocument<BoardParts>;
  /** Observers have none. */
  readonly desk: { readonly shared: SharedDocument<Desk>; readonly kept: KeptDesk } | null;
  readonly #documents: readonly SharedDocument<unknown>[];

  constructor(options: SeatSessionOptions) {
    const { room, seat, asObserver, around } = options;
    const ids = new ClientIds({ room, seat }, around.device, issueClientId, lockManager());
    const receipts = new Receipts(room, around.device, around.chance);
    const isOwn = (note: NoteId) => receipts.ofNote(note) !== null;
    const open = <Content>(document: DocumentName, contentOf: (doc: Y.Doc) => Content) =>
      new SharedDocument({
        room,
        document,
        seat,
        asObserver,
        socketOrigin: around.origin.replace(/^http/, 'ws'),
        ids,
        device: around.device,
        random: around.random,
        contentOf,
        onAside: (aside, fresh) => {
          const lost = document === 'board' ? lostNotes(aside, fresh, isOwn) : [];
          options.onWordsKept([...wordsOnlyIn(aside, fresh, document), ...lost], document);
        },
        onRefusal: options.onRefusal,
      });
    this.board = open('board', (doc) => boardParts(doc, ownEdits));
    this.desk = asObserver
      ? null
      : { shared: open('desk', (doc) => new Desk(doc, ownEdits)), kept: new KeptDesk(room, seat) };
    this.#documents = this.desk ? [this.board, this.desk.shared] : [this.board];
  }

  get isWritable(): boolean {
    return this.#documents.every((document) => document.isWritable);
  }

  /** The worst of all documents, so that one sentence is true of all. */
  get saving(): Saving {
    const all = this.#documents.map(({ saving }) => saving);
    if (this.desk?.kept.holdsWords) all.push('kept');
    return (['offline', 'kept', 'saving'] as const).find((state) => all.includes(state)) ?? 'saved';
  }

  /** What somebody types here will not reach the server from this page. */
  get isOver(): boolean {
    return this.desk?.shared.isOver ?? false;
  }

  /** A document of somebody who writes takes nothing any more, though the room may. */
  get isStuck(): boolean {
    return this.desk !== null && this.#documents.some(({ isOver }) => isOver);
  }

  /** Tells of `isWritable`, `isOver` and `saving`. */
  onChange(listener: () => void): () => void {
    const stops = this.#documents.map((document) => document.onChange(listener));
    if (this.desk) stops.push(this.desk.kept.desk.onChange(listener));
    return () => stops.forEach((stop) => stop());
  }

  hurry(): void {
    for (const document of this.#documents) document.hurry();
  }

  /** The network has changed: says so at once instead of waiting for a silence. */
  lose(): void {
    for (const document of this.#documents) document.lose();
  }

  /** What is on the device stays there. */
  async close(): Promise<void> {
    await Promise.all([...this.#documents.map((document) => document.close()), this.desk?.kept.close()]);
  }
}
