/**
 * The stock y-websocket client with three things of ours: it tells what the server proved to hold, it gives up a silent
 * connection after 15 s, and it comes back with full jitter. Final close codes end it.
 */
import * as decoding from 'lib0/decoding';
import { WebsocketProvider } from 'y-websocket';
import type * as Y from 'yjs';
import type { DocumentName, RoomId } from '#protocol/ids.ts';
import { errors } from '#protocol/errors.ts';
import { limits } from '#protocol/limits.ts';
import { channel, syncStep } from '#protocol/sync.ts';
import { Retry } from './retry.ts';
import type { SavedProof } from './saved-proof.ts';

export interface LinkTarget {
  /** ws://host or wss://host, without a path. */
  readonly origin: string;
  readonly room: RoomId;
  readonly document: DocumentName;
  readonly asObserver: boolean;
}

export interface LinkEvents {
  /** Connected, disconnected, or something arrived. */
  readonly changed: () => void;
  /** The server's whole state is in the document, at every connection. */
  readonly synced: () => void;
  /** The server closed for good; nothing is tried any more. */
  readonly ended: (closeCode: number) => void;
}

type Handler = (encoder: unknown, decoder: decoding.Decoder, ...rest: unknown[]) => void;

/** Not in the 44xx range, but trying again would only repeat them: not a frame of ours, and too large. */
const finalCodes: readonly number[] = [1003, 1009];
/** Each try counts against the rate again, so whoever was told that they come too often waits. */
const tooManyMs = 5_000;

export class DocumentLink {
  readonly #provider: WebsocketProvider;
  readonly #proof: SavedProof;
  readonly #events: LinkEvents;
  readonly #retry: Retry;
  readonly #silenceMs: number;
  #watchdog: ReturnType<typeof setTimeout> | undefined;
  #state: 'first-try' | 'trying' | 'ended' = 'first-try';

  /** The document's client id must be set before: connecting is what makes it known. */
  constructor(
    target: LinkTarget,
    doc: Y.Doc,
    proof: SavedProof,
    events: LinkEvents,
    { random = Math.random, silenceMs = limits.silenceMs } = {},
  ) {
    this.#proof = proof;
    this.#events = events;
    this.#retry = new Retry(() => this.#connect(), random);
    this.#silenceMs = silenceMs;
    this.#provider = new WebsocketProvider(`${target.origin}/sync/${target.room}`, target.document, doc, {
      connect: false,
      disableBc: true,
      shouldReconnect: () => false,
      params: target.asObserver ? { as: 'observer' } : {},
    });
    this.#provider.awareness.setLocalState(null);
    this.#wrapHandlers();
    this.#listen();
    this.#connect();
  }

  /** `connecting` only until the first try has failed: after that the network is not there. */
  get state(): 'connecting' | 'connected' | 'lost' {
    if (this.#provider.wsconnected) return 'connected';
    return this.#state === 'first-try' ? 'connecting' : 'lost';
  }

  /** Whether an update with this origin came over this link. */
  isSource(origin: unknown): boolean {
    return origin === this.#provider;
  }

  /** The network seems to be back: try at once instead of waiting. */
  hurry(): void {
    if (this.#state === 'ended' || this.#provider.ws !== null) return;
    this.#retry.now();
  }

  /** What is open is taken for dead; it is tried again like any lost connection. */
  lose(): void {
    if (this.#state === 'ended') return;
    this.#provider.disconnect();
    this.#tryLater();
  }

  destroy(): void {
    this.#end();
    this.#provider.destroy();
  }

  #connect(): void {
    this.#proof.beginConnection();
    this.#provider.connect();
    this.#watch();
  }

  #listen(): void {
    this.#provider.on('status', this.#events.changed);
    this.#provider.on('sync', (synced: boolean) => {
      if (!synced) return;
      this.#retry.succeeded();
      this.#events.synced();
    });
    this.#provider.on('closed', ({ code }: { code: number }) => this.#closed(code));
  }

  #closed(code: number): void {
    if (this.#state === 'ended') return;
    if ((code >= 4400 && code < 4500) || finalCodes.includes(code)) {
      this.#end();
      this.#events.ended(code);
    } else {
      this.#tryLater(code === errors['too-many'].close ? tooManyMs : 0);
    }
  }

  #tryLater(atLeastMs = 0): void {
    this.#state = 'trying';
    clearTimeout(this.#watchdog);
    this.#retry.later(atLeastMs);
    this.#events.changed();
  }

  /** A connection that died without a word would hold words back for minutes. */
  #watch(): void {
    clearTimeout(this.#watchdog);
    if (this.#state === 'ended') return;
    this.#watchdog = setTimeout(() => this.lose(), this.#silenceMs);
  }

  #end(): void {
    this.#state = 'ended';
    this.#retry.stop();
    clearTimeout(this.#watchdog);
  }

  /** Everything that arrives counts as a sign of life; of the sync channel we also read what it proves. */
  #wrapHandlers(): void {
    const handlers = this.#provider.messageHandlers as Handler[];
    handlers.forEach((handle, number) => {
      handlers[number] = (encoder, decoder, ...rest) => {
        this.#watch();
        const copy = number === channel.sync ? decoding.clone(decoder) : null;
        handle(encoder, decoder, ...rest);
        if (copy) this.#hear(copy);
      };
    });
  }

  #hear(decoder: decoding.Decoder): void {
    const step = decoding.readVarUint(decoder);
    const bytes = decoding.readVarUint8Array(decoder);
    if (step === syncStep.step1) this.#proof.hearStateVector(bytes);
    else if (step === syncStep.step2) this.#proof.hearWhole(bytes);
    else this.#proof.hearCast(bytes);
    this.#events.changed();
  }
}
