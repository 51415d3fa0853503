/**
 * One live room: its stage, documents, seats and attendance, and the queue that makes every change of them one
 * ordered sequence of turns. Nothing of a room lives anywhere else.
 */
import { Board } from '../../src/domain/board/board.ts';
import { Desk } from '../../src/domain/desk/desk.ts';
import type { StageEvent } from '../../src/domain/stage/events.ts';
import { initialStage, reduce } from '../../src/domain/stage/reduce.ts';
import type { StageState } from '../../src/domain/stage/state.ts';
import type { CommandAck } from '../../src/protocol/commands.ts';
import type { ErrorCode } from '../../src/protocol/errors.ts';
import type { RoomId, SeatId } from '../../src/protocol/ids.ts';
import type { StageCast } from '../../src/protocol/stage-wire.ts';
import type { DocumentKey, StoredDocument, StoredRoom } from '../store/store.ts';
import { Attendance } from './attendance.ts';
import { ClientIds } from './client-ids.ts';
import { deskKey, seatOfDesk, shapeOf } from './document-keys.ts';
import { LiveDocument, type PendingDocument } from './live-document.ts';
import { SeatTable } from './seat-table.ts';
import { SocketCount } from './socket-count.ts';
import type { Surroundings } from './surroundings.ts';
import { Turn } from './turn.ts';

export type Work<T> = (turn: Turn) => T;
/** What the room does of itself, within the same turn, when somebody's desk has changed. */
export type TendDesk = (room: Room, turn: Turn, seat: SeatId) => void;

/** Stop working through the queue and commit after this long, so that nobody's frame waits behind a flood. */
const longestTurnMs = 10;
/** From this many connections on, updates gather a little before they are stored, up to `longestGatherMs`. */
const gatherFrom = 40;
const longestGatherMs = 30;

interface Waiting {
  readonly work: (turn: Turn) => void;
  readonly fail: (error: unknown) => void;
}

export class Room {
  readonly id: RoomId;
  readonly serverClientId: number;
  readonly attendance = new Attendance();
  readonly sockets = new SocketCount();
  readonly seats: SeatTable;
  readonly clientIds: ClientIds;
  /** Receipt hash of each published note; nothing here or on disk says who held it. */
  readonly receipts: Map<string, string>;
  readonly #answers: Map<string, CommandAck>;
  readonly #documents = new Map<DocumentKey, LiveDocument>();
  readonly #around: Surroundings;
  readonly #tendDesk: TendDesk;
  #stage: StageState;
  #queue: Waiting[] = [];
  #running: Promise<void> | null = null;
  #failed = false;
  #holders = 0;
  readonly #stageReaders = new Set<(cast: StageCast<StageEvent>) => void>();
  readonly #turnReaders = new Set<() => void>();
  readonly #enders = new Set<(code: ErrorCode) => void>();

