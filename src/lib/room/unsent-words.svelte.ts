/** Words in fields that are in no document: until they are sent they go with the page, and that has to be said. */
import { SvelteSet } from 'svelte/reactivity';

export interface UnsentField {
  readonly isUnsent: boolean;
}

export class UnsentWords {
  readonly #fields = new SvelteSet<UnsentField>();

  /** Returns its own stop. */
  watch(field: UnsentField): () => void {
    this.#fields.add(field);
    return () => void this.#fields.delete(field);
  }

  get any(): boolean {
    return [...this.#fields].some(({ isUnsent }) => isUnsent);
  }
}
