/**
 * What a page has open to one room: who this browser is there, the stage, the documents. Starts from what the device
 * remembers, so that a page opens without a network, and lets the server correct it.
 */
import type { ErrorCode } from '#protocol/errors.ts';
import type { SeatAnswer } from '#protocol/http.ts';
import type { DocumentName, RoomId } from '#protocol/ids.ts';
import { mayWriteBoard } from '#domain/stage/board-lock.ts';
import type { StageState } from '#domain/stage/state.ts';
import { ClockMeasuring } from './clock-measuring.ts';
import { OpenDocuments, type Opened } from './open-documents.ts';
import { isEnding, type Ending, type RoomMemory } from './room-memory.ts';
import { SeatAsking } from './seat-asking.ts';
import { ServerClock } from './server-clock.ts';
import type { StageConnection, StageListener } from './stage-connection.ts';
import { StageLog } from './stage-log.ts';
import { StageOpening } from './stage-opening.ts';
import type { Surroundings } from './surroundings.ts';
import { onPageEvents } from './page-events.ts';
import type { KeptWords } from './words-only-here.ts';

/** What the page should show: before, in and after the room. */
export type Entry = 'opening' | 'waiting' | 'open' | 'no-seat' | 'not-found' | 'failed' | Ending;

/** As long as the stage's word may come after that of another connection; a busy server takes its time. */
const whyWithinMs = 5_000;

export interface RoomListener extends Omit<StageListener, 'connected' | 'ended'> {
  readonly entered: (entry: Entry) => void;
  readonly seated: (seat: SeatAnswer) => void;
  readonly opened: Opened;
  readonly wordsKept: (words: readonly KeptWords[], from: DocumentName) => void;
  readonly refused: (code: ErrorCode) => void;
}

export class RoomConnections {
  readonly serverClock: ServerClock;
  readonly #room: RoomId;
  /** Connects read-only beside whatever seat this browser has. */
  readonly #watching: boolean;
  readonly #around: Surroundings;
  readonly #memory: RoomMemory;
  readonly #listener: RoomListener;
  readonly #log: StageLog;
  readonly #asking: SeatAsking;
  readonly #measuring: ClockMeasuring;
  readonly #documents: OpenDocuments;
  readonly #stopPageEvents: () => void;
  #entry: Entry = 'opening';
  #seat: SeatAnswer | null = null;
  #stage: StageOpening | null = null;
  #closed = false;
  #hearingWhy: ReturnType<typeof setTimeout> | undefined;

