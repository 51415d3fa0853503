/** Counts what the document would hold afterwards: characters in each text, entries in each root. */
import type { Holder, Place } from './places.ts';
import type { Struct } from './update-format.ts';

/** Units of deleted content one update may bring. Deleted content costs two bytes whatever it claims to have been. */
const deletedUnits = 1_000_000;

export class Tally {
  readonly #characters = new Map<Extract<Holder, { kind: 'text' }>, number>();
  readonly #keys = new Map<Extract<Holder, { kind: 'root' }>, Set<string>>();
  #deleted = 0;

  add({ content, length }: Struct, place: Place | null): void {
    if (content.kind === 'gc' || content.kind === 'deleted') this.#deleted += length;
    if (place?.holder.kind === 'root') this.#addKey(place.holder, place.key);
    if (content.kind === 'characters') this.#count(place, length);
  }

  /** `length` units that stand there, or would, are deleted; only characters count. */
  remove(place: Place, length: number): void {
    this.#count(place, -length);
  }

  /** The limit that would be passed, or null. */
  excess(): string | null {
    if (this.#deleted > deletedUnits) return 'more deleted units than one update may bring';
    for (const [text, change] of this.#characters)
      if (change > 0 && (text.type?._length ?? 0) + change > text.max)
        return `more than ${text.max} characters in a text`;
    for (const [root, keys] of this.#keys)
      if ((root.type?._map.size ?? 0) + keys.size > root.rule.max)
        return `more than ${root.rule.max} entries in a root`;
    return null;
  }

  #count(place: Place | null, change: number): void {
    if (place?.holder.kind !== 'text') return;
    this.#characters.set(place.holder, (this.#characters.get(place.holder) ?? 0) + change);
  }

  #addKey(root: Extract<Holder, { kind: 'root' }>, key: string | null): void {
    if (key === null || root.type?._map.has(key)) return;
    const keys = this.#keys.get(root);
    if (keys) keys.add(key);
    else this.#keys.set(root, new Set([key]));
  }
}
