/** How often somebody may do something. Each key has a bucket of tokens that fills again with time. */
import type { Clock } from './surroundings.ts';

export interface Rate {
  /** Tokens that come back per `perMs`; 0 means no limit. */
  readonly count: number;
  readonly perMs: number;
  /** How many tokens a full bucket holds. */
  readonly burst: number;
}

interface Bucket {
  tokens: number;
  /** Server time at which `tokens` was right. */
  at: number;
}

/** Keys beyond this forget the one that was longest unused, so that many addresses cannot fill the memory. */
const mostBuckets = 10_000;

export class TokenBuckets {
  readonly #rate: Rate;
  readonly #clock: Clock;
  readonly #buckets = new Map<string, Bucket>();

  constructor(rate: Rate, clock: Clock) {
    this.#rate = rate;
    this.#clock = clock;
  }

  /** Takes a token, or returns false where there is none left. */
  take(key: string): boolean {
    if (this.#rate.count === 0) return true;
    const bucket = this.#fill(key);
    if (bucket.tokens < 1) return false;
    bucket.tokens -= 1;
    return true;
  }

  /** Whether `take` would succeed now; takes nothing. */
  has(key: string): boolean {
    return this.#rate.count === 0 || !this.#buckets.has(key) || this.#fill(key).tokens >= 1;
  }

  get size(): number {
    return this.#buckets.size;
  }

  #fill(key: string): Bucket {
    const now = this.#clock.now();
    const { count, perMs, burst } = this.#rate;
    const before = this.#buckets.get(key) ?? { tokens: burst, at: now };
    const returned = (Math.max(0, now - before.at) / perMs) * count;
    const bucket = { tokens: Math.min(burst, before.tokens + returned), at: now };
    // Deleting first moves the key to the end: the first key is the one longest unused.
    this.#buckets.delete(key);
    this.#buckets.set(key, bucket);
    if (this.#buckets.size > mostBuckets) this.#forgetOldest();
    return bucket;
  }

  #forgetOldest(): void {
    for (const oldest of this.#buckets.keys()) {
      this.#buckets.delete(oldest);
      return;
    }
  }
}
