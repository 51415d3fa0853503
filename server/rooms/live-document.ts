/**
 * One document of a room in memory. Between turns it is exactly what is on disk; inside a turn it runs ahead, and
 * the bytes of its `update` events are what the turn commits and casts.
 */
import * as Y from 'yjs';
import type { DocumentShape } from '../../src/domain/yjs/shape.ts';
import type { DocumentKey, StoredDocument } from '../store/store.ts';

/** Compact when the tail holds this many updates. */
const longTail = 400;

export class LiveDocument {
  readonly key: DocumentKey;
  readonly shape: DocumentShape;
  readonly doc: Y.Doc;
  #pending: Uint8Array[] = [];
  #tail: number;
  #erase = false;
  #fullState: Uint8Array | null = null;
  #size: number;
  readonly #readers = new Set<(update: Uint8Array) => void>();

  constructor(shape: DocumentShape, stored: StoredDocument, serverClientId: number) {
    this.key = stored.key;
    this.shape = shape;
    this.doc = new Y.Doc();
    this.#size = 0;
    for (const bytes of stored.snapshot ? [stored.snapshot, ...stored.updates] : stored.updates) {
      Y.applyUpdate(this.doc, bytes);
      this.#size += bytes.byteLength;
    }
    this.#tail = stored.updates.length;
    // Set after loading: Yjs replaces an id whose structs arrive from elsewhere.
    this.doc.clientID = serverClientId;
    this.doc.on('update', (update: Uint8Array) => {
      this.#pending.push(update);
      this.#size += update.byteLength;
      this.#fullState = null;
    });
  }

  /** Upper bound of the encoded full state, bytes: what was loaded plus every update since. Compaction tightens it. */
  get size(): number {
    return this.#size;
  }

  get hasPending(): boolean {
    return this.#pending.length > 0;
  }

  /** The document must be compacted with this turn, because what was emptied may not stay readable. */
  eraseTraces(): void {
    this.#erase = true;
  }

  /** Encoded once and reused until the document changes. Call only between turns or from `afterCommit`. */
  fullState(): Uint8Array {
    this.#fullState ??= Y.encodeStateAsUpdate(this.doc);
    return this.#fullState;
  }

  /** Calls with each committed update; returns its own stop. */
  onCast(reader: (update: Uint8Array) => void): () => void {
    this.#readers.add(reader);
    return () => this.#readers.delete(reader);
  }

  /** What this turn added: bytes to store, and to cast once they are stored. Null when nothing changed. */
  takePending(): PendingDocument | null {
    if (this.#pending.length === 0) return null;
    const update =
      this.#pending.length === 1 ? (this.#pending[0] as Uint8Array) : Y.mergeUpdates(this.#pending);
    this.#pending = [];
    const snapshot = this.#erase || this.#tail >= longTail ? this.fullState() : null;
    this.#tail = snapshot ? 0 : this.#tail + 1;
    if (snapshot) this.#size = snapshot.byteLength;
    this.#erase = false;
    return { document: this, update, snapshot };
  }

  cast(update: Uint8Array): void {
    for (const reader of this.#readers) reader(update);
  }

  destroy(): void {
    this.#readers.clear();
    this.doc.destroy();
  }
}

export interface PendingDocument {
  readonly document: LiveDocument;
  readonly update: Uint8Array;
  /** When set it is stored in place of the update, and replaces everything before. */
  readonly snapshot: Uint8Array | null;
}
