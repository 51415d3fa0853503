/** A document connection that does only what a test tells it: no answers, no reading along, any bytes. */
import { once } from 'node:events';
import * as encoding from 'lib0/encoding';
import { WebSocket, type ClientOptions } from 'ws';
import { channel, syncStep } from '../../src/protocol/sync.ts';
import type { HeadlessPerson } from './headless-person.ts';

export interface Goodbye {
  readonly code: number;
  readonly reason: string;
}

export interface WireAddress {
  readonly origin: string;
  /** Everything behind the origin, `/sync/…`, as it is to be sent. */
  readonly path: string;
  readonly cookie?: string;
}

export class Wire {
  readonly socket: WebSocket;
  readonly received: Uint8Array[] = [];
  /** Resolves when the server, or the network, has ended it. */
  readonly ended: Promise<Goodbye>;

  constructor({ origin, path, cookie = '' }: WireAddress, options: ClientOptions = {}) {
    const headers = { origin, ...(cookie !== '' && { cookie }) };
    this.socket = new WebSocket(origin.replace('http', 'ws') + path, { ...options, headers });
    this.socket.on('message', (data: Buffer) => this.received.push(new Uint8Array(data)));
    this.socket.on('error', () => {});
    this.ended = new Promise((resolve) =>
      this.socket.once('close', (code, reason) => resolve({ code, reason: reason.toString() })),
    );
  }

  async open(): Promise<this> {
    await once(this.socket, 'open');
    return this;
  }

  send(...frames: readonly (Uint8Array | string)[]): void {
    for (const frame of frames) this.socket.send(frame);
  }

  /** Resolves with the next frame for which `matches` holds, now or later. */
  async next(matches: (frame: Uint8Array) => boolean): Promise<Uint8Array> {
    for (let seen = 0; ;) {
      for (; seen < this.received.length; seen++) {
        const frame = this.received[seen];
        if (frame && matches(frame)) return frame;
      }
      await once(this.socket, 'message');
    }
  }

  /** Resolves when the server has worked through everything sent before: it answers pings in order. */
  async heard(): Promise<void> {
    this.socket.ping();
    await once(this.socket, 'pong');
  }
}

/** A raw connection in somebody's name; `path` is what stands behind the room. */
export function wireOf(person: HeadlessPerson, path: string, options: ClientOptions = {}): Wire {
  const { origin, room, cookie } = person;
  return new Wire({ origin, path: `/sync/${room}/${path}`, cookie }, options);
}

export const step1 = (stateVector: Uint8Array = Uint8Array.of(0)) => frame(syncStep.step1, stateVector);
export const step2 = (update: Uint8Array) => frame(syncStep.step2, update);
export const update = (bytes: Uint8Array) => frame(syncStep.update, bytes);

export const isStep1 = (received: Uint8Array) => isStep(received, syncStep.step1);
export const isStep2 = (received: Uint8Array) => isStep(received, syncStep.step2);
export const isUpdate = (received: Uint8Array) => isStep(received, syncStep.update);

function isStep([on, step]: Uint8Array, which: number): boolean {
  return on === channel.sync && step === which;
}

function frame(step: number, payload: Uint8Array): Uint8Array {
  const out = encoding.createEncoder();
  encoding.writeVarUint(out, channel.sync);
  encoding.writeVarUint(out, step);
  encoding.writeVarUint8Array(out, payload);
  return encoding.toUint8Array(out);
}
