/**
 * Yjs client ids, each issued by the server to one seat for one document in one tab during one page life. One more is
 * kept in reserve, so that a page opened without a network can be written on too.
 */
import { errors, type Outcome } from '#protocol/errors.ts';
import type { DocumentName, RoomId, SeatId } from '#protocol/ids.ts';
import type { Device } from './device.ts';

export type IssueClientId = (
  room: RoomId,
  document: DocumentName,
) => Promise<Outcome<{ answer: { clientId: number } }>>;

export type IdAnswer = Outcome<{ clientId: number }>;

export class ClientIds {
  readonly #room: RoomId;
  readonly #seat: SeatId;
  readonly #device: Device;
  readonly #issue: IssueClientId;
  readonly #locks: LockManager | null;

  constructor(
    owner: { readonly room: RoomId; readonly seat: SeatId },
    device: Device,
    issue: IssueClientId,
    locks: LockManager | null,
  ) {
    this.#room = owner.room;
    this.#seat = owner.seat;
    this.#device = device;
    this.#issue = issue;
    this.#locks = locks;
  }

  /** A fresh id; the reserved one where the server cannot be asked now. Refused with what may be tried again, or not. */
  async take(document: DocumentName): Promise<IdAnswer> {
    const issued = await this.#issue(this.#room, document);
    if (issued.ok) return { ok: true, clientId: issued.answer.clientId };
    if (!errors[issued.code].retry) return issued;
    const spare = await this.#alone(document, () => this.#takeSpare(document));
    return spare === null ? issued : { ok: true, clientId: spare };
  }

  /** To be called while connected; keeps at most one id in reserve. */
  async reserve(document: DocumentName): Promise<void> {
    await this.#alone(document, async () => {
      if (this.#readSpare(document) !== null) return;
      const issued = await this.#issue(this.#room, document);
      if (issued.ok) this.#device.write(this.#key(document), String(issued.answer.clientId));
    });
  }

  /** Taken out before it is used: an id in two tabs would let them drift apart silently. */
  #takeSpare(document: DocumentName): number | null {
    const spare = this.#readSpare(document);
    this.#device.forget(this.#key(document));
    return spare;
  }

  #readSpare(document: DocumentName): number | null {
    const spare = Number(this.#device.read(this.#key(document)) ?? 0);
    return Number.isInteger(spare) && spare > 0 && spare <= 0xffffffff ? spare : null;
  }

  #key(document: DocumentName): string {
    return `hearth:${this.#room}:spare:${document}:${this.#seat}`;
  }

  async #alone<T>(document: DocumentName, use: () => T | Promise<T>): Promise<T> {
    return this.#locks ? this.#locks.request(this.#key(document), use) : use();
  }
}
