/** Keeps the server's time true: several round trips at first and after a sleep, then one now and then. */
import type { ServerClock } from './server-clock.ts';

const burst = 5;
const everyMs = 20_000;
const sleepCheckMs = 1_000;

export interface MeasuringSurroundings {
  /** Monotonic ms. */
  readonly monotonic: () => number;
  /** The device's date, only to notice that time was lost in sleep. */
  readonly date: () => number;
}

export class ClockMeasuring {
  readonly #clock: ServerClock;
  readonly #ask: () => Promise<number>;
  readonly #around: MeasuringSurroundings;
  readonly #measured: () => void;
  readonly #timers: ReturnType<typeof setInterval>[] = [];
  #running = false;
  #lead: number;

  /** `ask` resolves with the server's time; it may reject when there is no connection. */
  constructor(
    clock: ServerClock,
    ask: () => Promise<number>,
    around: MeasuringSurroundings,
    measured: () => void,
  ) {
    this.#clock = clock;
    this.#ask = ask;
    this.#around = around;
    this.#measured = measured;
    this.#lead = around.date() - around.monotonic();
  }

  start(): void {
    this.#timers.push(setInterval(() => void this.measure(1), everyMs));
    this.#timers.push(setInterval(() => this.#noticeSleep(), sleepCheckMs));
  }

  stop(): void {
    for (const timer of this.#timers.splice(0)) clearInterval(timer);
  }

  /** One after the other, so that they do not wait for each other on the wire. */
  async measure(times = burst): Promise<void> {
    if (this.#running) return;
    this.#running = true;
    try {
      for (let left = times; left > 0; left -= 1) await this.#measureOnce();
      this.#measured();
    } catch {
      // No answer: the next connection measures again.
    } finally {
      this.#running = false;
    }
  }

  async #measureOnce(): Promise<void> {
    const { monotonic } = this.#around;
    const sentAt = monotonic();
    const serverNow = await this.#ask();
    this.#clock.take(sentAt, monotonic(), serverNow);
  }

  #noticeSleep(): void {
    const lead = this.#around.date() - this.#around.monotonic();
    const jumped = Math.abs(lead - this.#lead) > sleepCheckMs / 2;
    this.#lead = lead;
    if (jumped) void this.measure();
  }
}