  constructor(
    room: RoomId,
    watching: boolean,
    memory: RoomMemory,
    around: Surroundings,
    listener: RoomListener,
  ) {
    this.#room = room;
    this.#watching = watching;
    this.#memory = memory;
    this.#around = around;
    this.#listener = listener;
    this.#log = new StageLog(memory.readStage());
    this.#asking = new SeatAsking(room, around.random, {
      admitted: (seat) => this.#admit(seat),
      waits: () => this.#wait(),
      refused: (code) => this.#refuse(code),
      unanswered: (code) => this.#unanswered(code),
    });
    this.serverClock = new ServerClock(around.monotonic, around.date() + memory.readClockError());
    this.#measuring = new ClockMeasuring(
      this.serverClock,
      () => this.stage?.askTime() ?? Promise.reject(new Error('not connected')),
      around,
      () => memory.keepClockError(this.serverClock.now() - around.date()),
    );
    const { wordsKept: onWordsKept, opened } = listener;
    const onRefusal = (code: ErrorCode) => this.#refuse(code);
    this.#documents = new OpenDocuments({ room, around, onWordsKept, onRefusal }, opened);
    this.#stopPageEvents = onPageEvents({
      woke: () => this.#wake(),
      networkChanged: () => this.#reconnect(),
    });
  }

  /** The stage of the last visit is there at once; everything else comes to the listener. */
  get stageState(): StageState | null {
    return this.#log.state;
  }

  get stage(): StageConnection | null {
    return this.#stage?.connection ?? null;
  }

  /** Null where this browser has no seat. */
  async stageOpened(): Promise<StageConnection | null> {
    return this.#stage?.opened ?? null;
  }

  start(): void {
    const known = this.#memory.readSeat();
    if (known) this.#admit(known);
    this.#measuring.start();
    this.#asking.ask();
  }

  close(): void {
    this.#closed = true;
    clearTimeout(this.#hearingWhy);
    this.#asking.stop();
    this.#measuring.stop();
    this.#stopPageEvents();
    this.#disconnect();
  }

  /** What the device remembers stays open without an answer. */
  #unanswered(code: ErrorCode): boolean {
    if (this.#seat) return false;
    if (this.#entry !== 'waiting') {
      this.#enter(this.#memory.readEnding() ?? 'failed');
      this.#listener.refused(code);
    }
    return true;
  }

  /** At the door nothing of the room is open, nor remembered. */
  #wait(): void {
    this.#memory.forgetSeat();
    this.#seat = null;
    this.#disconnect();
    this.#enter('waiting');
  }

  #admit(seat: SeatAnswer): void {
    clearTimeout(this.#hearingWhy);
    this.#seat = seat;
    this.#memory.keepSeat(seat);
    this.#memory.forgetEnding();
    this.#listener.seated(seat);
    this.#enter('open');
    this.#documents.open(seat.seat, this.#watching || seat.role === 'observer');
    this.#stage ??= this.#openStage();
  }

  #openStage(): StageOpening {
    const listener: StageListener = {
      ...this.#listener,
      stageMoved: (before, after) => this.#stageMoved(before, after),
      connected: () => void this.#measuring.measure(),
      ended: (code) => this.#refuse(code),
    };
    const target = () =>
      this.#seat && { room: this.#room, seat: this.#seat.seat, asObserver: this.#watching };
    return new StageOpening(target, this.#log, listener, this.#around);
  }

  #stageMoved(before: StageState | null, after: StageState): void {
    this.#memory.keepStage(after);
    this.#listener.stageMoved(before, after);
    if (before && mayWriteAgain(before, after)) this.#documents.openStuckAnew();
    // A link of a higher role, opened in another tab, raises this browser's seat.
    const info = this.#seat && after.seats[this.#seat.seat];
    if (this.#seat && info && info.role !== this.#seat.role) {
      this.#admit({ ...this.#seat, name: info.name, role: info.role });
      this.#documents.openStuckAnew();
    }
  }

  #refuse(code: ErrorCode): void {
    if (this.#closed || isEnding(this.#entry)) return;
    if (code === 'at-the-door') return this.#asking.ask();
    // Why a seat has ended is said by the stage, and another connection may be the first to say that it has.
    if (code === 'no-seat' && this.stage?.isConnected) return this.#hearWhy();
    this.#end(code);
  }

  #hearWhy(): void {
    clearTimeout(this.#hearingWhy);
    this.#hearingWhy = setTimeout(() => {
      if (!this.#closed && !isEnding(this.#entry)) this.#end('no-seat');
    }, whyWithinMs);
  }

  #end(code: ErrorCode): void {
    const entry = this.#entryAfter(code);
    if (entry === null) {
      if (this.#entry === 'opening') this.#enter('failed');
      this.#listener.refused(code);
      return this.#openRefused(code);
    }
    if (entry !== 'not-found') this.#memory.forgetSeat();
    if (isEnding(entry)) this.#memory.keepEnding(entry);
    this.#seat = null;
    this.#disconnect();
    this.#enter(entry);
  }

  /** The stage may be the first to say that words are taken again, and the last refusal comes after it. */
  #openRefused(code: ErrorCode): void {
    const { state } = this.#log;
    if (state?.phase === 'closed' || (code !== 'board-locked' && code !== 'room-closed')) return;
    if (state && mayWriteBoard(state, this.#seat?.role ?? null)) this.#documents.openStuckAnew();
  }

  /** Null where the room stays open. Why a seat has ended is told once; a page that is opened later remembers it. */
  #entryAfter(code: ErrorCode): Entry | null {
    switch (code) {
      case 'not-found':
        return code;
      case 'seat-removed':
        return 'removed';
      case 'seat-moved':
        return 'moved';
      case 'room-deleted':
        return 'deleted';
      case 'no-seat':
        return this.#entry === 'waiting' ? 'turned-away' : (this.#memory.readEnding() ?? code);
      default:
        return null;
    }
  }

  #enter(entry: Entry): void {
    if (entry === this.#entry) return;
    this.#entry = entry;
    this.#listener.entered(entry);
  }

  #disconnect(): void {
    this.#stage?.close();
    this.#stage = null;
    this.#documents.close();
  }

  #wake(): void {
    this.stage?.hurry();
    this.#documents.hurry();
    void this.#measuring.measure();
    if (this.#entry === 'failed' || this.#entry === 'waiting') this.#asking.ask();
  }

  #reconnect(): void {
    this.stage?.lose();
    this.#documents.lose();
    this.#wake();
  }
}

/** What was refused in between may be written now. */
function mayWriteAgain(before: StageState, after: StageState): boolean {
  const isReopened = before.phase === 'closed' && after.phase !== 'closed';
  return isReopened || (before.boardLockedAt !== null && after.boardLockedAt === null);
}
