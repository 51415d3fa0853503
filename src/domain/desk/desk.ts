/** One person's private drafts in the product's words. The Yjs document stays behind it. */
import * as Y from 'yjs';
import type { DraftId, NoteId } from '#protocol/ids.ts';
import { textField, type TextField } from '../yjs/text-field.ts';
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
type Entry = Y.Map<unknown>;

export class Desk {
  readonly #doc: Y.Doc;
  readonly #origin: unknown;

  constructor(doc: Y.Doc, origin: unknown) {
    this.#doc = doc;
    this.#origin = origin;
  }

  /** Everything not removed, published ones included, in the order of writing. */
  readDrafts(): Draft[] {
    const drafts: Draft[] = [];
    for (const [id, entry] of this.#drafts()) {
      if (entry instanceof Y.Map && entry.get('removed') !== true) drafts.push(readDraft(id, entry));
    }
    return drafts.sort((a, b) => a.order - b.order || (a.id < b.id ? -1 : 1));
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
      entry.set('text', new Y.Text(draft.text));
      entry.set('order', this.#nextOrder());
      drafts.set(id, entry);
    }, this.#origin);
  }

  textOf(id: DraftId): TextField | null {
    const words = this.#drafts().get(id)?.get('text');
    return words instanceof Y.Text ? textField(words, this.#origin) : null;
  }

  moveDraft(id: DraftId, to: { readonly lens: string } | { readonly prompt: string }): void {
    this.#set(id, to);
  }

  releaseDraft(id: DraftId): void {
    this.#set(id, { released: true });
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

  /** Server only: leaves no readable trace of a published draft; words typed meanwhile elsewhere stay. */
  emptyDraft(id: DraftId): void {
    const entry = this.#drafts().get(id);
    if (!entry) return;
    this.#doc.transact(() => {
      const words = entry.get('text');
      if (words instanceof Y.Text) words.delete(0, words.length);
      for (const key of ['receipt', 'note', 'lens', 'prompt'] as const)
        if (entry.has(key)) entry.set(key, '');
      entry.set('published', emptied);
    }, this.#origin);
  }

  together(edits: () => void): void {
    this.#doc.transact(edits, this.#origin);
  }

  #drafts(): Y.Map<Entry> {
    return this.#doc.getMap(deskRoots.drafts);
  }

  #set(id: DraftId, fields: Readonly<Record<string, unknown>>): void {
    const entry = this.#drafts().get(id);
    if (!entry) return;
    this.#doc.transact(() => {
      for (const [key, value] of Object.entries(fields)) if (entry.get(key) !== value) entry.set(key, value);
    }, this.#origin);
  }

  #nextOrder(): number {
    let highest = 0;
    for (const entry of this.#drafts().values()) {
      const order = entry.get('order');
      if (typeof order === 'number') highest = Math.max(highest, order);
    }
    return highest + 1;
  }
}

function readDraft(id: DraftId, entry: Entry): Draft {
  const string = (key: string) => {
    const value = entry.get(key);
    return typeof value === 'string' ? value : '';
  };
  const words = entry.get('text');
  const order = entry.get('order');
  return {
    id,
    segment: string('segment'),
    lens: string('lens'),
    prompt: string('prompt'),
    text: words instanceof Y.Text ? words.toString() : '',
    receipt: string('receipt'),
    order: typeof order === 'number' ? order : 0,
    released: entry.get('released') === true,
    late: entry.get('late') === true,
    kept: entry.get('kept') === true,
    published: string('published') || null,
    note: string('note') || null,
  };
}
