/** Which notes are selected on this screen. Each note hears of itself alone: there may be hundreds. */
import { SvelteSet } from 'svelte/reactivity';
import type { NoteId } from '#protocol/ids.ts';

export class Selection {
  readonly #chosen = new SvelteSet<NoteId>();
  /** Where a range begins. */
  #anchor: NoteId | null = null;

  get size(): number {
    return this.#chosen.size;
  }

  has(note: NoteId): boolean {
    return this.#chosen.has(note);
  }

  /** Those of `order` that are selected, in that order; a note that is gone by now is left out. */
  in(order: readonly NoteId[]): NoteId[] {
    return order.filter((note) => this.#chosen.has(note));
  }

  toggle(note: NoteId): void {
    if (!this.#chosen.delete(note)) this.#chosen.add(note);
    this.#anchor = note;
  }

  /** Everything from the last one that was touched up to this one. */
  extendTo(note: NoteId, order: readonly NoteId[]): void {
    const from = this.#anchor === null ? -1 : order.indexOf(this.#anchor);
    const until = order.indexOf(note);
    if (from < 0 || until < 0) return this.toggle(note);
    for (const one of order.slice(Math.min(from, until), Math.max(from, until) + 1)) this.#chosen.add(one);
  }

  /** Begins a range here without selecting anything yet. */
  startAt(note: NoteId): void {
    this.#anchor ??= note;
  }

  choose(notes: readonly NoteId[]): void {
    this.clear();
    for (const note of notes) this.#chosen.add(note);
  }

  clear(): void {
    this.#chosen.clear();
    this.#anchor = null;
  }
}
