/** One person's private drafts in the product's words. The Yjs document stays behind it. */
import * as Y from 'yjs';
import type { DraftId, NoteId } from '#protocol/ids.ts';
import { limits } from '#protocol/limits.ts';
import {
  entryOf,
  flagAt,
  nextOrder,
  numberAt,
  readEntries,
  roughBytes,
  stringAt,
  textAt,
  type Entries,
  type Entry,
} from '../yjs/entries.ts';
import { newText, textField, type TextField } from '../yjs/text-field.ts';
import { deskRoots } from './schema.ts';

export interface Draft {
  readonly id: DraftId;
  readonly segment: string;
  readonly lens: string;
  readonly prompt: string;
  readonly text: string;
  /** SHA-256 of the receipt, hex. */
  readonly receipt: string;
  readonly order: number;
  readonly released: boolean;
  readonly late: boolean;
  readonly kept: boolean;
  /** SHA-256 (hex) of the words that went to the board; null while it is a draft. */
  readonly published: string | null;
  /** The note it became, until the author's browser has stored that. */
  readonly note: NoteId | null;
}

/** Stands where the hash of the words stood: still published, but no longer comparable to any note. */
export const emptied = '0'.repeat(64);

export type NewDraft = Pick<Draft, 'segment' | 'lens' | 'prompt' | 'text' | 'receipt' | 'released' | 'late'>;

export class Desk {
  readonly #doc: Y.Doc;
  readonly #origin: unknown;

  constructor(doc: Y.Doc, origin: unknown) {
    this.#doc = doc;
    this.#origin = origin;
  }

  /** Everything not removed, published ones included, in the order of writing. */
  readDrafts(): Draft[] {
    return readEntries(this.#drafts(), readDraft);
  }

  onChange(listener: () => void): () => void {
    const drafts = this.#drafts();
    drafts.observeDeep(listener);
    return () => drafts.unobserveDeep(listener);
  }

  addDraft(id: DraftId, draft: NewDraft): void {
    const drafts = this.#drafts();
    if (drafts.has(id)) return;
    this.#doc.transact(() => {
      const entry: Entry = new Y.Map();
      for (const key of ['segment', 'lens', 'prompt', 'receipt'] as const)
        if (draft[key] !== '') entry.set(key, draft[key]);
      for (const key of ['released', 'late'] as const) if (draft[key]) entry.set(key, true);
      entry.set('text', newText(draft.text));
      entry.set('order', nextOrder(drafts));
      drafts.set(id, entry);
    }, this.#origin);
  }

  textOf(id: DraftId): TextField | null {
    const entry = entryOf(this.#drafts(), id);
    const words = entry && textAt(entry, 'text');
    return words && textField(words, this.#origin);
  }

  moveDraft(id: DraftId, to: { readonly lens: string } | { readonly prompt: string }): void {
    this.#set(id, to);
  }

  /** Where notes wait for others, their author can take one back until it is published. */
  releaseDraft(id: DraftId, released = true): void {
    this.#set(id, { released });
  }

  setRemoved(id: DraftId, removed: boolean): void {
    this.#set(id, { removed });
  }

  /** This browser has stored which note the receipt belongs to. */
  keepDraft(id: DraftId): void {
    this.#set(id, { kept: true });
  }

  /** Server only: marks, never deletes, so that an offline edit finds its place. */
  markPublished(id: DraftId, note: NoteId, published: string): void {
    this.#set(id, { note, published });
  }

  /**
   * Server only: nothing on the desk says any more which note the draft became. `words`: erased where they are what
   * was published; left where the author has gone on writing, for the author's browser to make a late draft of.
   */
  emptyDraft(id: DraftId, words: 'erase' | 'leave'): void {
    const entry = entryOf(this.#drafts(), id);
    if (!entry) return;
    this.#doc.transact(() => {
      const text = textAt(entry, 'text');
      if (words === 'erase') text?.delete(0, text.length);
      for (const key of ['receipt', 'note', 'lens', 'prompt'] as const)
        if (entry.has(key)) entry.set(key, '');
      entry.set('published', emptied);
    }, this.#origin);
  }

  /** Whether another draft would be refused: every one there ever was counts, and so do all their words. */
  get isFull(): boolean {
    const drafts = this.#drafts();
    return drafts.size >= limits.deskDrafts || roughBytes(drafts) >= limits.deskBytes - limits.noteChars * 3;
  }

  together(edits: () => void): void {
    this.#doc.transact(edits, this.#origin);
  }

  #drafts(): Entries {
    return this.#doc.getMap(deskRoots.drafts);
  }

  #set(id: DraftId, fields: Readonly<Record<string, unknown>>): void {
    const entry = entryOf(this.#drafts(), id);
    if (!entry) return;
    this.#doc.transact(() => {
      for (const [key, value] of Object.entries(fields)) if (entry.get(key) !== value) entry.set(key, value);
    }, this.#origin);
  }
}

function readDraft(id: DraftId, entry: Entry): Draft {
  return {
    id,
    segment: stringAt(entry, 'segment'),
    lens: stringAt(entry, 'lens'),
    prompt: stringAt(entry, 'prompt'),
    text: textAt(entry, 'text')?.toString() ?? '',
    receipt: stringAt(entry, 'receipt'),
    order: numberAt(entry, 'order'),
    released: flagAt(entry, 'released'),
    late: flagAt(entry, 'late'),
    kept: flagAt(entry, 'kept'),
    published: stringAt(entry, 'published') || null,
    note: stringAt(entry, 'note') || null,
  };
}
