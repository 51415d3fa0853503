/** What an earlier room left open, and what has become of it. The server makes the entries with the room. */
import type * as Y from 'yjs';
import type { Aim } from '#protocol/aims.ts';
import { entryOf, numberAt, readEntries, stringAt, textAt, wordsAt, type Entries } from '../yjs/entries.ts';
import { newText, textField, type TextField } from '../yjs/text-field.ts';
import { addEntry, setFields } from '../yjs/write-entries.ts';
import { readAim } from './action.ts';
import { readDue, type BoardOrigin } from './board.ts';
import { boardRoots } from './schema.ts';

/** `kept`: it is done. `moved`: it goes on, by another day. `dropped`: nobody will do it. */
export const fates = ['kept', 'moved', 'dropped'] as const;
export type Fate = (typeof fates)[number];

export interface EarlierAction {
  readonly id: string;
  readonly title: string;
  /** A name as it stood in that room; null where nobody owned it. */
  readonly owner: string | null;
  /** YYYY-MM-DD or null, as it was promised there. */
  readonly due: string | null;
  readonly aim: Aim | null;
  /** Null until the room has said. */
  readonly fate: Fate | null;
  /** The new day of one that was moved. */
  readonly movedTo: string | null;
  readonly why: string;
  readonly order: number;
}

export class EarlierActions {
  readonly #doc: Y.Doc;
  readonly #origin: BoardOrigin;

  constructor(doc: Y.Doc, origin: BoardOrigin) {
    this.#doc = doc;
    this.#origin = origin;
  }

  readEarlier(): EarlierAction[] {
    return readEntries(this.#root, (id, entry) => ({
      id,
      title: stringAt(entry, 'title'),
      owner: stringAt(entry, 'owner') || null,
      due: readDue(stringAt(entry, 'due')),
      aim: readAim(stringAt(entry, 'aim')),
      fate: readFate(stringAt(entry, 'fate')),
      movedTo: readDue(stringAt(entry, 'movedTo')),
      why: wordsAt(entry, 'why'),
      order: numberAt(entry, 'order'),
    }));
  }

  /** Server only: the gate lets nobody else add one. */
  add(id: string, { title, owner, due, aim }: Pick<EarlierAction, 'title' | 'owner' | 'due' | 'aim'>): void {
    addEntry(this.#root, this.#origin, id, (entry) => {
      entry.set('title', title.toWellFormed());
      if (owner !== null) entry.set('owner', owner.toWellFormed());
      if (due !== null) entry.set('due', due);
      if (aim !== null) entry.set('aim', aim);
      entry.set('why', newText(''));
    });
  }

  /** Null takes the answer back; day and words that were given stay. */
  setFate(id: string, fate: Fate | null): void {
    setFields(this.#root, this.#origin, id, { fate: fate ?? '' });
  }

  /** `day` is YYYY-MM-DD or null. */
  setMovedTo(id: string, day: string | null): void {
    setFields(this.#root, this.#origin, id, { movedTo: day ?? '' });
  }

  /** Why it was moved or dropped; null while the entry has not arrived. */
  whyOf(id: string): TextField | null {
    const entry = entryOf(this.#root, id);
    const words = entry && textAt(entry, 'why');
    return words && textField(words, this.#origin);
  }

  /** Calls after every transaction that touched one, own or others'; returns its own stop. */
  onChange(listener: () => void): () => void {
    const root = this.#root;
    root.observeDeep(listener);
    return () => root.unobserveDeep(listener);
  }

  get #root(): Entries {
    return this.#doc.getMap(boardRoots.earlier);
  }
}

function readFate(value: string): Fate | null {
  return fates.find((fate) => fate === value) ?? null;
}
