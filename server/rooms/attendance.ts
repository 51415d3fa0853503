/** Who is here, ready, and looking where. Written by the server from live sockets, never stored. */
import type { NoteId, SeatId, SegmentId } from '../../src/protocol/ids.ts';
import type { Presence } from '../../src/protocol/stage-wire.ts';

interface Attendee {
  sockets: number;
  /** Server time when the last socket went; meaningful while `sockets` is 0. */
  leftAt: number;
  ready: boolean;
  lookingAt: SegmentId | null;
  holding: readonly NoteId[];
  needsMinute: boolean;
}

export class Attendance {
  readonly #attendees = new Map<SeatId, Attendee>();
  readonly #listeners = new Set<() => void>();
  #hands: readonly SeatId[] = [];

  /** One more socket of this seat; returns its leaving, to be called once with the time. */
  arrive(seat: SeatId): (now: number) => void {
    const attendee = this.#of(seat);
    attendee.sockets += 1;
    this.#tell();
    return (now) => {
      attendee.sockets -= 1;
      attendee.leftAt = now;
      if (attendee.sockets === 0) {
        attendee.lookingAt = null;
        attendee.holding = [];
      }
      this.#tell();
    };
  }

  setReady(seat: SeatId, ready: boolean): void {
    const attendee = this.#of(seat);
    if (attendee.ready === ready) return;
    attendee.ready = ready;
    this.#tell();
  }

  /** A new segment or round asks everybody anew. */
  clearReady(): void {
    for (const attendee of this.#attendees.values()) attendee.ready = false;
    this.#tell();
  }

  setLooking(seat: SeatId, lookingAt: SegmentId | null): void {
    const attendee = this.#of(seat);
    if (attendee.lookingAt === lookingAt) return;
    attendee.lookingAt = lookingAt;
    this.#tell();
  }

  /** Raised hands wait in the order in which they went up. */
  setHand(seat: SeatId, raised: boolean): void {
    if (raised === this.#hands.includes(seat)) return;
    this.#hands = raised ? [...this.#hands, seat] : this.#hands.filter((other) => other !== seat);
    this.#tell();
  }

  setMinute(seat: SeatId, needsMinute: boolean): void {
    const attendee = this.#of(seat);
    if (attendee.needsMinute === needsMinute) return;
    attendee.needsMinute = needsMinute;
    this.#tell();
  }

  /** Somebody else has taken notice of it. */
  seeMinute(seat: SeatId): void {
    if (this.#attendees.has(seat)) this.setMinute(seat, false);
  }

  /** Nobody waits for people who have gone. */
  forgetWishesExcept(here: ReadonlySet<SeatId>): void {
    const gone = Array.from(this.#attendees).filter(([seat]) => !here.has(seat));
    const wishes = gone.filter(([seat, { needsMinute }]) => needsMinute || this.#hands.includes(seat));
    if (wishes.length === 0) return;
    for (const [, attendee] of wishes) attendee.needsMinute = false;
    this.#hands = this.#hands.filter((seat) => here.has(seat));
    this.#tell();
  }

  setHolding(seat: SeatId, holding: readonly NoteId[]): void {
    const attendee = this.#of(seat);
    if (attendee.holding.length === 0 && holding.length === 0) return;
    attendee.holding = holding;
    this.#tell();
  }

  /** Of a seat that is gone for good nothing is kept. */
  forget(seat: SeatId): void {
    if (!this.#attendees.delete(seat)) return;
    this.#hands = this.#hands.filter((other) => other !== seat);
    this.#tell();
  }

  isConnected(seat: SeatId): boolean {
    return (this.#attendees.get(seat)?.sockets ?? 0) > 0;
  }

  /** Seats with a socket now or at most `withinMs` ago. */
  connectedWithin(withinMs: number, now: number): SeatId[] {
    const seats: SeatId[] = [];
    for (const [seat, { sockets, leftAt }] of this.#attendees) {
      if (sockets > 0 || now - leftAt <= withinMs) seats.push(seat);
    }
    return seats;
  }

  presence(): Presence {
    return Array.from(this.#attendees, ([seat, { sockets, ready, lookingAt, holding, needsMinute }]) => ({
      seat,
      connected: sockets > 0,
      ready,
      lookingAt,
      hand: this.#hands.indexOf(seat) + 1 || null,
      holding,
      needsMinute,
    }));
  }

  onChange(listener: () => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  #of(seat: SeatId): Attendee {
    let attendee = this.#attendees.get(seat);
    if (!attendee) {
      attendee = { sockets: 0, leftAt: 0, ready: false, lookingAt: null, holding: [], needsMinute: false };
      this.#attendees.set(seat, attendee);
    }
    return attendee;
  }

  #tell(): void {
    for (const listener of this.#listeners) listener();
  }
}
