/**
 * One person's live connection to one document. Frames are read in order and never dropped out of the stream: over
 * the rate, reading pauses. Identity and role come from the visit, read anew at every frame. Rules: docs/protocol.md.
 */
import type { Logger } from 'pino';
import type { RawData, WebSocket } from 'ws';
import * as Y from 'yjs';
import { errors, type ErrorCode } from '../../src/protocol/errors.ts';
import type { DocumentName } from '../../src/protocol/ids.ts';
import { limits } from '../../src/protocol/limits.ts';
import { heartbeatFrame } from '../../src/protocol/sync.ts';
import { documentKey } from '../rooms/document-keys.ts';
import type { Visit } from '../rooms/entrance.ts';
import type { LiveDocument } from '../rooms/live-document.ts';
import { failureCode } from '../rooms/room-deleted.ts';
import type { Clock } from '../rooms/surroundings.ts';
import type { Turn } from '../rooms/turn.ts';
import { createBudget, type Budget, type BudgetSize } from './budget.ts';
import { encodeStep1, encodeStep2, parseFrame, type Frame } from './frames.ts';
import type { Hub, Hubs } from './hub.ts';
import { Intake } from './intake.ts';

export interface ConnectionLimits {
  /** Null turns a limit off. */
  readonly frames: BudgetSize | null;
  readonly bytes: BudgetSize | null;
  /** Of all connections of one seat to one document together. */
  readonly states: BudgetSize | null;
}

export interface ConnectionOptions {
  readonly webSocket: WebSocket;
  readonly visit: Visit;
  readonly name: DocumentName;
  readonly hubs: Hubs;
  readonly clock: Clock;
  readonly log: Logger;
  readonly frames: ConnectionLimits;
}

export class Connection {
  readonly #socket: WebSocket;
  readonly #visit: Visit;
  readonly #document: LiveDocument;
  readonly #hub: Hub;
  readonly #clock: Clock;
  readonly #log: Logger;
  readonly #intake: Intake;
  readonly #frameBudget: Budget | null;
  readonly #byteBudget: Budget | null;
  readonly #stops: (() => void)[] = [];
  #lastHeardAt: number;
  #gaps = 0;
  /** States we asked for and have not got: only such an answer may be as large as what was written offline. */
  #asked = 0;
  #isJoined = false;
  #dropped = 0;
  #ended = false;
  #stopBeat: () => void = () => {};
  #stopPause: () => void = () => {};

  constructor({ webSocket, visit, name, hubs, clock, log, frames }: ConnectionOptions) {
    this.#socket = webSocket;
    this.#visit = visit;
    this.#clock = clock;
    this.#log = log;
    this.#document = visit.room.document(documentKey(name, visit.seat));
    this.#intake = new Intake(visit, this.#document, log);
    const { hub, leave } = hubs.visit(this.#document);
    this.#hub = hub;
    this.#stops.push(leave, () => visit.leave());
    this.#frameBudget = frames.frames && createBudget(frames.frames, clock);
    this.#byteBudget = frames.bytes && createBudget(frames.bytes, clock);
    this.#lastHeardAt = clock.now();
  }

  /** Listens first, then reads: nothing that is already on its way is lost. */
  open(): void {
    this.#socket.on('message', (data, isBinary) => this.#hear(data, isBinary));
    this.#socket.on('pong', () => (this.#lastHeardAt = this.#clock.now()));
    this.#socket.on('close', () => this.#end());
    this.#stops.push(this.#visit.room.onEnd((code) => this.#close(code)));
    this.#stops.push(this.#visit.onEnd((code) => this.#close(code)));
    if (this.#ended) return this.#socket.resume();
    this.#beat();
    this.#socket.resume();
  }

  #hear(data: RawData, isBinary: boolean): void {
    if (this.#ended) return;
    this.#lastHeardAt = this.#clock.now();
    if (!isBinary) return this.#close('not-a-frame');
    const bytes = bytesOf(data);
    this.#pace(bytes.byteLength);
    const frame = parseFrame(bytes);
    if (frame.kind === 'invalid') return this.#close('not-a-frame');
    this.#answer(frame);
  }

  /** Over the rate, the socket is not read for as long as the budget needs: the stream stays whole. */
  #pace(bytes: number): void {
    const wait = Math.max(this.#frameBudget?.take(1) ?? 0, this.#byteBudget?.take(bytes) ?? 0);
    if (wait <= 0 || this.#socket.isPaused) return;
    this.#socket.pause();
    this.#stopPause = this.#clock.after(wait, () => this.#socket.resume());
  }

  #answer(frame: Frame): void {
    switch (frame.kind) {
      case 'step1':
        return this.#answerStep1(frame.stateVector);
      case 'step2':
        return this.#receiveState(frame.update);
      case 'update':
        return this.#receive(frame.update, false);
      case 'awareness':
      case 'query-awareness':
      case 'invalid':
        // Presence is the server's own and travels with the stage; stock clients send this all the same.
        this.#dropped += 1;
        return;
    }
  }

  /**
   * Joins within the turn, then says what is here: whatever this client wrote is either in the state vector it gets
   * now or in a cast it gets later, so it always learns what is saved.
   */
  #answerStep1(stateVector: Uint8Array): void {
    if (!this.#hub.mayAskForState(this.#visit.seat)) return this.#close('too-many');
    this.#work((turn) => {
      if (this.#ended) return;
      this.#joinCasts();
      turn.afterCommit(() => {
        this.#sendState(stateVector);
        this.#sendStep1();
      });
    });
  }

  #sendState(stateVector: Uint8Array): void {
    if (this.#ended) return;
    const { doc } = this.#document;
    const known = Y.decodeStateVector(stateVector);
    if (known.size > doc.store.clients.size + limits.stateVectorSpare) return this.#close('bad-input');
    this.#send(
      known.size === 0 ? this.#hub.fullStateFrame() : encodeStep2(Y.encodeStateAsUpdate(doc, stateVector)),
    );
  }

