/** A server's document and people's copies of it, with the gate between them and no sockets: all is synchronous. */
import * as Y from 'yjs';
import type { DocumentShape } from '../../../src/domain/yjs/shape.ts';
import { limits } from '../../../src/protocol/limits.ts';
import { accept, judge, type Bounds, type Sender, type Verdict } from '../../../server/sync/gate/gate.ts';

export const serverId = 1_000_000;

export const typedBounds: Bounds = {
  structs: limits.updateStructs,
  deleteRanges: limits.updateDeleteRanges,
  bytes: limits.updateBytes,
};
export const mergeBounds: Bounds = {
  structs: limits.mergeStructs,
  deleteRanges: limits.mergeDeleteRanges,
  bytes: limits.mergeBytes,
};

export function writer(...ids: readonly number[]): Sender {
  return { mayWrite: true, ownsClientId: (id) => ids.includes(id) };
}

export const observer: Sender = { mayWrite: false, ownsClientId: () => false };

/** The server's end: judges, applies, and casts what its document says has changed. */
export class Server {
  readonly doc = new Y.Doc();
  readonly shape: DocumentShape;
  readonly #readers = new Set<(update: Uint8Array) => void>();

  constructor(shape: DocumentShape) {
    this.shape = shape;
    this.doc.clientID = serverId;
    this.doc.on('update', (update: Uint8Array) => {
      for (const reader of this.#readers) reader(update);
    });
  }

  /** Also proves on the way that whatever is not applied leaves no trace. */
  receive(sender: Sender, update: Uint8Array, bounds: Bounds = mergeBounds): Verdict {
    const before = this.fingerprint();
    const verdict = judge(this.doc, this.shape, sender, update, bounds);
    if (this.fingerprint() !== before) throw new Error('judging changed the document');
    if (verdict.kind === 'apply' && !accept(this.doc, verdict.update, sender))
      throw new Error('what was let through did not apply');
    return verdict;
  }

  onCast(reader: (update: Uint8Array) => void): () => void {
    this.#readers.add(reader);
    return () => this.#readers.delete(reader);
  }

  /** Equal exactly when every struct, every deletion and everything pending is equal. */
  fingerprint(): string {
    const { pendingStructs, pendingDs } = this.doc.store;
    if (pendingStructs !== null || pendingDs !== null) throw new Error('something is pending');
    return Buffer.from(Y.encodeStateAsUpdate(this.doc)).toString('latin1');
  }
}

/** One tab: edits its own document at once, sends when there is a network, and may hear late. */
export class Tab {
  readonly doc = new Y.Doc();
  readonly sender: Sender;
  readonly refusals: Verdict[] = [];
  gaps = 0;
  readonly #server: Server;
  #inbox: Uint8Array[] = [];
  #stopCast: (() => void) | null = null;
  #hasSynced = false;

  /** `copy` is what an earlier tab of the same person had stored on the device. */
  constructor(server: Server, sender: Sender, clientId: number, copy?: Uint8Array) {
    this.#server = server;
    this.sender = sender;
    if (copy) Y.applyUpdate(this.doc, copy, 'stored');
    this.doc.clientID = clientId;
    this.doc.on('update', (update: Uint8Array, origin: unknown) => {
      if (origin !== 'server' && this.#stopCast) this.#send(update, typedBounds);
    });
  }

  get isOnline(): boolean {
    return this.#stopCast !== null;
  }

  /** Typing may reach the server before the states are exchanged: call `sync` to do that. */
  connect(): void {
    this.#stopCast ??= this.#server.onCast((update) => this.#inbox.push(update));
  }

  sync(): void {
    this.connect();
    this.#hear(Y.encodeStateAsUpdate(this.#server.doc, Y.encodeStateVector(this.doc)));
    this.#hasSynced = true;
    this.#send(Y.encodeStateAsUpdate(this.doc, Y.encodeStateVector(this.#server.doc)), mergeBounds);
  }

  /** Everything this tab has, as if the server had nothing: a full repeat. */
  resendAll(): void {
    if (this.isOnline) this.#send(Y.encodeStateAsUpdate(this.doc), mergeBounds);
  }

  disconnect(): void {
    this.#stopCast?.();
    this.#stopCast = null;
    this.#inbox = [];
    this.#hasSynced = false;
  }

  /** Hears the first `count` casts that wait. */
  listen(count = Infinity): void {
    if (!this.#hasSynced) return;
    for (const update of this.#inbox.splice(0, Math.min(count, this.#inbox.length))) this.#hear(update);
  }

  #hear(update: Uint8Array): void {
    Y.applyUpdate(this.doc, update, 'server');
  }

  #send(update: Uint8Array, bounds: Bounds): void {
    const verdict = this.#server.receive(this.sender, update, bounds);
    if (verdict.kind === 'refuse') this.refusals.push(verdict);
    if (verdict.kind === 'gap') this.gaps++;
  }
}
