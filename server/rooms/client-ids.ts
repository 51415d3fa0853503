/** Yjs client ids, each issued by the server and bound for ever to one seat and one document. */
import type { ErrorCode } from '../../src/protocol/errors.ts';
import type { SeatId } from '../../src/protocol/ids.ts';
import { limits } from '../../src/protocol/limits.ts';
import type { ClientIdRow, DocumentKey } from '../store/store.ts';

interface Binding {
  readonly seat: SeatId;
  readonly document: DocumentKey;
}

export class ClientIds {
  readonly #bindings = new Map<number, Binding>();
  /** Ids that have written: only these count against the limits. */
  readonly #writers = new Set<number>();

  constructor(rows: readonly ClientIdRow[]) {
    for (const row of rows) this.bind(row);
  }

  bind({ clientId, document, seat }: Pick<ClientIdRow, 'clientId' | 'document' | 'seat'>): void {
    this.#bindings.set(clientId, { document, seat });
  }

  isTaken(clientId: number): boolean {
    return this.#bindings.has(clientId);
  }

  owns(seat: SeatId, document: DocumentKey, clientId: number): boolean {
    const binding = this.#bindings.get(clientId);
    return binding?.seat === seat && binding.document === document;
  }

  /** Marks ids that a stored document already carries. */
  wrote(clientId: number): void {
    if (this.#bindings.has(clientId)) this.#writers.add(clientId);
  }

  /** Whether this id may write, given how many others of the seat and the room have. */
  refusal(clientId: number): ErrorCode | null {
    if (this.#writers.has(clientId)) return null;
    if (this.#writers.size >= limits.clientIdsPerRoom) return 'room-full';
    const seat = this.#bindings.get(clientId)?.seat;
    let ofSeat = 0;
    for (const writer of this.#writers) if (this.#bindings.get(writer)?.seat === seat) ofSeat += 1;
    return ofSeat >= limits.clientIdsPerSeat ? 'room-full' : null;
  }
}
