/**
 * One document of one person without a browser: a real WebSocket, the y-websocket framing, and a journal of what
 * this person was told. Reconnects only when asked to, so that a test decides about the network.
 */
import * as decoding from 'lib0/decoding';
import * as encoding from 'lib0/encoding';
import { WebSocket } from 'ws';
import * as Y from 'yjs';
import { channel, syncStep } from '../../src/protocol/sync.ts';

export interface DocumentAddress {
  /** http://127.0.0.1:port */
  readonly origin: string;
  readonly room: string;
  readonly name: 'board' | 'desk';
  readonly cookie: string;
  readonly query?: string;
}

export class HeadlessDocument {
  readonly doc: Y.Doc;
  readonly address: DocumentAddress;
  /** Every frame as it came, for byte searches. */
  readonly received: Uint8Array[] = [];
  /** For each client id the clock up to which the server has said that it has it: what *Saved* may rest on. */
  readonly confirmed = new Map<number, number>();
  closeCode: number | null = null;
  #socket: WebSocket | null = null;
  readonly #listeners = new Set<() => void>();

  constructor(address: DocumentAddress, clientId: number, doc = new Y.Doc()) {
    this.address = address;
    this.doc = doc;
    doc.clientID = clientId;
    doc.on('update', (update: Uint8Array, origin: unknown) => {
      if (origin !== this) this.sendUpdate(update);
    });
  }

  /** Resolves when the server's state has arrived. Rejects when the connection closes before. */
  connect(): Promise<void> {
    const { origin, room, name, cookie, query = '' } = this.address;
    const socket = new WebSocket(`${origin.replace('http', 'ws')}/sync/${room}/${name}${query}`, {
      headers: { cookie, origin },
    });
    this.#socket = socket;
    this.closeCode = null;
    return new Promise((resolve, reject) => {
      socket.on('open', () => this.#send(channel.sync, syncStep.step1, Y.encodeStateVector(this.doc)));
      socket.on('message', (data: Buffer) => {
        if (this.#hear(new Uint8Array(data))) resolve();
        this.#tell();
      });
      socket.on('close', (code) => {
        // An old socket's late goodbye says nothing about the present one.
        if (this.#socket === socket) {
          this.#socket = null;
          this.closeCode = code;
          this.#tell();
        }
        reject(new Error(`closed with ${code}`));
      });
      socket.on('error', () => {});
    });
  }

  /** Cuts without a word, as a lost network does. */
  cut(): void {
    this.#socket?.terminate();
    this.#socket = null;
  }

  get isOpen(): boolean {
    return this.#socket?.readyState === WebSocket.OPEN;
  }

  sendUpdate(update: Uint8Array): void {
    this.#send(channel.sync, syncStep.update, update);
  }

  sendRaw(frame: Uint8Array | string): void {
    this.#socket?.send(frame);
  }

  /** Resolves as soon as the predicate holds, looking after every frame and every close. */
  async until(holds: () => boolean, timeoutMs = 30_000): Promise<void> {
    if (holds()) return;
    await new Promise<void>((resolve, reject) => {
      const timer = setTimeout(() => {
        stop();
        reject(new Error('waited in vain'));
      }, timeoutMs);
      const check = () => {
        if (!holds()) return;
        stop();
        resolve();
      };
      const stop = () => {
        clearTimeout(timer);
        this.#listeners.delete(check);
      };
      this.#listeners.add(check);
      this.doc.on('update', check);
    });
  }

  /** How many structs this client id has made here. */
  get ownClock(): number {
    return Y.getState(this.doc.store, this.doc.clientID);
  }

  /** Whether everything this client id wrote is known to be on the server's disk. */
  get isSaved(): boolean {
    return (this.confirmed.get(this.doc.clientID) ?? 0) >= this.ownClock;
  }

  saved(): Promise<void> {
    return this.until(() => this.isSaved);
  }

  #send(...parts: [number, number, Uint8Array]): void {
    if (this.#socket?.readyState !== WebSocket.OPEN) return;
    const encoder = encoding.createEncoder();
    encoding.writeVarUint(encoder, parts[0]);
    encoding.writeVarUint(encoder, parts[1]);
    encoding.writeVarUint8Array(encoder, parts[2]);
    this.#socket.send(encoding.toUint8Array(encoder));
  }

  /** True when this frame was the server's state. */
  #hear(frame: Uint8Array): boolean {
    this.received.push(frame);
    const decoder = decoding.createDecoder(frame);
    if (decoding.readVarUint(decoder) !== channel.sync) return false;
    const step = decoding.readVarUint(decoder);
    const bytes = decoding.readVarUint8Array(decoder);
    if (step === syncStep.step1) {
      for (const [client, clock] of Y.decodeStateVector(bytes)) this.#confirm(client, clock);
      this.#send(channel.sync, syncStep.step2, Y.encodeStateAsUpdate(this.doc, bytes));
      return false;
    }
    for (const [client, clock] of Y.parseUpdateMeta(bytes).to) this.#confirm(client, clock);
    Y.applyUpdate(this.doc, bytes, this);
    return step === syncStep.step2;
  }

  #confirm(client: number, clock: number): void {
    this.confirmed.set(client, Math.max(this.confirmed.get(client) ?? 0, clock));
  }

  #tell(): void {
    for (const listener of [...this.#listeners]) listener();
  }
}
