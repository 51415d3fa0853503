/** Asks the server who this browser is in the room, until it is known; whoever waits at the door is asked for again. */
import { errors, type ErrorCode } from '#protocol/errors.ts';
import type { SeatAnswer } from '#protocol/http.ts';
import type { RoomId } from '#protocol/ids.ts';
import { retryDelayMs } from './backoff.ts';
import { ownSeat } from './rooms-api.ts';

/** Whoever waits asks again so often. */
const knockEveryMs = 3_000;

export interface SeatListener {
  readonly admitted: (seat: SeatAnswer) => void;
  readonly waits: () => void;
  /** For good. */
  readonly refused: (code: ErrorCode) => void;
  /** Nobody answered, or too late; returns whether it is worth asking again. */
  readonly unanswered: (code: ErrorCode) => boolean;
}

export class SeatAsking {
  readonly #room: RoomId;
  readonly #random: () => number;
  readonly #listener: SeatListener;
  #again: ReturnType<typeof setTimeout> | undefined;
  #isOver = false;

  constructor(room: RoomId, random: () => number, listener: SeatListener) {
    this.#room = room;
    this.#random = random;
    this.#listener = listener;
  }

  /** At once, instead of what was to be asked later. */
  ask(): void {
    clearTimeout(this.#again);
    void this.#ask(0);
  }

  stop(): void {
    this.#isOver = true;
    clearTimeout(this.#again);
  }

  async #ask(attempt: number): Promise<void> {
    const outcome = await ownSeat(this.#room);
    if (this.#isOver) return;
    if (!outcome.ok) {
      if (!errors[outcome.code].retry) this.#listener.refused(outcome.code);
      else if (this.#listener.unanswered(outcome.code))
        this.#later(attempt + 1, retryDelayMs(attempt, this.#random()));
    } else if (outcome.answer.waits) {
      this.#listener.waits();
      this.#later(0, knockEveryMs);
    } else this.#listener.admitted(outcome.answer);
  }

  #later(attempt: number, delayMs: number): void {
    clearTimeout(this.#again);
    this.#again = setTimeout(() => void this.#ask(attempt), delayMs);
  }
}
