/**
 * Who may act in a room: seats by cookie token, roles by link secret. Read live at every message. A seat that was
 * removed stays, without a token: nothing opens it any more.
 */
import type { Role, SeatId } from '../../src/protocol/ids.ts';
import type { LinkRow, SeatRow } from '../store/store.ts';

/** Stands where the hash of a seat's token stood; no token has it. */
export const noToken = '';

export class SeatTable {
  readonly #seats = new Map<SeatId, SeatRow>();
  readonly #byToken = new Map<string, SeatId>();
  readonly #links = new Map<string, LinkRow>();
  readonly #linkReaders = new Set<() => void>();

  constructor(seats: readonly SeatRow[], links: readonly LinkRow[]) {
    for (const seat of seats) this.put(seat);
    for (const link of links) this.#links.set(link.hash, link);
  }

  /** Replaces the seat's row, and with it the token that used to open it. */
  put(seat: SeatRow): void {
    const before = this.#seats.get(seat.id);
    if (before) this.#byToken.delete(before.tokenHash);
    this.#seats.set(seat.id, seat);
    if (seat.tokenHash !== noToken) this.#byToken.set(seat.tokenHash, seat.id);
  }

  /** As if it had never been there. */
  forget(seat: SeatId): void {
    const before = this.#seats.get(seat);
    if (before) this.#byToken.delete(before.tokenHash);
    this.#seats.delete(seat);
  }

  /** Undefined for a seat that was removed. */
  get(seat: SeatId): SeatRow | undefined {
    const row = this.#seats.get(seat);
    return row?.tokenHash === noToken ? undefined : row;
  }

  /** By SHA-256 (hex) of the cookie's token. */
  byToken(tokenHash: string): SeatRow | undefined {
    const seat = this.#byToken.get(tokenHash);
    return seat === undefined ? undefined : this.#seats.get(seat);
  }

  /** Removed ones included. */
  all(): SeatRow[] {
    return [...this.#seats.values()];
  }

  /** Those that somebody can still open. */
  standing(): SeatRow[] {
    return this.all().filter(({ tokenHash }) => tokenHash !== noToken);
  }

  /** Replaces the link of this role, and with it the secret that used to open the room. */
  putLink(link: LinkRow): void {
    const before = this.linkOf(link.role);
    if (before) this.#links.delete(before.hash);
    this.#links.set(link.hash, link);
  }

  /** Calls when a link was renewed; returns its own stop. */
  onNewLink(reader: () => void): () => void {
    this.#linkReaders.add(reader);
    return () => this.#linkReaders.delete(reader);
  }

  /** To be called once the new link is on disk. */
  tellNewLink(): void {
    for (const reader of this.#linkReaders) reader();
  }

  /** By SHA-256 (hex) of the link's secret. */
  link(hash: string): LinkRow | undefined {
    return this.#links.get(hash);
  }

  linkOf(role: Role): LinkRow | undefined {
    return [...this.#links.values()].find((link) => link.role === role);
  }
}
