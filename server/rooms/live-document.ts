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
  readonly #serverClientId: number;
  #doc: Y.Doc;
  #inDoubt = false;
  #pending: Uint8Array[] = [];
  #tail: number;
  #erase = false;
  #fullState: Uint8Array | null = null;
  #size: number;
  readonly #readers = new Set<(update: Uint8Array) => void>();

  constructor(shape: DocumentShape, stored: StoredDocument, serverClientId: number) {
    this.key = stored.key;
    this.shape = shape;
    this.#serverClientId = serverClientId;
    this.#tail = stored.updates.length;
    this.#size = sizeOf(stored);
    this.#doc = this.#load(stored);
  }

  /** Replaced when the document is rebuilt: read it anew, do not keep it. */
  get doc(): Y.Doc {
    return this.#doc;
  }

  /** Upper bound of the encoded full state, bytes: what was loaded plus every update since. Compaction tightens it. */
  get size(): number {
    return this.#size;
  }

  get hasPending(): boolean {
    return this.#pending.length > 0;
  }

  /** A refused edit was partly applied; nothing may be read or written before `rebuild`. */
  get isInDoubt(): boolean {
    return this.#inDoubt;
  }

  /**
   * Runs an edit that says whether it succeeded. When it did not, or threw, what it did is dropped by the next
   * `rebuild`; what it threw goes on to the caller.
   */
  attempt(edit: (doc: Y.Doc) => boolean): boolean {
    const before = this.#pending.length;
    let succeeded = false;
    try {
      succeeded = edit(this.#doc);
    } finally {
      if (!succeeded) {
        this.#pending.length = before;
        this.#inDoubt = true;
      }
    }
    return succeeded;
  }

  /** Starts again from what is on disk, plus what this turn accepted. */
  rebuild(stored: StoredDocument): void {
    const accepted = this.#pending;
    this.#doc.destroy();
    this.#pending = [];
    this.#size = sizeOf(stored);
    this.#doc = this.#load(stored, accepted);
    this.#inDoubt = false;
    this.#fullState = null;
  }

  /** The document must be compacted with this turn, because what was emptied may not stay readable. */
  eraseTraces(): void {
    this.#erase = true;
  }

  /** Encoded once and reused until the document changes. Call only between turns or from `afterCommit`. */
  fullState(): Uint8Array {
    this.#fullState ??= Y.encodeStateAsUpdate(this.#doc);
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
    const erases = this.#erase;
    const snapshot = erases || this.#tail >= longTail ? this.fullState() : null;
    this.#tail = snapshot ? 0 : this.#tail + 1;
    if (snapshot) this.#size = snapshot.byteLength;
    this.#erase = false;
    return { document: this, update, snapshot, erases };
  }

  cast(update: Uint8Array): void {
    for (const reader of this.#readers) reader(update);
  }

  destroy(): void {
    this.#readers.clear();
    this.#doc.destroy();
  }

  #load(stored: StoredDocument, accepted: readonly Uint8Array[] = []): Y.Doc {
    const doc = new Y.Doc();
    for (const bytes of recordsOf(stored)) Y.applyUpdate(doc, bytes);
    // Only a record set aside as damaged leaves a gap. Browsers that still hold the words send them again.
    doc.store.pendingStructs = null;
    doc.store.pendingDs = null;
    doc.on('update', (update: Uint8Array) => {
      this.#pending.push(update);
      this.#size += update.byteLength;
      this.#fullState = null;
    });
    for (const update of accepted) Y.applyUpdate(doc, update);
    // Set after loading: Yjs replaces an id whose structs arrive from elsewhere.
    doc.clientID = this.#serverClientId;
    return doc;
  }
}

function recordsOf({ snapshot, updates }: StoredDocument): readonly Uint8Array[] {
  return snapshot ? [snapshot, ...updates] : updates;
}

function sizeOf(stored: StoredDocument): number {
  return recordsOf(stored).reduce((sum, bytes) => sum + bytes.byteLength, 0);
}

export interface PendingDocument {
  readonly document: LiveDocument;
  readonly update: Uint8Array;
  /** When set it replaces everything that was stored before. */
  readonly snapshot: Uint8Array | null;
  /** What the snapshot replaces may not stay on disk, not even as something to fall back to. */
  readonly erases: boolean;
}
