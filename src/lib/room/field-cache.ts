/** One TextField object per text, so that a field on screen stays bound while the lists around it change. */
import type { TextField } from '#domain/yjs/text-field.ts';

export class FieldCache {
  readonly #find: (key: string) => TextField | null;
  readonly #fields = new Map<string, TextField>();

  constructor(find: (key: string) => TextField | null) {
    this.#find = find;
  }

  get(key: string): TextField | null {
    const known = this.#fields.get(key);
    if (known) return known;
    const found = this.#find(key);
    if (found) this.#fields.set(key, found);
    return found;
  }
}
