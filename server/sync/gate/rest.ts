/**
 * What an update brings that the document does not have. A client that reconnects repeats everything it knows, and
 * the whole delete set with it, others' deletes included: only the rest is anybody's doing.
 */
import * as Y from 'yjs';
import type { Block } from './blocks.ts';
import type { Content, Struct } from './update-format.ts';
import { readUpdate, type UpdateVisitor } from './update-reader.ts';

export interface DeleteRange {
  readonly client: number;
  readonly clock: number;
  length: number;
}

/** A stretch of a live item of the document that the update deletes. */
export interface Victim {
  readonly item: Y.Item;
  readonly length: number;
}

export interface Rest {
  readonly blocks: readonly Block[];
  /** Ascending by clock within a client, nothing in them is deleted yet. */
  readonly deletions: readonly DeleteRange[];
  readonly victims: readonly Victim[];
  /** Something precedes these structs that the document lacks. */
  readonly isAhead: boolean;
  /** Nothing was known already: the update can be applied as it came. */
  readonly isWhole: boolean;
}

/** More new structs, or more new delete ranges, than one update may bring. */
export class TooMany extends Error {}

/** Throws `UnreadableBytes` or `TooMany`. */
export function readRest(
  doc: Y.Doc,
  update: Uint8Array,
  most: { readonly structs: number; readonly deleteRanges: number },
): Rest {
  const rest = new Subtraction(doc, most);
  readUpdate(update, rest);
  return rest;
}

class Subtraction implements UpdateVisitor, Rest {
  readonly blocks: Block[] = [];
  readonly deletions: DeleteRange[] = [];
  readonly victims: Victim[] = [];
  isAhead = false;
  isWhole = true;
  readonly #doc: Y.Doc;
  readonly #most: { readonly structs: number; readonly deleteRanges: number };
  #count = 0;
  #client = 0;
  /** Clock at which the current client would go on. */
  #next = 0;
  #structs: Struct[] | null = null;

  constructor(doc: Y.Doc, most: { readonly structs: number; readonly deleteRanges: number }) {
    this.#doc = doc;
    this.#most = most;
  }

  block(client: number): void {
    this.#client = client;
    this.#next = Y.getState(this.#doc.store, client);
    this.#structs = null;
  }

  skip(): void {
    this.isWhole = false;
  }

  struct(struct: Struct): void {
    const end = struct.clock + struct.length;
    if (end <= this.#next) {
      this.isWhole = false;
      return;
    }
    if (++this.#count > this.#most.structs) throw new TooMany(`more than ${this.#most.structs} new structs`);
    const known = this.#next - struct.clock;
    if (known < 0) this.isAhead = true;
    if (known > 0) this.isWhole = false;
    this.#push(known > 0 ? cut(struct, known) : struct, known > 0);
    this.#next = end;
  }

  deletion(client: number, clock: number, length: number): void {
    const end = clock + length;
    const structs = this.#doc.store.clients.get(client) ?? [];
    const state = Math.min(end, Y.getState(this.#doc.store, client));
    let live = 0;
    for (let i = clock < state ? Y.findIndexSS(structs, clock) : structs.length; i < structs.length; i++) {
      const item = structs[i];
      if (!item || item.id.clock >= state) break;
      if (!(item instanceof Y.Item) || item.deleted) continue;
      const from = Math.max(clock, item.id.clock);
      const victim = { item, length: Math.min(state, item.id.clock + item.length) - from };
      this.victims.push(victim);
      this.#delete(client, from, victim.length);
      live += victim.length;
    }
    const beyond = end - Math.max(clock, state);
    if (beyond > 0) this.#delete(client, end - beyond, beyond);
    if (live + Math.max(0, beyond) < length) this.isWhole = false;
  }

  #push(struct: Struct, isCut: boolean): void {
    if (this.#structs) {
      this.#structs.push(struct);
      return;
    }
    this.#structs = [struct];
    this.blocks.push({ client: this.#client, structs: this.#structs, isCut });
  }

  #delete(client: number, clock: number, length: number): void {
    const last = this.deletions.at(-1);
    if (last?.client === client && last.clock + last.length === clock) {
      last.length += length;
      return;
    }
    if (this.deletions.length >= this.#most.deleteRanges)
      throw new TooMany(`more than ${this.#most.deleteRanges} new delete ranges`);
    this.deletions.push({ client, clock, length });
  }
}

/** What remains when the first units are known: it continues the item they belong to. */
function cut(struct: Struct, known: number): Struct {
  return {
    ...struct,
    clock: struct.clock + known,
    length: struct.length - known,
    origin: { client: struct.client, clock: struct.clock + known - 1 },
    parent: null,
    parentSub: null,
    content: cutContent(struct.content, known),
  };
}

function cutContent(content: Content, known: number): Content {
  switch (content.kind) {
    case 'characters':
      return { kind: 'characters', characters: content.characters.slice(known) };
    case 'values':
      return { kind: 'values', values: content.values.slice(known) };
    default:
      return content;
  }
}
