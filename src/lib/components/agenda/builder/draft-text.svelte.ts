/**
 * Words in a field that go out by themselves: a moment after the last key, and when the field is left. What somebody
 * else wrote there meanwhile is shown, and replaces nothing that is being typed.
 */
const restMs = 700;

export interface DraftTextSurroundings {
  /** What everybody has. */
  readonly given: () => string;
  /** Resolves to whether it was taken. */
  readonly send: (words: string) => Promise<boolean>;
  readonly isAllowed: (words: string) => boolean;
  /** What is made of the words when the field is left, such as an address from a host. */
  readonly complete?: (words: string) => string;
}

export class DraftText {
  readonly #around: DraftTextSurroundings;
  #typed = $state.raw<string | null>(null);
  /** What everybody had when it was last known to have been seen here. */
  #seen = $state.raw('');
  #timer: ReturnType<typeof setTimeout> | undefined;
  #sending: Promise<void> | null = null;
  #onItsWay: string | null = null;
  #isClosed = false;

  constructor(around: DraftTextSurroundings) {
    this.#around = around;
  }

  get words(): string {
    return this.#typed ?? this.#around.given();
  }

  get isRefused(): boolean {
    return this.#typed !== null && !this.#around.isAllowed(this.#typed);
  }

  /** What somebody else wrote while this was being typed; null where nobody did. */
  get theirs(): string | null {
    const given = this.#around.given();
    const isNews = this.#typed !== null && given !== this.#seen && given !== this.#typed.trim();
    return isNews && this.#sending === null ? given : null;
  }

  type(words: string): void {
    if (this.#typed === null) this.#seen = this.#around.given();
    this.#typed = words;
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => void this.#go(), restMs);
  }

  /** Sends what is not sent. Words that may not be sent stay, to be mended; nothing where something is needed does not. */
  async leave(): Promise<void> {
    const { complete } = this.#around;
    if (complete && this.#typed !== null) this.#typed = complete(this.#typed);
    await this.#go();
    if (this.#isClosed) return;
    if (!this.isRefused || this.words.trim() === '') this.#typed = null;
  }

  /** The field goes: what is not sent goes out now. Nothing may be asked of its surroundings after this. */
  close(): void {
    const { given, send, complete } = this.#around;
    clearTimeout(this.#timer);
    if (complete && this.#typed !== null) this.#typed = complete(this.#typed);
    const words = this.#typed;
    this.#isClosed = true;
    if (words === null || this.isRefused || words === this.#onItsWay || words.trim() === given()) return;
    void send(words);
  }

  takeTheirs(): void {
    clearTimeout(this.#timer);
    this.#typed = null;
  }

  async #go(): Promise<void> {
    clearTimeout(this.#timer);
    await this.#sending;
    if (this.#isClosed) return;
    const words = this.#typed;
    if (words === null || this.isRefused || words.trim() === this.#around.given()) return;
    this.#onItsWay = words;
    this.#sending = this.#around.send(words).then((isTaken) => {
      if (isTaken && !this.#isClosed) this.#seen = this.#around.given();
    });
    await this.#sending;
    this.#onItsWay = null;
    this.#sending = null;
  }
}
