/**
 * Whole minutes as somebody sets them. Quick steps go out as one. Typed ones go out when the field is left: what stands
 * there halfway is a number too, and would ring the bell for everybody.
 */
const restMs = 350;

export interface MinutesSurroundings {
  /** What everybody has. */
  readonly given: () => number;
  readonly min: () => number;
  readonly max: () => number;
  /** What is to be as it was seen when somebody began, where that matters. */
  readonly basis?: () => number;
  /** What everybody has already is sent as well: said by hand it counts. */
  readonly mayRepeat?: () => boolean;
  /** Resolves to whether they were taken. */
  readonly send: (minutes: number, seen: number) => Promise<boolean>;
}

export class MinutesEntry {
  readonly #around: MinutesSurroundings;
  #wanted = $state.raw<number | null>(null);
  #typed = $state.raw<string | null>(null);
  #isLeft = $state.raw(false);
  #seen = 0;
  #sending: Promise<boolean> | null = null;
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(around: MinutesSurroundings) {
    this.#around = around;
  }

  /** From where a step counts. */
  get minutes(): number {
    return this.#wanted ?? this.#around.given();
  }

  get shown(): string {
    return this.#typed ?? String(this.minutes);
  }

  /** The field was left with something that can be nobody's minutes: it stays to be mended. */
  get isWrong(): boolean {
    return this.#isLeft && this.#typed !== null && !this.#isAllowed(numberOf(this.#typed));
  }

  /** Only this field has them, and they can be sent. */
  get isUnsent(): boolean {
    return this.#wanted !== null || (this.#typed !== null && !this.isWrong);
  }

  step(by: 1 | -1): void {
    this.#look();
    this.giveUp();
    const next = this.minutes + by;
    if (!this.#isAllowed(next)) return;
    this.#wanted = next;
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => void this.#send(), restMs);
  }

  type(typed: string): void {
    this.#look();
    this.#isLeft = this.isWrong;
    this.#typed = typed;
  }

  async leave(): Promise<void> {
    this.#isLeft = true;
    const typed = this.#typed === null ? null : numberOf(this.#typed);
    if (typed !== null && this.#isAllowed(typed)) {
      this.giveUp();
      this.#wanted = typed;
    }
    await this.#send();
  }

  /** What was typed makes way for what everybody has. */
  giveUp(): void {
    this.#typed = null;
    this.#isLeft = false;
  }

  #look(): void {
    if (this.#typed === null && this.#wanted === null) this.#seen = this.#basis();
  }

  #basis(): number {
    return this.#around.basis?.() ?? 0;
  }

  #isAllowed(minutes: number): boolean {
    return Number.isInteger(minutes) && minutes >= this.#around.min() && minutes <= this.#around.max();
  }

  async #send(): Promise<void> {
    clearTimeout(this.#timer);
    // What was sent before is what these are based on.
    while (this.#sending) await this.#sending;
    const minutes = this.#wanted;
    if (minutes === null) return;
    if (minutes !== this.#around.given() || this.#around.mayRepeat?.()) await this.#ask(minutes);
    if (this.#wanted === minutes) this.#wanted = null;
  }

  async #ask(minutes: number): Promise<void> {
    this.#sending = this.#around.send(minutes, this.#seen);
    try {
      if (await this.#sending) this.#seen = this.#basis();
    } finally {
      this.#sending = null;
    }
  }
}

function numberOf(typed: string): number {
  return typed.trim() === '' ? NaN : Number(typed);
}
