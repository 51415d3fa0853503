/**
 * Yjs client ids, each issued by the server to one seat for one document in one tab during one page life. A few more
 * are kept in reserve, so that a page opened or reloaded without a network can be written on too.
 */
import * as z from 'zod/mini';
import { errors, type Outcome } from '#protocol/errors.ts';
import type { DocumentName, RoomId, SeatId } from '#protocol/ids.ts';
import { readJson, type Device } from './device.ts';

/** How often in a row a page can be opened without a network. */
const spares = 5;
const sparesSchema = z.array(z.int().check(z.minimum(1), z.maximum(0xffffffff)));

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

  /** A fresh id; a reserved one where the server cannot be asked now. Refused with what may be tried again, or not. */
  async take(document: DocumentName): Promise<IdAnswer> {
    const issued = await this.#issue(this.#room, document);
    if (issued.ok) return { ok: true, clientId: issued.answer.clientId };
    if (!errors[issued.code].retry) return issued;
    const spare = await this.#alone(document, () => this.#takeSpare(document));
    return spare === null ? issued : { ok: true, clientId: spare };
  }

  /** To be called while connected; fills the reserve up. */
  async reserve(document: DocumentName): Promise<void> {
    await this.#alone(document, async () => {
      for (let missing = spares - this.#readSpares(document).length; missing > 0; missing -= 1) {
        const issued = await this.#issue(this.#room, document);
        if (!issued.ok) return;
        this.#writeSpares(document, [...this.#readSpares(document), issued.answer.clientId]);
      }
    });
  }

  /** Taken out before it is used: an id in two tabs would let them drift apart silently. */
  #takeSpare(document: DocumentName): number | null {
    const [first, ...rest] = this.#readSpares(document);
    return first !== undefined && this.#writeSpares(document, rest) ? first : null;
  }

  #readSpares(document: DocumentName): readonly number[] {
    return readJson(this.#device, this.#key(document), (value) => sparesSchema.parse(value)) ?? [];
  }

  /** False where nothing could be stored: an id that is still in reserve must not be used. */
  #writeSpares(document: DocumentName, ids: readonly number[]): boolean {
    return this.#device.write(this.#key(document), JSON.stringify(ids));
  }

  #key(document: DocumentName): string {
    return `hearth:${this.#room}:spare:${document}:${this.#seat}`;
  }

  async #alone<T>(document: DocumentName, use: () => T | Promise<T>): Promise<T> {
    return this.#locks ? this.#locks.request(this.#key(document), use) : use();
  }
}
