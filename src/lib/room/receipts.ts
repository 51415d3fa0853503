/**
 * Receipts of this browser: who holds one may change or withdraw the note. They are kept beside the documents and never
 * in them; a desk carries only their SHA-256.
 */
import { secretPattern, type DraftId, type NoteId, type RoomId } from '#protocol/ids.ts';
import { newReceipt, type Chance } from './chance.ts';
import type { Device } from './device.ts';
import { Listeners } from './listeners.ts';

export class Receipts {
  readonly #device: Device;
  readonly #chance: Chance;
  readonly #prefix: string;
  readonly #changed = new Listeners();

  constructor(room: RoomId, device: Device, chance: Chance) {
    this.#device = device;
    this.#chance = chance;
    this.#prefix = `hearth:${room}:receipt:`;
  }

  /** Made at the first call. Null where this browser cannot keep it: such a note could never be changed anyway. */
  forNewDraft(draft: DraftId): string | null {
    const known = this.#read('draft', draft);
    if (known) return known;
    const receipt = newReceipt(this.#chance);
    return this.#device.write(`${this.#prefix}draft:${draft}`, receipt) ? receipt : null;
  }

  /** True when this browser now has the note's receipt stored: only then may the server forget the link. */
  keepForNote(draft: DraftId, note: NoteId): boolean {
    if (this.ofNote(note) !== null) return true;
    const receipt = this.#read('draft', draft);
    if (receipt === null || !this.#device.write(`${this.#prefix}note:${note}`, receipt)) return false;
    this.#changed.tell();
    return true;
  }

  forgetDraft(draft: DraftId): void {
    this.#device.forget(`${this.#prefix}draft:${draft}`);
  }

  ofNote(note: NoteId): string | null {
    return this.#read('note', note);
  }

  forgetNote(note: NoteId): void {
    this.#device.forget(`${this.#prefix}note:${note}`);
    this.#changed.tell();
  }

  onChange(listener: () => void): () => void {
    return this.#changed.add(listener);
  }

  #read(kind: 'draft' | 'note', id: string): string | null {
    const receipt = this.#device.read(`${this.#prefix}${kind}:${id}`);
    return receipt !== null && secretPattern.test(receipt) ? receipt : null;
  }
}