  constructor(stored: StoredRoom, around: Surroundings, tendDesk: TendDesk) {
    this.id = stored.room.id;
    this.serverClientId = stored.room.serverClientId;
    this.#around = around;
    this.#tendDesk = tendDesk;
    this.seats = new SeatTable(stored.seats, stored.links);
    this.clientIds = new ClientIds(stored.clientIds);
    this.receipts = new Map(stored.receipts.map(({ note, hash }) => [note, hash]));
    this.#answers = new Map(
      stored.commands.map(({ seat, cmdId, ack }) => [`${seat} ${cmdId}`, JSON.parse(ack) as CommandAck]),
    );
    this.#stage = stored.events.reduce(
      (stage, { body, rev }) => reduce(stage, JSON.parse(body) as StageEvent, rev),
      initialStage(),
    );
    for (const document of stored.documents) {
      if (document.quarantined > 0) {
        around.log.error(
          { room: this.id, document: document.key, records: document.quarantined },
          'damaged records set aside',
        );
      }
      this.#documents.set(
        document.key,
        new LiveDocument(shapeOf(document.key), document, this.serverClientId),
      );
    }
    for (const document of this.#documents.values()) {
      for (const clientId of document.doc.store.clients.keys()) this.clientIds.wrote(clientId);
    }
  }

  /** The committed stage, or inside a turn what the turn has made of it: then read `turn.stage`. */
  get stage(): StageState {
    return this.#stage;
  }

  get now(): number {
    return this.#around.clock.now();
  }

  /** Made when first asked for; an empty document is stored with its first update. */
  document(key: DocumentKey): LiveDocument {
    let document = this.#documents.get(key);
    if (!document) {
      document = new LiveDocument(shapeOf(key), emptyDocument(key), this.serverClientId);
      this.#documents.set(key, document);
    }
    return document;
  }

  /** The board under the server's hand. */
  board(): Board {
    return new Board(this.document('board').doc, { kind: 'server' });
  }

  /** A person's desk under the server's hand. */
  desk(seat: SeatId): Desk {
    return new Desk(this.document(deskKey(seat)).doc, { kind: 'server' });
  }

  /**
   * Queues work for the next turn and resolves with its result once everything it did is on disk and cast. Rejects
   * when the commit failed; the room is then dropped from memory and loaded anew.
   */
  do<T>(work: Work<T>): Promise<T> {
    if (this.#failed) return Promise.reject(new Error('room was dropped after a failed commit'));
    return new Promise<T>((resolve, reject) => {
      this.#queue.push({
        fail: reject,
        work: (turn) => {
          const result = work(turn);
          turn.afterCommit(() => resolve(result));
        },
      });
      this.#running ??= this.#run();
    });
  }

  /** First answer to a command, or undefined. */
  answerTo(seat: SeatId, cmdId: string): CommandAck | undefined {
    return this.#answers.get(`${seat} ${cmdId}`);
  }

  rememberAnswer(turn: Turn, seat: SeatId, cmdId: string, ack: CommandAck): void {
    this.#answers.set(`${seat} ${cmdId}`, ack);
    turn.commands.push({ room: this.id, seat, cmdId, ack: JSON.stringify(ack) });
  }

  /** Calls with committed events in order; returns its own stop. */
  onStage(reader: (cast: StageCast<StageEvent>) => void): () => void {
    this.#stageReaders.add(reader);
    return () => this.#stageReaders.delete(reader);
  }

  /** Calls after every committed turn. */
  onTurn(reader: () => void): () => void {
    this.#turnReaders.add(reader);
    return () => this.#turnReaders.delete(reader);
  }

  /** Calls once when the room leaves memory while people are in it; connections close with the code's number. */
  onEnd(ender: (code: ErrorCode) => void): () => void {
    this.#enders.add(ender);
    return () => this.#enders.delete(ender);
  }

  /** Keeps the room in memory until the returned release is called. */
  hold(): () => void {
    this.#holders += 1;
    let held = true;
    return () => {
      if (!held) return;
      held = false;
      this.#holders -= 1;
    };
  }

  get isIdle(): boolean {
    return this.#holders === 0 && this.#running === null;
  }

  get hasFailed(): boolean {
    return this.#failed;
  }

  /** Resolves when the queue is empty and everything is on disk. */
  async settled(): Promise<void> {
    while (this.#running) await this.#running;
  }

  /** Closes every connection with the code and frees the documents. Call after `settled`. */
  end(code: ErrorCode): void {
    for (const ender of this.#enders) ender(code);
    this.#enders.clear();
    this.#stageReaders.clear();
    this.#turnReaders.clear();
    for (const document of this.#documents.values()) document.destroy();
  }

  async #run(): Promise<void> {
    // Yield once, so that what arrives in the same tick shares the turn.
    await Promise.resolve();
    try {
      while (this.#queue.length > 0) {
        await this.#gather();
        await this.#turn();
      }
    } finally {
      this.#running = null;
    }
  }

  async #gather(): Promise<void> {
    const crowd = this.#holders - gatherFrom;
    if (crowd <= 0) return;
    const wait = Math.min(longestGatherMs, Math.ceil(crowd / 10));
    await new Promise<void>((resolve) => this.#around.clock.after(wait, resolve));
  }

  async #turn(): Promise<void> {
    const turn = new Turn(this.id, this.#stage, this.now);
    const taken: Waiting[] = [];
    try {
      this.#work(turn, taken);
      await this.#mend();
      this.#tend(turn);
      const documents = this.#takePending();
      const change = turn.change(documents);
      if (change) await this.#around.store.commit(change);
      this.#publish(turn, documents);
    } catch (error) {
      this.#drop([...taken, ...this.#queue], error);
    }
  }

  #work(turn: Turn, taken: Waiting[]): void {
    const started = performance.now();
    do {
      const next = this.#queue.shift();
      if (!next) return;
      taken.push(next);
      next.work(turn);
    } while (performance.now() - started < longestTurnMs && !this.#inDoubt().length);
  }

  /** A document that a refused edit left in doubt is read back from disk, with what this turn had accepted before. */
  async #mend(): Promise<void> {
    const inDoubt = this.#inDoubt();
    if (inDoubt.length === 0) return;
    const stored = await this.#around.store.loadRoom(this.id);
    for (const document of inDoubt) {
      document.rebuild(
        stored?.documents.find(({ key }) => key === document.key) ?? emptyDocument(document.key),
      );
    }
  }

  #inDoubt(): LiveDocument[] {
    return [...this.#documents.values()].filter((document) => document.isInDoubt);
  }

  #tend(turn: Turn): void {
    for (const { key, hasPending } of [...this.#documents.values()]) {
      const seat = seatOfDesk(key);
      if (seat !== null && hasPending) this.#tendDesk(this, turn, seat);
    }
  }

  /** The board goes out before the stage, so that a reveal never points at notes that are not there yet. */
  #publish(turn: Turn, documents: readonly PendingDocument[]): void {
    this.#stage = turn.stage;
    for (const { document, update } of documents) document.cast(update);
    if (turn.events.length > 0) {
      const cast = { rev: turn.stage.rev, events: turn.events };
      for (const reader of this.#stageReaders) reader(cast);
    }
    turn.settle();
    for (const reader of this.#turnReaders) reader();
  }

  #takePending(): PendingDocument[] {
    const pending: PendingDocument[] = [];
    for (const document of this.#documents.values()) {
      const taken = document.takePending();
      if (taken) pending.push(taken);
    }
    return pending.sort((a, b) => Number(b.document.key === 'board') - Number(a.document.key === 'board'));
  }

  /** Memory ran ahead of the disk: forget it all. Clients keep what was not acknowledged and offer it again. */
  #drop(waiting: readonly Waiting[], error: unknown): void {
    this.#failed = true;
    this.#queue = [];
    this.#around.log.error({ room: this.id, err: error }, 'a turn failed; the room is loaded anew');
    for (const { fail } of waiting) fail(error);
    this.end('store-failed');
  }
}

function emptyDocument(key: DocumentKey): StoredDocument {
  return { key, snapshot: null, updates: [], quarantined: 0 };
}
