/** Yjs client ids, each issued by the server and bound for ever to one seat and one document. */
import type { ErrorCode } from '../../src/protocol/errors.ts';
import type { SeatId } from '../../src/protocol/ids.ts';
import { limits } from '../../src/protocol/limits.ts';
import type { ClientIdRow, DocumentKey } from '../store/store.ts';
import { newClientId, type Chance } from './surroundings.ts';

interface Binding {
  readonly seat: SeatId;
  readonly document: DocumentKey;
}

export class ClientIds {
  readonly #bindings = new Map<number, Binding>();
  /** Ids that have written: only these count against the limits. */
  readonly #writers = new Set<number>();
  /** Under which the server itself writes, or wrote when the room was in memory before. */
  readonly #servers = new Set<number>();

  constructor(rows: readonly ClientIdRow[]) {
    for (const row of rows) this.bind(row);
  }

  bind({ clientId, document, seat }: Pick<ClientIdRow, 'clientId' | 'document' | 'seat'>): void {
    this.#bindings.set(clientId, { document, seat });
  }

  /** One that nobody in the room has, the server included. */
  fresh(chance: Chance): number {
    let clientId: number;
    do clientId = newClientId(chance);
    while (this.#bindings.has(clientId) || this.#servers.has(clientId));
    return clientId;
  }

  owns(seat: SeatId, document: DocumentKey, clientId: number): boolean {
    const binding = this.#bindings.get(clientId);
    return binding?.seat === seat && binding.document === document;
  }

  /** Marks ids that a stored document already carries. */
  wrote(clientId: number): void {
    if (this.#bindings.has(clientId)) this.#writers.add(clientId);
    else this.#servers.add(clientId);
  }

  /** Whether this id may write, given how many others of the seat's document and of the room have. */
  refusal(clientId: number): ErrorCode | null {
    if (this.#writers.has(clientId)) return null;
    const binding = this.#bindings.get(clientId);
    return binding ? this.refusalOfAnother(binding.seat, binding.document) : null;
  }

  /** Whether one more id may write: asked before it is issued, so that nobody types what is refused later. */
  refusalOfAnother(seat: SeatId, document: DocumentKey): ErrorCode | null {
    if (this.#writers.size >= limits.clientIdsPerRoom) return 'room-full';
    let written = 0;
    for (const writer of this.#writers) if (this.owns(seat, document, writer)) written += 1;
    return written >= limits.clientIdsPerSeat ? 'no-more-ids' : null;
  }
}
