/** What stands in a note field and is not added yet, and the lens it was begun under. */
import type { HalfTyped, HalfTypedWords } from '$lib/room/half-typed.ts';

export type Place = Omit<HalfTypedWords, 'text'>;

export class HalfTypedNote {
  readonly #halfTyped: HalfTyped;
  readonly #place: () => Place;
  #text = $state('');
  #begunWith = $state('');

  /** `place` is where a note would go that is begun now. */
  constructor(halfTyped: HalfTyped, place: () => Place) {
    this.#halfTyped = halfTyped;
    this.#place = place;
    this.#show(halfTyped.read(place().segment));
  }

  get text(): string {
    return this.#text;
  }

  /** The lens these words go to where it is another one than a new note would get. */
  get otherLens(): string | null {
    const { lens } = this.#place();
    const isOther = this.#text.trim() !== '' && lens !== '' && this.#lens !== lens;
    return isOther ? this.#lens : null;
  }

  /** What an earlier page left here, unless something is typed meanwhile. */
  async adopt(): Promise<void> {
    if (this.#halfTyped.read(this.#place().segment)) return;
    const { segment } = this.#place();
    await this.#halfTyped.adopt(segment);
    // Read anew: another field for the same words may have been first to take them over.
    if (this.#text === '') this.#show(this.#halfTyped.read(segment));
  }

  type(text: string): void {
    if (this.#text.trim() === '') this.#begunWith = this.#place().lens;
    this.#text = text;
    this.#keep();
  }

  /** Words that are there go where a new note would. */
  moveHere(): void {
    this.#begunWith = this.#place().lens;
    this.#keep();
  }

  /** Empties the field. */
  take(): HalfTypedWords {
    const taken = { ...this.#place(), lens: this.#lens, text: this.#text.trim() };
    this.type('');
    return taken;
  }

  get #lens(): string {
    return this.#begunWith === '' ? this.#place().lens : this.#begunWith;
  }

  #show(words: HalfTypedWords | null): void {
    this.#text = words?.text ?? '';
    this.#begunWith = words?.lens ?? '';
  }

  #keep(): void {
    this.#halfTyped.write({ ...this.#place(), lens: this.#begunWith, text: this.#text });
  }
}
