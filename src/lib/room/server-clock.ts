/**
 * The server's time, told by this page's monotonic clock. The device's date plays no part: it may be an hour wrong or
 * jump. Each round trip proves an interval in which the offset lies; the tightest one is kept.
 */
interface Sample {
  readonly offsetMs: number;
  readonly halfTripMs: number;
  /** Monotonic ms at which it was taken. */
  readonly at: number;
}

/** Two good quartz clocks part by at most this much. */
const driftPerMs = 2e-4;
/** Both clocks count whole milliseconds, or nearly. */
const grainMs = 2;

export class ServerClock {
  readonly #monotonic: () => number;
  readonly #guessMs: number;
  #best: Sample | null = null;

  /** `guess` is the server time to assume until something was measured. */
  constructor(monotonic: () => number, guess: number) {
    this.#monotonic = monotonic;
    this.#guessMs = guess - monotonic();
  }

  /** Server time, ms since the epoch. */
  now(): number {
    return this.#monotonic() + (this.#best?.offsetMs ?? this.#guessMs);
  }

  get isMeasured(): boolean {
    return this.#best !== null;
  }

  /** One round trip: monotonic ms of sending and receiving, and the server's answer between them. */
  take(sentAt: number, receivedAt: number, serverNow: number): void {
    const sample: Sample = {
      offsetMs: serverNow - (sentAt + receivedAt) / 2,
      halfTripMs: Math.max(0, receivedAt - sentAt) / 2,
      at: receivedAt,
    };
    const best = this.#best;
    if (!best || this.#contradicts(best, sample) || sample.halfTripMs <= doubtMs(best, receivedAt)) {
      this.#best = sample;
    }
  }

  /** A clock that stood still in sleep, or was set: what was measured before is worth nothing now. */
  #contradicts(best: Sample, sample: Sample): boolean {
    const apart = Math.abs(best.offsetMs - sample.offsetMs);
    return apart > sample.halfTripMs + doubtMs(best, sample.at) + grainMs;
  }
}

function doubtMs(sample: Sample, now: number): number {
  return sample.halfTripMs + Math.max(0, now - sample.at) * driftPerMs;
}
