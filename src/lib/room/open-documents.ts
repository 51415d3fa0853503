/** The documents that are open on this page: at most one seat's, and others as soon as the seat or its role is another. */
import type { SeatId } from '#protocol/ids.ts';
import { SeatSession, type SeatSessionOptions } from './seat-session.ts';

/** Told of other documents than before; returns a stop for all that listens on them. */
export type Opened = (session: SeatSession) => () => void;

interface Open {
  readonly seat: SeatId;
  readonly asObserver: boolean;
  readonly session: SeatSession;
  readonly stop: () => void;
}

export class OpenDocuments {
  readonly #options: Omit<SeatSessionOptions, 'seat' | 'asObserver'>;
  readonly #opened: Opened;
  #open: Open | null = null;

  constructor(options: Omit<SeatSessionOptions, 'seat' | 'asObserver'>, opened: Opened) {
    this.#options = options;
    this.#opened = opened;
  }

  /** Leaves alone what is open already. */
  open(seat: SeatId, asObserver: boolean): void {
    if (this.#open?.seat === seat && this.#open.asObserver === asObserver) return;
    this.close();
    const session = new SeatSession({ ...this.#options, seat, asObserver });
    this.#open = { seat, asObserver, session, stop: this.#opened(session) };
  }

  /** What takes nothing any more may have been refused once too often for this page. */
  openStuckAnew(): void {
    if (!this.#open?.session.isStuck) return;
    const { seat, asObserver } = this.#open;
    this.close();
    this.open(seat, asObserver);
  }

  hurry(): void {
    this.#open?.session.hurry();
  }

  lose(): void {
    this.#open?.session.lose();
  }

  close(): void {
    this.#open?.stop();
    void this.#open?.session.close();
    this.#open = null;
  }
}
