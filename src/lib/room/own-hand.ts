/** One's own hand, as wished and as seen: what somebody else has lowered is not raised again after a reconnect. */
export class OwnHand {
  readonly #tell: (raised: boolean) => void;
  #wished = false;
  /** It was seen in the queue on this connection. */
  #seen = false;

  constructor(tell: (raised: boolean) => void) {
    this.#tell = tell;
  }

  set(raised: boolean): void {
    this.#wished = raised;
    this.#tell(raised);
  }

  /** On a fresh connection the server may know nothing of it. */
  connected(): void {
    this.#seen = false;
    if (this.#wished) this.#tell(true);
  }

  /** `place` in the queue as the server has it, null for none. */
  shown(place: number | null): void {
    if (place === null && this.#seen) this.#wished = false;
    this.#seen = place !== null;
  }
}
