/**
 * Whether the server has shown that it holds everything this document holds. Only what it sent counts: a state vector
 * in SyncStep1, structs and delete sets in SyncStep2 and in casts. Nothing is counted, so a lost echo cannot lie.
 */
import * as Y from 'yjs';

interface Range {
  readonly from: number;
  readonly until: number;
}
type Ranges = Map<number, Range[]>;
type DeleteSet = Y.Transaction['deleteSet'];

export class SavedProof {
  readonly #doc: Y.Doc;
  #clocks = new Map<number, number>();
  /** Deletes of this document that no delete set from the server has covered yet. */
  #unproven: Ranges;
  #wholeKnown = false;

  /** To be made after the stored copy was loaded into `doc` and before it connects. */
  constructor(doc: Y.Doc) {
    this.#doc = doc;
    this.#unproven = rangesOf(Y.createDeleteSetFromStructStore(doc.store));
  }

  /** A new connection proves everything anew: the server may have come back from an older backup. */
  beginConnection(): void {
    this.#wholeKnown = false;
    this.#clocks.clear();
    this.#unproven = rangesOf(Y.createDeleteSetFromStructStore(this.#doc.store));
  }

  hearStateVector(encoded: Uint8Array): void {
    for (const [client, clock] of Y.decodeStateVector(encoded)) this.#raise(client, clock);
  }

  /** SyncStep2: what the server has beyond our state, and all its deletes. */
  hearWhole(update: Uint8Array): void {
    this.hearCast(update);
    this.#wholeKnown = true;
  }

  /** The server holds no gaps, so a struct of its proves all that came before it. */
  hearCast(update: Uint8Array): void {
    const { structs, ds } = Y.decodeUpdate(update);
    for (const struct of structs) {
      if (!(struct instanceof Y.Skip)) this.#raise(struct.id.client, struct.id.clock + struct.length);
    }
    for (const [client, ranges] of rangesOf(ds)) this.#prove(client, ranges);
  }

  /** To be called for every transaction of this tab or from its stored copy, not for those that the server sent. */
  noteDeletes(deletes: DeleteSet): void {
    for (const [client, ranges] of rangesOf(deletes)) {
      this.#unproven.set(client, [...(this.#unproven.get(client) ?? []), ...ranges]);
    }
  }

  get holdsAll(): boolean {
    if (!this.#wholeKnown || this.#unproven.size > 0) return false;
    for (const client of this.#doc.store.clients.keys()) {
      if (Y.getState(this.#doc.store, client) > (this.#clocks.get(client) ?? 0)) return false;
    }
    return true;
  }

  #raise(client: number, clock: number): void {
    this.#clocks.set(client, Math.max(clock, this.#clocks.get(client) ?? 0));
  }

  #prove(client: number, ranges: readonly Range[]): void {
    const before = this.#unproven.get(client);
    if (!before) return;
    const left = ranges.reduce(without, before);
    if (left.length > 0) this.#unproven.set(client, left);
    else this.#unproven.delete(client);
  }
}

function rangesOf(deletes: DeleteSet): Ranges {
  const ranges: Ranges = new Map();
  for (const [client, items] of deletes.clients) {
    ranges.set(
      client,
      items.map(({ clock, len }) => ({ from: clock, until: clock + len })),
    );
  }
  return ranges;
}

function without(ranges: Range[], gone: Range): Range[] {
  return ranges.flatMap((range) => {
    if (gone.until <= range.from || gone.from >= range.until) return [range];
    const left: Range[] = [];
    if (range.from < gone.from) left.push({ from: range.from, until: gone.from });
    if (gone.until < range.until) left.push({ from: gone.until, until: range.until });
    return left;
  });
}
