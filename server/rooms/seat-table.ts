/** Who may act in a room: seats by cookie token, roles by link secret. Read live at every message. */
import type { Role, SeatId } from '../../src/protocol/ids.ts';
import type { LinkRow, SeatRow } from '../store/store.ts';

export class SeatTable {
  readonly #seats = new Map<SeatId, SeatRow>();
  readonly #byToken = new Map<string, SeatId>();
  readonly #links = new Map<string, LinkRow>();

  constructor(seats: readonly SeatRow[], links: readonly LinkRow[]) {
    for (const seat of seats) this.put(seat);
    for (const link of links) this.#links.set(link.hash, link);
  }

  /** Replaces the seat's row, and with it the token that used to open it. */
  put(seat: SeatRow): void {
    const before = this.#seats.get(seat.id);
    if (before) this.#byToken.delete(before.tokenHash);
    this.#seats.set(seat.id, seat);
    this.#byToken.set(seat.tokenHash, seat.id);
  }

  get(seat: SeatId): SeatRow | undefined {
    return this.#seats.get(seat);
  }

  /** By SHA-256 (hex) of the cookie's token. */
  byToken(tokenHash: string): SeatRow | undefined {
    const seat = this.#byToken.get(tokenHash);
    return seat === undefined ? undefined : this.#seats.get(seat);
  }

  all(): SeatRow[] {
    return [...this.#seats.values()];
  }

  /** By SHA-256 (hex) of the link's secret. */
  link(hash: string): LinkRow | undefined {
    return this.#links.get(hash);
  }

  linkOf(role: Role): LinkRow | undefined {
    return [...this.#links.values()].find((link) => link.role === role);
  }
}
