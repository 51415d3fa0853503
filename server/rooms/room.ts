/**
 * One live room: its stage, documents, seats and attendance, and the queue that makes every change of them one
 * ordered sequence of turns. Nothing of a room lives anywhere else.
 */
import { Board } from '../../src/domain/board/board.ts';
import { boardParts, type BoardParts } from '../../src/domain/board/parts.ts';
import { Desk } from '../../src/domain/desk/desk.ts';
import type { StageEvent } from '../../src/domain/stage/events.ts';
import { initialStage } from '../../src/domain/stage/initial-stage.ts';
import { reduce } from '../../src/domain/stage/reduce.ts';
import { facilitatorsIn } from '../../src/domain/stage/standing.ts';
import type { StageState } from '../../src/domain/stage/state.ts';
import type { ErrorCode } from '../../src/protocol/errors.ts';
import type { PollId, RoomId, SeatId } from '../../src/protocol/ids.ts';
import type { StageCast } from '../../src/protocol/stage-wire.ts';
import type { DocumentKey, StoredRoom } from '../store/store.ts';
import { Attendance } from './attendance.ts';
import { Ballots } from './ballots.ts';
import { ClientIds } from './client-ids.ts';
import { deskKey } from './document-keys.ts';
import { FirstAnswers } from './first-answers.ts';
import type { LiveDocument, PendingDocument } from './live-document.ts';
import { Leadership } from './leadership.ts';
import { failureCode, RoomDeleted } from './room-deleted.ts';
import { RoomDocuments } from './room-documents.ts';
import { SeatMoves } from './seat-moves.ts';
import { SeatTable } from './seat-table.ts';
import { SocketCount } from './socket-count.ts';
import type { Surroundings } from './surroundings.ts';
import { Turn } from './turn.ts';
import { TurnQueue, type Work } from './turn-queue.ts';

/** What the room does of itself, within the same turn, when somebody's desk has changed. */
export type TendDesk = (room: Room, turn: Turn, seat: SeatId) => void;

const byServer = { kind: 'server' } as const;

export class Room {
  readonly id: RoomId;
  /**
   * Under which the server writes in all documents until the room leaves memory. Never the one of before: where the
   * files were put back from a backup, browsers still have what it wrote since, under the same numbers.
   */
  readonly serverClientId: number;
  /** Server ms when it came into memory. */
  readonly loadedAt: number;
  readonly attendance = new Attendance();
  readonly leadership: Leadership;
  readonly moves = new SeatMoves();
  readonly sockets = new SocketCount();
  readonly seats: SeatTable;
  readonly clientIds: ClientIds;
  /** Receipt hash of each published note; nothing here or on disk says who held it. */
  readonly receipts: Map<string, string>;
  readonly ballots: Ballots;
  readonly answers: FirstAnswers;
  readonly #documents: RoomDocuments;
  readonly #turns: TurnQueue;
  readonly #around: Surroundings;
  readonly #tendDesk: TendDesk;
  #stage: StageState;
  #touchedAt: number;
  #holders = 0;
  readonly #stageReaders = new Set<(cast: StageCast<StageEvent>) => void>();
  readonly #turnReaders = new Set<() => void>();
  readonly #enders = new Set<(code: ErrorCode) => void>();
  readonly #seatEnders = new Set<(seat: SeatId, code: ErrorCode) => void>();

