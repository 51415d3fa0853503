/**
 * What people have answered to open polls. Work in a turn sees what earlier work of the turn left; everybody outside of
 * it sees what is on disk.
 */
import type { Ballot } from '../../src/protocol/ballots.ts';
import type { PollId, RoomId, SeatId } from '../../src/protocol/ids.ts';
import type { OwnBallots } from '../../src/protocol/stage-wire.ts';
import type { StoredBallot } from '../store/store.ts';
import type { Turn } from './turn.ts';

type OfPoll = ReadonlyMap<SeatId, Ballot>;
type Given = ReadonlyMap<PollId, OfPoll>;

const none: OfPoll = new Map();

export class Ballots {
  readonly #room: RoomId;
  readonly #readers = new Set<(seat: SeatId) => void>();
  #given: Given = new Map();
  #stored: Given;

  constructor(room: RoomId, stored: readonly StoredBallot[]) {
    this.#room = room;
    for (const { poll, seat, body } of stored) this.#put(poll, seat, JSON.parse(body) as Ballot);
    this.#stored = this.#given;
  }

  /** Inside a turn. */
  given(poll: PollId): OfPoll {
    return this.#given.get(poll) ?? none;
  }

  /** On disk. */
  stored(poll: PollId): OfPoll {
    return this.#stored.get(poll) ?? none;
  }

  /** On disk, of one seat. */
  storedOf(seat: SeatId): OwnBallots {
    return [...this.#stored].flatMap(([poll, ballots]) => {
      const ballot = ballots.get(seat);
      return ballot ? [{ poll, ballot }] : [];
    });
  }

  /** Replaces what the seat answered before; null takes it back. Whether it may is not asked here. */
  cast(turn: Turn, poll: PollId, seat: SeatId, ballot: Ballot | null): void {
    this.#put(poll, seat, ballot);
    const body = ballot && JSON.stringify(ballot);
    turn.ballots.push({ room: this.#room, poll, seat, body });
    this.#settle(turn, () => this.#tell(seat));
  }

  /** For a poll that has ended. */
  erase(turn: Turn, poll: PollId): void {
    const given = new Map(this.#given);
    given.delete(poll);
    this.#given = given;
    turn.erasedBallots.push({ room: this.#room, poll });
    this.#settle(turn, () => {});
  }

  /** Calls with the seat whose ballots have changed on disk; returns its own stop. */
  onCast(reader: (seat: SeatId) => void): () => void {
    this.#readers.add(reader);
    return () => this.#readers.delete(reader);
  }

  #put(poll: PollId, seat: SeatId, ballot: Ballot | null): void {
    const ofPoll = new Map(this.given(poll));
    if (ballot) ofPoll.set(seat, ballot);
    else ofPoll.delete(seat);
    this.#given = new Map(this.#given).set(poll, ofPoll);
  }

  #settle(turn: Turn, then: () => void): void {
    const given = this.#given;
    turn.afterCommit(() => {
      this.#stored = given;
      then();
    });
  }

  #tell(seat: SeatId): void {
    for (const reader of this.#readers) reader(seat);
  }
}
