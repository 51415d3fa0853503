/**
 * Words in a field that go out by themselves: a moment after the last key, and when the field is left. What somebody
 * else wrote there meanwhile is shown, and neither replaces the other until somebody chooses.
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
  /** Nothing can be sent now: words stay until `goOn`. */
  readonly isCutOff?: () => boolean;
  /** The field goes while somebody else's words stand where other ones were typed. */
  readonly clash?: (typed: string) => void;
}

export class DraftText {
  readonly #around: DraftTextSurroundings;
  #typed = $state.raw<string | null>(null);
  /** What everybody had when it was last known to have been seen here. */
  #seen = $state.raw('');
  /** What is in the field was sent and taken as it is. */
  #isSent = $state.raw(false);
  #isLeft = false;
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

  /** Only this field has these words. */
  get isUnsent(): boolean {
    return this.#typed !== null && !this.#isSent && this.#typed.trim() !== this.#around.given();
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
    this.#isSent = false;
    this.#isLeft = false;
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => void this.#go(), restMs);
  }

  /** Sends what is not sent. Words that may not or cannot be sent stay; nothing where something is needed does not. */
  async leave(): Promise<void> {
    const { complete } = this.#around;
    this.#isLeft = true;
    if (complete && this.#typed !== null) this.#typed = complete(this.#typed);
    await this.#go();
    if (!this.#isClosed) this.#settle();
  }

  /** The field goes: what is not sent goes out now. Nothing may be asked of its surroundings after this. */
  close(): void {
    const { send, complete, clash } = this.#around;
    clearTimeout(this.#timer);
    if (complete && this.#typed !== null) this.#typed = complete(this.#typed);
    const words = this.#typed;
    const isClash = this.theirs !== null;
    const isOver = words === null || this.isRefused || words === this.#onItsWay || !this.isUnsent;
    this.#isClosed = true;
    if (isOver) return;
    if (isClash && clash) clash(words);
    else void send(words);
  }

  /** Sends what waited for a connection. */
  async goOn(): Promise<void> {
    await this.#go();
    if (!this.#isClosed && this.#isLeft) this.#settle();
  }

  takeTheirs(): void {
    clearTimeout(this.#timer);
    this.#typed = null;
  }

  /** In the place of theirs. */
  async keepMine(): Promise<void> {
    this.#seen = this.#around.given();
    this.#isSent = false;
    await this.goOn();
  }

  /** The field shows again what everybody has, unless only it has its words. */
  #settle(): void {
    const isNothing = this.isRefused && this.words.trim() === '';
    if (isNothing || !this.isUnsent) this.#typed = null;
  }

  async #go(): Promise<void> {
    clearTimeout(this.#timer);
    // Somebody else may have waited for the same answer, and send before this one.
    while (this.#sending) await this.#sending;
    if (this.#isClosed || this.#around.isCutOff?.()) return;
    const words = this.#typed;
    if (words === null || this.isRefused || this.theirs !== null || !this.isUnsent) return;
    this.#onItsWay = words;
    this.#sending = this.#around.send(words).then((isTaken) => this.#answered(words, isTaken));
    await this.#sending;
    this.#onItsWay = null;
    this.#sending = null;
  }

  #answered(words: string, isTaken: boolean): void {
    if (!isTaken || this.#isClosed) return;
    this.#seen = this.#around.given();
    this.#isSent = words === this.#typed;
  }
}
