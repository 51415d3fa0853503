import type { SeatId } from '../../src/protocol/ids.ts';

/** How many live connections a room and each of its seats have. */
export class SocketCount {
  #all = 0;
  readonly #ofSeat = new Map<SeatId, number>();

  /** Counts one in and returns its leaving, to be called once; null when there is no space. 0 means no limit. */
  enter(seat: SeatId, limits: { readonly perSeat: number; readonly perRoom: number }): (() => void) | null {
    const ofSeat = this.#ofSeat.get(seat) ?? 0;
    if (limits.perRoom > 0 && this.#all >= limits.perRoom) return null;
    if (limits.perSeat > 0 && ofSeat >= limits.perSeat) return null;
    this.#all += 1;
    this.#ofSeat.set(seat, ofSeat + 1);
    return () => this.#leave(seat);
  }

  get all(): number {
    return this.#all;
  }

  #leave(seat: SeatId): void {
    this.#all -= 1;
    const left = (this.#ofSeat.get(seat) ?? 1) - 1;
    if (left === 0) this.#ofSeat.delete(seat);
    else this.#ofSeat.set(seat, left);
  }
}
