/**
 * What people show without words. What is said without a connection is forgotten; what has to last is said again at the
 * next one.
 */
import type { NoteId, SeatId, SegmentId } from '#protocol/ids.ts';
import type { Presence, Reaction } from '#protocol/stage-wire.ts';
import { OwnWish } from './own-wish.ts';

export type Gesture =
  'ready' | 'looking' | 'hand' | 'lowerHand' | 'minute' | 'minuteSeen' | 'react' | 'holding';
export type Say = (gesture: Gesture, what: boolean | string | readonly string[] | null) => void;

export class Gestures {
  readonly #seat: SeatId;
  readonly #say: Say;
  readonly #hand: OwnWish;
  readonly #minute: OwnWish;
  #ready = false;
  #looking: SegmentId | null = null;

  /** `minuteSeen` is called when somebody takes care of the minute that this seat asked for. */
  constructor(seat: SeatId, say: Say, minuteSeen: () => void) {
    this.#seat = seat;
    this.#say = say;
    this.#hand = new OwnWish((raised) => say('hand', raised));
    this.#minute = new OwnWish((needed) => say('minute', needed), minuteSeen);
  }

  /** Said again after a reconnect, until the server asks anew. */
  setReady(ready: boolean): void {
    this.#ready = ready;
    this.#say('ready', ready);
  }

  /** Said again after a reconnect, unless somebody lowered it. */
  setHand(raised: boolean): void {
    this.#hand.set(raised);
  }

  /** Facilitators alone are heard. */
  lowerHand(seat: SeatId): void {
    this.#say('lowerHand', seat);
  }

  /** Said again after a reconnect, unless somebody has seen it. */
  setMinute(needed: boolean): void {
    this.#minute.set(needed);
  }

  /** Facilitators alone are heard. */
  seeMinute(seat: SeatId): void {
    this.#say('minuteSeen', seat);
  }

  react(reaction: Reaction): void {
    this.#say('react', reaction);
  }

  /** Notes that are being moved here; none when they are let go. */
  setHolding(notes: readonly NoteId[]): void {
    this.#say('holding', notes);
  }

  /** Null follows the stage. */
  look(segment: SegmentId | null): void {
    this.#looking = segment;
    this.#say('looking', segment);
  }

  /** To be called at every new connection, on which the server may know nothing of all this. */
  connected(): void {
    if (this.#looking !== null) this.look(this.#looking);
    if (this.#ready) this.setReady(true);
    this.#hand.connected();
    this.#minute.connected();
  }

  /** As the server has it. */
  shown(presence: Presence): void {
    const mine = presence.find(({ seat }) => seat === this.#seat);
    this.#hand.shown((mine?.hand ?? null) !== null);
    this.#minute.shown(mine?.needsMinute ?? false);
  }

  /** The room goes on to something else: nobody is ready for that yet. */
  askedAnew(): void {
    this.#ready = false;
  }
}
