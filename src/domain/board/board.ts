/** The board in the product's words. The Yjs document stays behind it. */
import * as Y from 'yjs';
import type { NoteId } from '#protocol/ids.ts';
import { textField, type TextField } from '../yjs/text-field.ts';
import { boardRoots } from './schema.ts';

export interface Note {
  readonly id: NoteId;
  readonly segment: string;
  /** Empty where the note has a prompt instead, or where too few people held the lens to show it. */
  readonly lens: string;
  readonly prompt: string;
  readonly text: string;
  readonly order: number;
  readonly edited: boolean;
}

export interface Decision {
  readonly id: string;
  readonly text: string;
  readonly order: number;
}

export type Owner =
  { readonly kind: 'seat'; readonly seat: string } | { readonly kind: 'name'; readonly name: string };

export interface Action {
  readonly id: string;
  readonly title: string;
  readonly owner: Owner | null;
  /** Calendar date, YYYY-MM-DD, or null. */
  readonly due: string | null;
  readonly order: number;
}

export type BoardArea = 'notes' | 'decisions' | 'actions';

/** Marks edits made through this Board by a person, as against the server's and those that arrive by sync. */
export type BoardOrigin = { readonly kind: 'own' } | { readonly kind: 'server' };

type Entry = Y.Map<unknown>;

export class Board {
  readonly #doc: Y.Doc;
  readonly #origin: BoardOrigin;

  constructor(doc: Y.Doc, origin: BoardOrigin) {
    this.#doc = doc;
    this.#origin = origin;
  }

  readNotes(): Note[] {
    return this.#read('notes', (id, entry) => ({
      id,
      segment: string(entry, 'segment'),
      lens: string(entry, 'lens'),
      prompt: string(entry, 'prompt'),
      text: string(entry, 'text'),
      order: number(entry, 'order'),
      edited: entry.get('edited') === true,
    }));
  }

  readDecisions(): Decision[] {
    return this.#read('decisions', (id, entry) => ({
      id,
      text: text(entry, 'text'),
      order: number(entry, 'order'),
    }));
  }

  readActions(): Action[] {
    return this.#read('actions', (id, entry) => ({
      id,
      title: text(entry, 'title'),
      owner: readOwner(string(entry, 'owner')),
      due: string(entry, 'due') || null,
      order: number(entry, 'order'),
    }));
  }

  /** Calls after every transaction that touched the area, own or others'; returns its own stop. */
  onChange(area: BoardArea, listener: () => void): () => void {
    const root = this.#root(area);
    root.observeDeep(listener);
    return () => root.unobserveDeep(listener);
  }

  addDecision(id: string, words = ''): void {
    this.#add('decisions', id, (entry) => {
      entry.set('kind', 'decision');
      entry.set('text', new Y.Text(words));
    });
  }

  addAction(id: string, title = ''): void {
    this.#add('actions', id, (entry) => entry.set('title', new Y.Text(title)));
  }

  setOwner(action: string, owner: Owner | null): void {
    this.#set('actions', action, 'owner', writeOwner(owner));
  }

  /** `due` is YYYY-MM-DD or null. */
  setDue(action: string, due: string | null): void {
    this.#set('actions', action, 'due', due ?? '');
  }

  /** Nothing that holds text is deleted: removing is a flag, and undo clears it. */
  setRemoved(area: 'decisions' | 'actions', id: string, removed: boolean): void {
    this.#set(area, id, 'removed', removed);
  }

  /** Null while the entry has not arrived. */
  textOf(area: 'decisions' | 'actions', id: string): TextField | null {
    const words = this.#root(area)
      .get(id)
      ?.get(area === 'decisions' ? 'text' : 'title');
    return words instanceof Y.Text ? textField(words, this.#origin) : null;
  }

  /** Server only: the gate lets nobody else write notes. */
  addNote(id: NoteId, note: Pick<Note, 'segment' | 'lens' | 'prompt' | 'text'>): void {
    this.#add('notes', id, (entry) => {
      for (const [key, value] of Object.entries(note)) if (value !== '') entry.set(key, value);
    });
  }

  /** Server only. False where there is no such note, or it was withdrawn. */
  changeNote(id: NoteId, words: string): boolean {
    const entry = this.#root('notes').get(id);
    if (!entry || entry.get('removed') === true) return false;
    this.#doc.transact(() => {
      entry.set('text', words);
      entry.set('edited', true);
    }, this.#origin);
    return true;
  }

  /** Server only. The words go with it: a withdrawn note is not kept anywhere. */
  withdrawNote(id: NoteId): boolean {
    const entry = this.#root('notes').get(id);
    if (!entry || entry.get('removed') === true) return false;
    this.#doc.transact(() => {
      entry.set('text', '');
      entry.set('removed', true);
    }, this.#origin);
    return true;
  }

  /** Several edits as one transaction, so that they travel and are stored as one. */
  together(edits: () => void): void {
    this.#doc.transact(edits, this.#origin);
  }

  #root(area: BoardArea): Y.Map<Entry> {
    return this.#doc.getMap(boardRoots[area]);
  }

  #read<T extends { id: string; order: number }>(
    area: BoardArea,
    read: (id: string, entry: Entry) => T,
  ): T[] {
    const found: T[] = [];
    for (const [id, entry] of this.#root(area)) {
      if (entry instanceof Y.Map && entry.get('removed') !== true) found.push(read(id, entry));
    }
    return found.sort((a, b) => a.order - b.order || (a.id < b.id ? -1 : 1));
  }

  #add(area: BoardArea, id: string, fill: (entry: Entry) => void): void {
    const root = this.#root(area);
    if (root.has(id)) return;
    this.#doc.transact(() => {
      const entry: Entry = new Y.Map();
      fill(entry);
      entry.set('order', nextOrder(root));
      root.set(id, entry);
    }, this.#origin);
  }

  #set(area: BoardArea, id: string, key: string, value: unknown): void {
    const entry = this.#root(area).get(id);
    if (!entry || entry.get(key) === value) return;
    this.#doc.transact(() => entry.set(key, value), this.#origin);
  }
}

export function readOwner(value: string): Owner | null {
  if (value.startsWith('seat:')) return { kind: 'seat', seat: value.slice(5) };
  if (value.startsWith('name:')) return { kind: 'name', name: value.slice(5) };
  return null;
}

export function writeOwner(owner: Owner | null): string {
  if (owner === null) return '';
  return owner.kind === 'seat' ? `seat:${owner.seat}` : `name:${owner.name}`;
}

function nextOrder(root: Y.Map<Entry>): number {
  let highest = 0;
  for (const entry of root.values())
    if (entry instanceof Y.Map) highest = Math.max(highest, number(entry, 'order'));
  return highest + 1;
}

function string(entry: Entry, key: string): string {
  const value = entry.get(key);
  return typeof value === 'string' ? value : '';
}

function number(entry: Entry, key: string): number {
  const value = entry.get(key);
  return typeof value === 'number' ? value : 0;
}

function text(entry: Entry, key: string): string {
  const value = entry.get(key);
  return value instanceof Y.Text ? value.toString() : '';
}
