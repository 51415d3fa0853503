/** Everybody who has one document open. What is committed is encoded once and goes to all, the sender included. */
import type { SeatId } from '../../src/protocol/ids.ts';
import { limits } from '../../src/protocol/limits.ts';
import type { LiveDocument } from '../rooms/live-document.ts';
import type { Clock } from '../rooms/surroundings.ts';
import { createBudget, type Budget } from './budget.ts';
import { encodeStep2, encodeUpdate } from './frames.ts';

export interface Reader {
  send(frame: Uint8Array): void;
}

/** Full states cost the most: a few at once, then six a minute for each seat. */
const fullStates = { ratePerSecond: limits.syncStep1PerMinute / 60, burst: limits.syncStep1Burst };

export class Hub {
  readonly document: LiveDocument;
  readonly #clock: Clock;
  readonly #readers = new Set<Reader>();
  readonly #stateBudgets = new Map<SeatId, Budget>();
  readonly #stopCasts: () => void;
  #encodedState: { readonly state: Uint8Array; readonly frame: Uint8Array } | null = null;

  constructor(document: LiveDocument, clock: Clock) {
    this.document = document;
    this.#clock = clock;
    this.#stopCasts = document.onCast((update) => {
      const frame = encodeUpdate(update);
      for (const reader of this.#readers) reader.send(frame);
    });
  }

  /** From now on the reader gets every cast; call right after it was sent a state. */
  join(reader: Reader): void {
    this.#readers.add(reader);
  }

  leave(reader: Reader): void {
    this.#readers.delete(reader);
  }

  close(): void {
    this.#stopCasts();
  }

  /** One frame for all late joiners until the document changes. */
  fullStateFrame(): Uint8Array {
    const state = this.document.fullState();
    if (this.#encodedState?.state !== state) this.#encodedState = { state, frame: encodeStep2(state) };
    return this.#encodedState.frame;
  }

  stateBudget(seat: SeatId): Budget {
    let budget = this.#stateBudgets.get(seat);
    if (!budget) {
      budget = createBudget(fullStates, this.#clock);
      this.#stateBudgets.set(seat, budget);
    }
    return budget;
  }
}

export class Hubs {
  readonly #clock: Clock;
  readonly #hubs = new Map<LiveDocument, { hub: Hub; visitors: number }>();

  constructor(clock: Clock) {
    this.#clock = clock;
  }

  /** The document's hub, and its leaving, to be called once. */
  visit(document: LiveDocument): { hub: Hub; leave: () => void } {
    let entry = this.#hubs.get(document);
    if (!entry) {
      entry = { hub: new Hub(document, this.#clock), visitors: 0 };
      this.#hubs.set(document, entry);
    }
    const { hub } = entry;
    entry.visitors += 1;
    return { hub, leave: () => this.#leave(document) };
  }

  #leave(document: LiveDocument): void {
    const entry = this.#hubs.get(document);
    if (!entry || --entry.visitors > 0) return;
    entry.hub.close();
    this.#hubs.delete(document);
  }
}
