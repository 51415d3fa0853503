/** What waits for a room's next turn. One turn runs at a time; what arrives meanwhile waits, unprocessed. */
import type { Clock } from './surroundings.ts';
import type { Turn } from './turn.ts';

export type Work<T> = (turn: Turn) => T;

interface Waiting {
  readonly work: (turn: Turn) => void;
  readonly fail: (error: unknown) => void;
}

/** Stop working through the queue and commit after this long, so that nobody's frame waits behind a flood. */
const longestTurnMs = 10;
/** From this many connections on, updates gather a little before they are stored, up to `longestGatherMs`. */
const gatherFrom = 40;
const longestGatherMs = 30;

export interface TurnPlayer {
  /**
   * Plays one turn: `workThrough` does the waiting work on it, until time is up or `mayGoOn` says no. Throws when
   * the turn could not be stored; then nothing that waits can be done any more.
   */
  play(workThrough: (turn: Turn, mayGoOn: () => boolean) => void): Promise<void>;
  /** How many connections the room has. */
  crowd(): number;
  onFailure(error: unknown): void;
}

export class TurnQueue {
  readonly #player: TurnPlayer;
  readonly #clock: Clock;
  #waiting: Waiting[] = [];
  #running: Promise<void> | null = null;
  #failure: Error | null = null;

  constructor(player: TurnPlayer, clock: Clock) {
    this.#player = player;
    this.#clock = clock;
  }

  /** Resolves with the work's result after its turn; rejects with what failed it, as everything after does. */
  do<T>(work: Work<T>): Promise<T> {
    if (this.#failure) return Promise.reject(this.#failure);
    return new Promise<T>((resolve, reject) => {
      this.#waiting.push({
        fail: reject,
        work: (turn) => {
          const result = work(turn);
          turn.afterCommit(() => resolve(result));
        },
      });
      this.#running ??= this.#run();
    });
  }

  get isIdle(): boolean {
    return this.#running === null;
  }

  get hasFailed(): boolean {
    return this.#failure !== null;
  }

  /** Resolves when nothing waits and everything is on disk. */
  async settled(): Promise<void> {
    while (this.#running) await this.#running;
  }

  async #run(): Promise<void> {
    // Yield once, so that what arrives in the same tick shares the turn.
    await Promise.resolve();
    try {
      while (this.#waiting.length > 0) {
        await this.#gather();
        await this.#turn();
      }
    } finally {
      this.#running = null;
    }
  }

  async #gather(): Promise<void> {
    const crowd = this.#player.crowd() - gatherFrom;
    if (crowd <= 0) return;
    const wait = Math.min(longestGatherMs, Math.ceil(crowd / 10));
    await new Promise<void>((resolve) => this.#clock.after(wait, resolve));
  }

  async #turn(): Promise<void> {
    const taken: Waiting[] = [];
    try {
      await this.#player.play((turn, mayGoOn) => this.#workThrough(turn, taken, mayGoOn));
    } catch (error) {
      this.#failure = error instanceof Error ? error : new Error(String(error));
      for (const { fail } of [...taken, ...this.#waiting]) fail(error);
      this.#waiting = [];
      this.#player.onFailure(error);
    }
  }

  #workThrough(turn: Turn, taken: Waiting[], mayGoOn: () => boolean): void {
    const started = performance.now();
    do {
      const next = this.#waiting.shift();
      if (!next) return;
      taken.push(next);
      next.work(turn);
    } while (performance.now() - started < longestTurnMs && mayGoOn());
  }
}
