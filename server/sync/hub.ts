/** Everybody who has one document open. What is committed is encoded once and goes to all, the sender included. */
import type { SeatId } from '../../src/protocol/ids.ts';
import type { LiveDocument } from '../rooms/live-document.ts';
import type { Clock } from '../rooms/surroundings.ts';
import { createBudget, type Budget, type BudgetSize } from './budget.ts';
import { encodeStep2, encodeUpdate } from './frames.ts';

export interface Reader {
  send(frame: Uint8Array): void;
}

export class Hub {
  readonly document: LiveDocument;
  readonly #clock: Clock;
  readonly #states: BudgetSize | null;
  readonly #readers = new Set<Reader>();
  readonly #stateBudgets = new Map<SeatId, Budget>();
  readonly #stopCasts: () => void;
  #encodedState: { readonly state: Uint8Array; readonly frame: Uint8Array } | null = null;

  constructor(document: LiveDocument, clock: Clock, states: BudgetSize | null) {
    this.document = document;
    this.#clock = clock;
    this.#states = states;
    this.#stopCasts = document.onCast((update) => {
      const frame = encodeUpdate(update);
      for (const reader of this.#readers) reader.send(frame);
    });
  }

  /** From now on the reader gets every cast. */
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

  /** Takes one state from the seat's budget; false while it is used up. Full states cost the most of all answers. */
  mayAskForState(seat: SeatId): boolean {
    if (!this.#states) return true;
    let budget = this.#stateBudgets.get(seat);
    if (!budget) {
      budget = createBudget(this.#states, this.#clock);
      this.#stateBudgets.set(seat, budget);
    }
    return budget.take(1) === 0;
  }
}

export class Hubs {
  readonly #clock: Clock;
  readonly #states: BudgetSize | null;
  readonly #hubs = new Map<LiveDocument, { hub: Hub; visitors: number }>();

  constructor(clock: Clock, states: BudgetSize | null) {
    this.#clock = clock;
    this.#states = states;
  }

  /** The document's hub, and its leaving, to be called once. */
  visit(document: LiveDocument): { hub: Hub; leave: () => void } {
    let entry = this.#hubs.get(document);
    if (!entry) {
      entry = { hub: new Hub(document, this.#clock, this.#states), visitors: 0 };
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
