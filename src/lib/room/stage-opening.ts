/**
 * A stage connection on its way. Its code is loaded by itself: a page is painted, from the copy on the device, before
 * there is a connection to speak of.
 */
import { retryDelayMs } from './backoff.ts';
import { newId } from './chance.ts';
import type { StageConnection, StageListener, StageTarget } from './stage-connection.ts';
import type { StageLog } from './stage-log.ts';
import type { Surroundings } from './surroundings.ts';

type Target = Omit<StageTarget, 'origin'>;

export class StageOpening {
  /** Null where it was closed before. */
  readonly opened: Promise<StageConnection | null>;
  readonly #around: Surroundings;
  #connection: StageConnection | null = null;
  #closed = false;

  /** `target` is asked once the code is here: the server may have corrected by then what the device remembered. */
  constructor(target: () => Target | null, log: StageLog, listener: StageListener, around: Surroundings) {
    this.#around = around;
    this.opened = this.#open(target, log, listener);
  }

  /** Null as long as it is loaded. */
  get connection(): StageConnection | null {
    return this.#connection;
  }

  close(): void {
    this.#closed = true;
    this.#connection?.close();
  }

  async #open(
    target: () => Target | null,
    log: StageLog,
    listener: StageListener,
  ): Promise<StageConnection | null> {
    const StageConnection = await this.#load(0);
    const known = target();
    if (!StageConnection || this.#closed || !known) return null;
    const { origin, random, chance } = this.#around;
    const surroundings = { random, newId: () => newId(chance) };
    this.#connection = new StageConnection({ origin, ...known }, log, listener, surroundings);
    return this.#connection;
  }

  /** Tried again where the network broke off in the middle of loading; null once nobody waits for it. */
  async #load(attempt: number): Promise<typeof StageConnection | null> {
    if (this.#closed) return null;
    try {
      return (await import('./stage-connection.ts')).StageConnection;
    } catch {
      const delayMs = retryDelayMs(attempt, this.#around.random());
      await new Promise((resolve) => setTimeout(resolve, delayMs));
      return this.#load(attempt + 1);
    }
  }
}
