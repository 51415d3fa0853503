/** One place for Tab among all notes; arrows go from it to the next. */
import { SvelteSet } from 'svelte/reactivity';
import type { NoteId } from '#protocol/ids.ts';

export class Roving {
  /** A set of one, so that only the note that is left and the one that is reached are drawn anew. */
  readonly #here = new SvelteSet<NoteId>();

  isHere(note: NoteId): boolean {
    return this.#here.has(note);
  }

  goTo(note: NoteId): void {
    if (this.#here.has(note)) return;
    this.#here.clear();
    this.#here.add(note);
  }

  /** A note that is gone is no place; the first one is then. */
  stayAmong(order: readonly NoteId[]): void {
    const [first] = order;
    if (first !== undefined && !order.some((note) => this.#here.has(note))) this.goTo(first);
  }
}
