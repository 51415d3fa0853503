import type { IncomingMessage } from 'node:http';

/** How many live connections each network address has, so that one cannot take all there are. */
export class AddressCount {
  readonly #max: number;
  readonly #addressOf: (request: IncomingMessage) => string;
  readonly #counts = new Map<string, number>();

  /** `max` 0 means no limit. */
  constructor(max: number, addressOf: (request: IncomingMessage) => string) {
    this.#max = max;
    this.#addressOf = addressOf;
  }

  /** Counts the request's connection until it ends; false where its address has too many already. */
  enter(request: IncomingMessage): boolean {
    if (this.#max === 0) return true;
    const address = this.#addressOf(request);
    const count = this.#counts.get(address) ?? 0;
    if (count >= this.#max) return false;
    this.#counts.set(address, count + 1);
    request.socket.once('close', () => this.#leave(address));
    return true;
  }

  get size(): number {
    return this.#counts.size;
  }

  #leave(address: string): void {
    const left = (this.#counts.get(address) ?? 1) - 1;
    if (left === 0) this.#counts.delete(address);
    else this.#counts.set(address, left);
  }
}
