/** The real time, plus what was skipped: nobody waits for a bell. */
import type { Clock } from '../../server/rooms/surroundings.ts';

interface Timer {
  readonly at: number;
  readonly call: () => void;
  handle?: NodeJS.Timeout;
}

export class SkippingClock implements Clock {
  readonly #timers = new Set<Timer>();
  #skippedMs = 0;

  now(): number {
    return Date.now() + this.#skippedMs;
  }

  after(ms: number, call: () => void): () => void {
    const timer: Timer = { at: this.now() + Math.max(0, ms), call };
    this.#timers.add(timer);
    this.#arm(timer);
    return () => this.#drop(timer);
  }

  /** What falls due in the skipped time is called as soon as possible, in order. */
  skip(ms: number): void {
    this.#skippedMs += ms;
    for (const timer of [...this.#timers].sort((a, b) => a.at - b.at)) this.#arm(timer);
  }

  #arm(timer: Timer): void {
    clearTimeout(timer.handle);
    timer.handle = setTimeout(
      () => {
        this.#drop(timer);
        timer.call();
      },
      Math.max(0, timer.at - this.now()),
    );
    timer.handle.unref();
  }

  #drop(timer: Timer): void {
    clearTimeout(timer.handle);
    this.#timers.delete(timer);
  }
}