  #sendStep1(): void {
    this.#asked += 1;
    this.#send(encodeStep1(Y.encodeStateVector(this.#document.doc)));
  }

  #receiveState(update: Uint8Array): void {
    const isMerge = this.#asked > 0;
    if (isMerge) this.#asked -= 1;
    this.#receive(update, isMerge);
  }

  #receive(update: Uint8Array, isMerge: boolean): void {
    this.#work((turn) => {
      if (!this.#ended) this.#take(turn, update, isMerge);
    });
  }

  #take(turn: Turn, update: Uint8Array, isMerge: boolean): void {
    const outcome = this.#intake.take(turn, update, isMerge);
    switch (outcome.kind) {
      case 'taken':
        this.#gaps = 0;
        return;
      case 'gap':
        return this.#bridge(turn);
      case 'refused':
        return this.#close(outcome.code);
    }
  }

  /**
   * Frames ahead of us are no attack: drop them and ask once for everything that is missing. While an answer is on
   * its way it will carry these too.
   */
  #bridge(turn: Turn): void {
    this.#gaps += 1;
    if (this.#gaps > limits.gapsInARow) return this.#close('resync');
    if (this.#asked === 0) turn.afterCommit(() => this.#sendStep1());
  }

  #work(work: (turn: Turn) => void): void {
    // A failed commit ends the room, and with it this connection, with a code that says so.
    this.#visit.room.do(work).catch((error: unknown) => this.#close(failureCode(error)));
  }

  #joinCasts(): void {
    if (this.#isJoined) return;
    this.#isJoined = true;
    const reader = { send: (frame: Uint8Array) => this.#send(frame) };
    this.#hub.join(reader);
    this.#stops.push(() => this.#hub.leave(reader));
  }

  #send(frame: Uint8Array): void {
    if (this.#ended) return;
    if (this.#socket.bufferedAmount > limits.sendBufferBytes) return this.#close('slow-reader');
    this.#socket.send(frame);
  }

  #beat(): void {
    if (this.#clock.now() - this.#lastHeardAt > limits.deadAfterMs) return this.#socket.terminate();
    this.#socket.ping();
    this.#send(heartbeatFrame);
    this.#stopBeat = this.#clock.after(limits.heartbeatMs, () => this.#beat());
  }

  #close(code: ErrorCode): void {
    if (this.#ended) return;
    const row = errors[code];
    this.#end();
    this.#socket.close('close' in row ? row.close : 1011, code);
    // A peer that does not answer the closing is not waited for.
    this.#clock.after(limits.handshakeMs, () => this.#socket.terminate());
  }

  #end(): void {
    if (this.#ended) return;
    this.#ended = true;
    this.#stopBeat();
    this.#stopPause();
    if (this.#socket.isPaused) this.#socket.resume();
    for (const stop of this.#stops) stop();
    if (this.#dropped > 0) this.#log.debug({ frames: this.#dropped }, 'awareness was dropped');
  }
}

function bytesOf(data: RawData): Uint8Array {
  if (Array.isArray(data)) return Buffer.concat(data);
  return data instanceof ArrayBuffer ? new Uint8Array(data) : data;
}
