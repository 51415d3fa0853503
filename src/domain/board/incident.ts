/** What a review says of an incident beside its timeline. The server makes each part; everybody writes in the same. */
import type * as Y from 'yjs';
import { entryOf, textAt, wordsAt, type Entries } from '../yjs/entries.ts';
import { newText, textField, type TextField } from '../yjs/text-field.ts';
import { addEntry } from '../yjs/write-entries.ts';
import type { BoardOrigin } from './board.ts';
import { incidentParts, type IncidentPart, type IncidentWords } from './incident-parts.ts';
import { boardRoots } from './schema.ts';

export class Incident {
  readonly #doc: Y.Doc;
  readonly #origin: BoardOrigin;

  constructor(doc: Y.Doc, origin: BoardOrigin) {
    this.#doc = doc;
    this.#origin = origin;
  }

  /** Empty words for what nobody has written, and for parts that are not there. */
  readIncident(): IncidentWords {
    const wordsOf = (part: IncidentPart) => {
      const entry = entryOf(this.#root, part);
      return entry ? wordsAt(entry, 'text') : '';
    };
    return Object.fromEntries(incidentParts.map((part) => [part, wordsOf(part)])) as IncidentWords;
  }

  /** Null while the server has not made it, or it has not arrived. */
  textOf(part: IncidentPart): TextField | null {
    const entry = entryOf(this.#root, part);
    const words = entry && textAt(entry, 'text');
    return words && textField(words, this.#origin);
  }

  /** Server only. Adds what is missing, so it may be called again. */
  addParts(): void {
    this.#doc.transact(() => {
      for (const part of incidentParts)
        addEntry(this.#root, this.#origin, part, (entry) => entry.set('text', newText('')));
    }, this.#origin);
  }

  /** Calls after every transaction that touched it, own or others'; returns its own stop. */
  onChange(listener: () => void): () => void {
    const root = this.#root;
    root.observeDeep(listener);
    return () => root.unobserveDeep(listener);
  }

  get #root(): Entries {
    return this.#doc.getMap(boardRoots.incident);
  }
}
