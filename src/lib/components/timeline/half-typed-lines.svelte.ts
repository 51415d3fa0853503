/** What stands in the field of a timeline and is not added yet, and the day that was chosen for its times. */
import type { HalfTyped, HalfTypedWords } from '$lib/room/half-typed.ts';

export class HalfTypedLines {
  readonly #halfTyped: HalfTyped;
  readonly #segment: string;
  #text = $state('');
  #day = $state<string | null>(null);

  constructor(halfTyped: HalfTyped, segment: string) {
    this.#halfTyped = halfTyped;
    this.#segment = segment;
    this.#show(halfTyped.read(segment));
  }

  get text(): string {
    return this.#text;
  }

  /** YYYY-MM-DD, until the next entry has a day that later ones go by; null where none is chosen. */
  get day(): string | null {
    return this.#day;
  }

  /** What an earlier page left here, unless something is typed meanwhile. */
  async adopt(): Promise<void> {
    const found = this.#text === '' ? await this.#halfTyped.adopt(this.#segment) : null;
    if (found === null || this.#text !== '') return;
    const chosen = this.#day;
    this.#show(found);
    if (chosen !== null) this.choose(chosen);
  }

  type(text: string): void {
    this.leave(text, this.#day);
  }

  choose(day: string): void {
    this.leave(this.#text, day);
  }

  /** Only this stays; the rest has been added. */
  leave(text: string, day: string | null): void {
    [this.#text, this.#day] = [text, day];
    const place = { segment: this.#segment, lens: '', prompt: '' };
    this.#halfTyped.write(day === null ? { ...place, text } : { ...place, text, day });
  }

  #show(words: HalfTypedWords | null): void {
    this.#text = words?.text ?? '';
    this.#day = words?.day ?? null;
  }
}
