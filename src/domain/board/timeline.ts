/** What happened, when: written by everybody, in the order of time wherever it is read. Nothing in it says by whom. */
import type * as Y from 'yjs';
import { limits } from '#protocol/limits.ts';
import { entryOf, numberAt, readSorted, stringAt, textAt, wordsAt, type Entries } from '../yjs/entries.ts';
import { newText, textField, type TextField } from '../yjs/text-field.ts';
import { addUnordered, setFields } from '../yjs/write-entries.ts';
import type { BoardOrigin } from './board.ts';
import { boardRoots, timelineUntil } from './schema.ts';
import { readWebAddress } from './web-address.ts';

export interface TimelineEntry {
  readonly id: string;
  /** UTC, whole ms since the epoch, as somebody gave it. */
  readonly at: number;
  readonly what: string;
  /** Where the evidence is: http or https, or null. */
  readonly source: string | null;
}

export class Timeline {
  readonly #doc: Y.Doc;
  readonly #origin: BoardOrigin;

  constructor(doc: Y.Doc, origin: BoardOrigin) {
    this.#doc = doc;
    this.#origin = origin;
  }

  /** By time and then by id, so that everybody sees the same sequence. */
  readTimeline(): TimelineEntry[] {
    return readSorted(
      this.#root,
      (id, entry) => ({
        id,
        at: readMoment(numberAt(entry, 'at')),
        what: wordsAt(entry, 'what'),
        source: readWebAddress(stringAt(entry, 'source')),
      }),
      ({ at }) => at,
    );
  }

  add(id: string, { at, what, source }: Omit<TimelineEntry, 'id'>): void {
    addUnordered(this.#root, this.#origin, id, (entry) => {
      entry.set('at', at);
      entry.set('what', newText(what));
      if (source !== null) entry.set('source', source);
    });
  }

  setAt(id: string, at: number): void {
    setFields(this.#root, this.#origin, id, { at });
  }

  setSource(id: string, source: string | null): void {
    setFields(this.#root, this.#origin, id, { source: source ?? '' });
  }

  /** Nothing that holds text is deleted: removing is a flag, and undo clears it. */
  setRemoved(id: string, removed: boolean): void {
    setFields(this.#root, this.#origin, id, { removed });
  }

  /** What happened; null while the entry has not arrived. */
  whatOf(id: string): TextField | null {
    const entry = entryOf(this.#root, id);
    const words = entry && textAt(entry, 'what');
    return words && textField(words, this.#origin);
  }

  /** How many more it takes: every one there ever was counts, removed ones too. */
  space(): number {
    return Math.max(0, limits.timelineEntries - this.#root.size);
  }

  /** Several edits as one transaction, so that they travel and are stored as one. */
  together(edits: () => void): void {
    this.#doc.transact(edits, this.#origin);
  }

  /** Calls after every transaction that touched it, own or others'; returns its own stop. */
  onChange(listener: () => void): () => void {
    const root = this.#root;
    root.observeDeep(listener);
    return () => root.unobserveDeep(listener);
  }

  get #root(): Entries {
    return this.#doc.getMap(boardRoots.timeline);
  }
}

/** A document may hold any number; outside of what a calendar of four-digit years has, it says nothing. */
function readMoment(at: number): number {
  return at >= 0 && at <= timelineUntil ? Math.floor(at) : 0;
}
