/**
 * One turn of a room: everything that was waiting is worked through at once, becomes one commit, and only then is
 * anybody told. Work sees the stage and the documents as earlier work of the same turn left them.
 */
import type { StageEvent } from '../../src/domain/stage/events.ts';
import { reduce } from '../../src/domain/stage/reduce.ts';
import type { StageState } from '../../src/domain/stage/state.ts';
import type { RoomId } from '../../src/protocol/ids.ts';
import type {
  BallotRow,
  Change,
  ClientIdRow,
  CommandRow,
  ErasedBallots,
  ErasedSeat,
  LinkRow,
  ReceiptRow,
  SeatRow,
} from '../store/store.ts';
import type { PendingDocument } from './live-document.ts';

export class Turn {
  readonly now: number;
  readonly #room: RoomId;
  #stage: StageState;
  readonly events: StageEvent[] = [];
  readonly links: LinkRow[] = [];
  readonly seats: SeatRow[] = [];
  readonly erasedSeats: ErasedSeat[] = [];
  readonly commands: CommandRow[] = [];
  readonly clientIds: ClientIdRow[] = [];
  readonly receipts: ReceiptRow[] = [];
  readonly ballots: BallotRow[] = [];
  readonly erasedBallots: ErasedBallots[] = [];
  readonly #firstRev: number;
  readonly #afterCommit: (() => void)[] = [];
  #isLast = false;

  constructor(room: RoomId, stage: StageState, now: number) {
    this.#room = room;
    this.#stage = stage;
    this.#firstRev = stage.rev + 1;
    this.now = now;
  }

  get stage(): StageState {
    return this.#stage;
  }

  emit(events: readonly StageEvent[]): void {
    for (const event of events) {
      this.#stage = reduce(this.#stage, event, this.#stage.rev + 1);
      this.events.push(event);
    }
  }

  /** The room goes with this turn, and whatever else was done in it. */
  deleteRoom(): void {
    this.#isLast = true;
  }

  get isLast(): boolean {
    return this.#isLast;
  }

  /** Runs synchronously after the commit and the casts, before the next turn begins: the place for answers. */
  afterCommit(action: () => void): void {
    this.#afterCommit.push(action);
  }

  settle(): void {
    for (const action of this.#afterCommit) action();
  }

  /** Null when there is nothing to store. */
  change(documents: readonly PendingDocument[]): Change | null {
    const room = this.#room;
    if (this.#isLast) return { erasedRooms: [room] };
    const change = {
      links: this.links,
      seats: this.seats,
      erasedSeats: this.erasedSeats,
      events: this.events.map((event, index) => ({
        room,
        rev: this.#firstRev + index,
        at: event.at,
        body: JSON.stringify(event),
      })),
      commands: this.commands,
      clientIds: this.clientIds,
      receipts: this.receipts,
      // Not even written where the poll has ended in the same turn.
      ballots: this.ballots.filter(({ poll }) => !this.erasedBallots.some((erased) => erased.poll === poll)),
      erasedBallots: this.erasedBallots,
      snapshots: documents.flatMap(({ document, snapshot, erases }) =>
        snapshot ? [{ room, document: document.key, bytes: snapshot, keepReplaced: !erases }] : [],
      ),
      // Beside a snapshot too, so that falling back to the one before it misses nothing; unless words must go.
      updates: documents.flatMap(({ document, erases, update }) =>
        erases ? [] : [{ room, document: document.key, bytes: update }],
      ),
    } satisfies Change;
    if (Object.values(change).every((rows) => rows.length === 0)) return null;
    // A tab that is opened needs ids, whether or not anything is ever written under them.
    const { clientIds, ...done } = change;
    const isTouched = Object.values(done).some((rows) => rows.length > 0);
    return isTouched ? { ...change, touches: [{ room, at: this.now }] } : { clientIds };
  }
}
