/** The board in the product's words. The Yjs document stays behind it. */
import type * as Y from 'yjs';
import type { Aim } from '#protocol/aims.ts';
import type { NoteId, SeatId } from '#protocol/ids.ts';
import { limits } from '#protocol/limits.ts';
import {
  entryOf,
  flagAt,
  numberAt,
  readEntries,
  stringAt,
  textAt,
  wordsAt,
  type Entries,
  type Entry,
  type Ordered,
} from '../yjs/entries.ts';
import { newText, textField, type TextField } from '../yjs/text-field.ts';
import { addEntry, setFields } from '../yjs/write-entries.ts';
import { readAim, type Action } from './action.ts';
import { addOutcome } from './new-outcome.ts';
import type { NewNote, Note } from './note.ts';
import { readOwner, writeOwner, type Owner } from './owner.ts';
import { boardRoots, duePattern } from './schema.ts';

export type { Action } from './action.ts';
export type { Note } from './note.ts';
export { readOwner, writeOwner, type Owner } from './owner.ts';

export interface Decision {
  readonly id: string;
  readonly text: string;
  readonly order: number;
}

export type BoardArea = 'notes' | 'decisions' | 'actions';

/** Marks edits made through this Board by a person, as against the server's and those that arrive by sync. */
export type BoardOrigin = { readonly kind: 'own' } | { readonly kind: 'server' };

export class Board {
  readonly #doc: Y.Doc;
  readonly #origin: BoardOrigin;

  constructor(doc: Y.Doc, origin: BoardOrigin) {
    this.#doc = doc;
    this.#origin = origin;
  }

