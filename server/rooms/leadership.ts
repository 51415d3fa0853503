/** Since when nobody who facilitates is connected. Made from live connections, never stored. */
import type { SeatId } from '../../src/protocol/ids.ts';

export interface LeadershipSources {
  /** Seats that facilitate, here or not. */
  facilitators(): readonly SeatId[];
  isConnected(seat: SeatId): boolean;
  /** Server time, ms. */
  now(): number;
}

export class Leadership {
  readonly #sources: LeadershipSources;
  readonly #readers = new Set<(leaderlessSince: number | null) => void>();
  #leaderlessSince: number | null;

  /** Nobody is connected to a room that was just loaded. */
  constructor(sources: LeadershipSources) {
    this.#sources = sources;
    this.#leaderlessSince = sources.now();
  }

  /** Server ms; null while a facilitator is connected. */
  get leaderlessSince(): number | null {
    return this.#leaderlessSince;
  }

  /** To be called whenever connections or roles have changed. */
  look(): void {
    const isLed = this.#sources.facilitators().some((seat) => this.#sources.isConnected(seat));
    if (isLed === (this.#leaderlessSince === null)) return;
    this.#leaderlessSince = isLed ? null : this.#sources.now();
    for (const reader of this.#readers) reader(this.#leaderlessSince);
  }

  /** Returns its own stop. */
  onChange(reader: (leaderlessSince: number | null) => void): () => void {
    this.#readers.add(reader);
    return () => this.#readers.delete(reader);
  }
}