  constructor(stored: StoredRoom, around: Surroundings, tendDesk: TendDesk) {
    this.id = stored.room.id;
    this.#around = around;
    this.loadedAt = around.clock.now();
    this.#tendDesk = tendDesk;
    this.seats = new SeatTable(stored.seats, stored.links);
    this.clientIds = new ClientIds(stored.clientIds);
    this.serverClientId = this.clientIds.fresh(around.chance);
    this.#touchedAt = stored.touchedAt;
    this.receipts = new Map(stored.receipts.map(({ note, hash }) => [note, hash]));
    this.ballots = new Ballots(this.id, stored.ballots);
    this.answers = new FirstAnswers(this.id, stored.commands);
    this.#stage = stored.events.reduce(
      (stage, { body, rev }) => reduce(stage, JSON.parse(body) as StageEvent, rev),
      initialStage(),
    );
    this.leadership = new Leadership({
      facilitators: () => facilitatorsIn(this.#stage),
      isConnected: (seat) => this.attendance.isConnected(seat),
      now: () => this.now,
    });
    this.attendance.onChange(() => this.leadership.look());
    this.#documents = new RoomDocuments(this, stored.documents, around);
    for (const clientId of [this.serverClientId, ...this.#documents.writers()])
      this.clientIds.wrote(clientId);
    this.#turns = new TurnQueue(
      {
        play: (workThrough) => this.#play(workThrough),
        crowd: () => this.#holders,
        onFailure: (error) => this.#drop(error),
      },
      around.clock,
    );
  }

  /** The committed stage, or inside a turn what the turn has made of it: then read `turn.stage`. */
  get stage(): StageState {
    return this.#stage;
  }

  /** When something was last done here and stored. Reading is not. */
  get touchedAt(): number {
    return this.#touchedAt;
  }

  /** Until when the room is there at least, or null for ever. A meeting that is still to come counts as use. */
  get keptUntil(): number | null {
    const { keepMs = null } = this.#around;
    const { early, plannedStart } = this.#stage;
    const used = Math.max(this.#touchedAt, plannedStart?.at ?? 0, early?.until ?? 0);
    return keepMs === null ? null : used + keepMs;
  }

  get now(): number {
    return this.#around.clock.now();
  }

  document(key: DocumentKey): LiveDocument {
    return this.#documents.get(key);
  }

  /** The board under the server's hand. */
  board(): Board {
    return new Board(this.document('board').doc, byServer);
  }

  /** The board with all that stands beside its notes and promises, under the server's hand. */
  parts(): BoardParts {
    return boardParts(this.document('board').doc, byServer);
  }

  /** A person's desk under the server's hand. */
  desk(seat: SeatId): Desk {
    return new Desk(this.document(deskKey(seat)).doc, byServer);
  }

  /**
   * Queues work for the next turn and resolves with its result once everything it did is on disk and cast. Rejects
   * when the commit failed; the room is then dropped from memory and loaded anew.
   */
  do<T>(work: Work<T>): Promise<T> {
    return this.#turns.do(work);
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

  /** Calls with a seat whose connections end, and with the code that says why; returns its own stop. */
  onSeatEnd(ender: (seat: SeatId, code: ErrorCode) => void): () => void {
    this.#seatEnders.add(ender);
    return () => this.#seatEnders.delete(ender);
  }

  /** Once the turn is on disk every connection of the seat is closed. */
  endSeat(turn: Turn, seat: SeatId, code: ErrorCode): void {
    turn.afterCommit(() => {
      for (const ender of [...this.#seatEnders]) ender(seat, code);
      this.attendance.forget(seat);
    });
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
    return this.#holders === 0 && this.#turns.isIdle;
  }

  get hasFailed(): boolean {
    return this.#turns.hasFailed;
  }

  /** Resolves when the queue is empty and everything is on disk. */
  settled(): Promise<void> {
    return this.#turns.settled();
  }

  /** Closes every connection with the code and frees the documents. Call after `settled`. */
  end(code: ErrorCode): void {
    for (const ender of this.#enders) ender(code);
    this.#enders.clear();
    this.#seatEnders.clear();
    this.#stageReaders.clear();
    this.#turnReaders.clear();
    this.#documents.destroy();
  }

  async #play(workThrough: (turn: Turn, mayGoOn: () => boolean) => void): Promise<void> {
    const turn = new Turn(this.id, this.#stage, this.now);
    workThrough(turn, () => !this.#documents.areInDoubt);
    await this.#documents.mend();
    for (const seat of this.#documents.changedDesks()) this.#tendDesk(this, turn, seat);
    for (const poll of turn.events.flatMap(endedPoll)) this.ballots.erase(turn, poll);
    const documents = this.#documents.takePending();
    const change = turn.change(documents);
    if (change) await this.#around.store.commit(change);
    if (turn.isLast) {
      turn.settle();
      throw new RoomDeleted(`room ${this.id} was deleted`);
    }
    if (change?.touches) this.#touchedAt = Math.max(this.#touchedAt, turn.now);
    this.#publish(turn, documents);
  }

  /** The board goes out before the stage, so that a reveal never points at notes that are not there yet. */
  #publish(turn: Turn, documents: readonly PendingDocument[]): void {
    this.#stage = turn.stage;
    for (const { document, update } of documents) document.cast(update);
    if (turn.events.length > 0) {
      const cast = { rev: turn.stage.rev, events: turn.events };
      for (const reader of this.#stageReaders) reader(cast);
      this.leadership.look();
    }
    turn.settle();
    for (const reader of this.#turnReaders) reader();
  }

  /**
   * The room is gone, or memory ran ahead of the disk: forget it all. In the second case clients keep what was not
   * acknowledged and offer it again.
   */
  #drop(error: unknown): void {
    const code = failureCode(error);
    if (code === 'room-deleted') this.#around.log.info({ room: this.id }, 'a room was deleted');
    else this.#around.log.error({ room: this.id, err: error }, 'a turn failed; the room is loaded anew');
    this.end(code);
  }
}

function endedPoll(event: StageEvent): readonly PollId[] {
  return event.type === 'pollClosed' || event.type === 'pollCancelled' ? [event.poll] : [];
}