  /** How much was ever written here, and taken back: grows with every change, and is the same wherever the board is. */
  changes(): number {
    const structs = [...this.#doc.store.clients.values()].flat();
    return structs.reduce((sum, { length, deleted }) => sum + (deleted ? 2 * length : length), 0);
  }

  readNotes(): Note[] {
    return this.#read('notes', (id, entry) => ({
      id,
      segment: stringAt(entry, 'segment'),
      lens: stringAt(entry, 'lens'),
      prompt: stringAt(entry, 'prompt'),
      text: stringAt(entry, 'text'),
      order: numberAt(entry, 'order'),
      edited: flagAt(entry, 'edited'),
      signedBy: stringAt(entry, 'signed') || null,
    }));
  }

  /** Whether it was ever here; it may have been withdrawn or hidden since. */
  knowsNote(id: NoteId): boolean {
    return this.#root('notes').has(id);
  }

  /** Taken off the board by a facilitator: nothing is left of them but where they stood. */
  readHiddenNotes(): Pick<Note, 'id' | 'segment'>[] {
    const notes = this.#root('notes');
    return [...notes.keys()].sort().flatMap((id) => {
      const entry = entryOf(notes, id);
      return entry && flagAt(entry, 'hidden') ? { id, segment: stringAt(entry, 'segment') } : [];
    });
  }

  readDecisions(): Decision[] {
    const isDecision = (entry: Entry) => stringAt(entry, 'kind') === 'decision';
    return readEntries(this.#root('decisions'), (id, entry) => ({
      id,
      text: wordsAt(entry, 'text'),
      order: numberAt(entry, 'order'),
      isDecision: isDecision(entry),
    })).flatMap(({ isDecision, ...decision }) => (isDecision ? [decision] : []));
  }

  readActions(): Action[] {
    return this.#read('actions', (id, entry) => ({
      id,
      title: wordsAt(entry, 'title'),
      owner: readOwner(stringAt(entry, 'owner')),
      due: readDue(stringAt(entry, 'due')),
      outcome: stringAt(entry, 'outcome') || null,
      check: wordsAt(entry, 'check'),
      toSelf: wordsAt(entry, 'toSelf'),
      toTeammate: wordsAt(entry, 'toTeammate'),
      aim: readAim(stringAt(entry, 'aim')),
      order: numberAt(entry, 'order'),
    }));
  }

  /** Calls after every transaction that touched the area, own or others'; returns its own stop. */
  onChange(area: BoardArea, listener: () => void): () => void {
    const root = this.#root(area);
    root.observeDeep(listener);
    return () => root.unobserveDeep(listener);
  }

  addDecision(id: string, words = ''): void {
    addOutcome(this.#root('decisions'), this.#origin, id, { topic: null, kind: 'decision', text: words });
  }

  /** `outcome` is what it belongs to, where it belongs to one. */
  addAction(id: string, title = '', outcome: string | null = null): void {
    this.#add('actions', id, (entry) => {
      if (outcome !== null) entry.set('outcome', outcome);
      entry.set('title', newText(title));
      for (const key of ['check', 'toSelf', 'toTeammate']) entry.set(key, newText(''));
    });
  }

  setOwner(action: string, owner: Owner | null): void {
    this.#set('actions', action, 'owner', writeOwner(owner));
  }

  /** `due` is YYYY-MM-DD or null. */
  setDue(action: string, due: string | null): void {
    this.#set('actions', action, 'due', due ?? '');
  }

  setAim(action: string, aim: Aim | null): void {
    this.#set('actions', action, 'aim', aim ?? '');
  }

  /** Nothing that holds text is deleted: removing is a flag, and undo clears it. */
  setRemoved(area: 'decisions' | 'actions', id: string, removed: boolean): void {
    this.#set(area, id, 'removed', removed);
  }

  /** Null while the entry has not arrived. */
  textOf(area: 'decisions' | 'actions', id: string): TextField | null {
    const entry = entryOf(this.#root(area), id);
    const words = entry && textAt(entry, area === 'decisions' ? 'text' : 'title');
    return words && textField(words, this.#origin);
  }

  /** Server only: the gate lets nobody else write notes. */
  addNote(id: NoteId, note: NewNote): void {
    this.#add('notes', id, (entry) => {
      for (const key of ['segment', 'lens', 'prompt'] as const)
        if (note[key] !== '') entry.set(key, note[key]);
      if (note.signedBy) entry.set('signed', note.signedBy);
      entry.set('text', note.text.toWellFormed());
    });
  }

  /** Server only. False where there is no such note, or it was withdrawn. */
  changeNote(id: NoteId, words: string): boolean {
    const entry = this.#noteEntry(id);
    if (!entry) return false;
    this.#doc.transact(() => {
      entry.set('text', words.toWellFormed());
      entry.set('edited', true);
    }, this.#origin);
    return true;
  }

  /** Server only. Null takes the name off again. False where there is no such note, or it was withdrawn. */
  signNote(id: NoteId, seat: SeatId | null): boolean {
    if (!this.#noteEntry(id)) return false;
    setFields(this.#root('notes'), this.#origin, id, { signed: seat ?? '' });
    return true;
  }

  /** Server only. The words and the name go with it: a withdrawn note is not kept anywhere. */
  withdrawNote(id: NoteId): boolean {
    return this.#takeAway(id, 'by-author');
  }

  /** Server only. Like one that is withdrawn, but by a facilitator and for good. */
  hideNote(id: NoteId): boolean {
    return this.#takeAway(id, 'by-facilitator');
  }

  /**
   * Whether another entry would be refused. Of decisions and actions every one there ever was counts, removed ones too;
   * a note that was withdrawn makes space for another.
   */
  isFull(area: BoardArea): boolean {
    return area === 'notes'
      ? this.readNotes().length >= limits.boardNotes
      : this.#root(area).size >= limits.boardEntries;
  }

  /** Several edits as one transaction, so that they travel and are stored as one. */
  together(edits: () => void): void {
    this.#doc.transact(edits, this.#origin);
  }

  #takeAway(id: NoteId, how: 'by-author' | 'by-facilitator'): boolean {
    const entry = this.#noteEntry(id);
    if (!entry) return false;
    this.#doc.transact(() => {
      entry.set('text', '');
      if (entry.has('signed')) entry.set('signed', '');
      entry.set('removed', true);
      if (how === 'by-facilitator') entry.set('hidden', true);
    }, this.#origin);
    return true;
  }

  /** Null where there is no such note, or not any more. */
  #noteEntry(id: NoteId): Entry | null {
    const entry = entryOf(this.#root('notes'), id);
    return entry && !flagAt(entry, 'removed') ? entry : null;
  }

  #root(area: BoardArea): Entries {
    return this.#doc.getMap(area === 'decisions' ? boardRoots.outcomes : boardRoots[area]);
  }

  #read<T extends Ordered>(area: BoardArea, read: (id: string, entry: Entry) => T): T[] {
    return readEntries(this.#root(area), read);
  }

  #add(area: BoardArea, id: string, fill: (entry: Entry) => void): void {
    addEntry(this.#root(area), this.#origin, id, fill);
  }

  #set(area: BoardArea, id: string, key: string, value: string | boolean): void {
    setFields(this.#root(area), this.#origin, id, { [key]: value });
  }
}

/** Null for no date and for one that no calendar has, such as the 31st of February. */
export function readDue(value: string): string | null {
  if (value === '' || !duePattern.test(value)) return null;
  const midnight = new Date(`${value}T00:00:00Z`);
  return !Number.isNaN(midnight.getTime()) && midnight.toISOString().startsWith(value) ? value : null;
}
