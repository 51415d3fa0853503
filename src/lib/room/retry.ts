/** What failed is tried again: soon at first, and with ever longer waits as long as it goes on failing. */
import { retryDelayMs } from './backoff.ts';

export class Retry {
  readonly #again: () => void;
  readonly #random: () => number;
  #attempt = 0;
  #timer: ReturnType<typeof setTimeout> | undefined;

  /** `random` is in [0, 1). */
  constructor(again: () => void, random: () => number) {
    this.#again = again;
    this.#random = random;
  }

  /** Instead of what was to be tried later before. */
  later(atLeastMs = 0): void {
    clearTimeout(this.#timer);
    const delayMs = atLeastMs + retryDelayMs(this.#attempt, this.#random());
    this.#timer = setTimeout(() => this.#go(), delayMs);
    this.#attempt += 1;
  }

  /** Something waits to be tried. */
  get isDue(): boolean {
    return this.#timer !== undefined;
  }

  /** At once, instead of what was to be tried later. */
  now(): void {
    this.#attempt = 0;
    this.#go();
  }

  /** The next failure is a first one. */
  succeeded(): void {
    this.#attempt = 0;
  }

  stop(): void {
    clearTimeout(this.#timer);
    this.#timer = undefined;
  }

  #go(): void {
    this.stop();
    this.#again();
  }
}
