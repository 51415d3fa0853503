/** One's own hand or minute, as wished and as seen: what somebody else took down is not asked anew after a reconnect. */
export class OwnWish {
  readonly #tell: (stands: boolean) => void;
  readonly #taken: () => void;
  #wished = false;
  /** The server was seen to know of it on this connection. */
  #seen = false;

  /** `taken` is called when somebody else has ended it. */
  constructor(tell: (stands: boolean) => void, taken: () => void = () => {}) {
    this.#tell = tell;
    this.#taken = taken;
  }

  set(wished: boolean): void {
    this.#wished = wished;
    this.#tell(wished);
  }

  /** On a fresh connection the server may know nothing of it. */
  connected(): void {
    this.#seen = false;
    if (this.#wished) this.#tell(true);
  }

  /** As the server has it. */
  shown(stands: boolean): void {
    const isTaken = !stands && this.#seen && this.#wished;
    this.#seen = stands;
    if (!isTaken) return;
    this.#wished = false;
    this.#taken();
  }
}
