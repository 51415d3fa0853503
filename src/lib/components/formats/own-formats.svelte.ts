/** The formats that this browser keeps, as this page shows and changes them. */
import type { Agenda } from '#domain/agenda/agenda.ts';
import { writeAgenda } from '#domain/agenda/markdown/write-agenda.ts';
import { browserChance, newId } from '$lib/room/chance.ts';
import {
  deleteFormat,
  renameFormat,
  savedFormats,
  saveFormat,
  type SavedFormat,
} from '$lib/room/saved-formats.ts';

/** `replaced` is the id of one that it takes the place of. False where the browser keeps nothing. */
export type Keep = (name: string, agenda: Agenda, replaced: string | null) => boolean;

export class OwnFormats {
  #list = $state.raw(savedFormats());

  get list(): readonly SavedFormat[] {
    return this.#list;
  }

  /** Beside the others, or instead of one. The id under which it is kept; null where the browser keeps nothing. */
  keep(name: string, agenda: Agenda, replaced: string | null = null): string | null {
    const id = replaced ?? newId(browserChance);
    const titled = agenda.title === '' ? { ...agenda, title: name } : agenda;
    return this.#write({ id, name, markdown: writeAgenda(titled), at: Date.now() }) ? id : null;
  }

  /** False where the browser keeps nothing. */
  change(saved: SavedFormat, agenda: Agenda): boolean {
    return this.#write({ ...saved, markdown: writeAgenda(agenda), at: Date.now() });
  }

  rename(id: string, name: string): boolean {
    const isRenamed = renameFormat(id, name);
    this.#list = savedFormats();
    return isRenamed;
  }

  /** Returns how to take it back. */
  delete(saved: SavedFormat): () => void {
    deleteFormat(saved.id);
    this.#list = savedFormats();
    return () => void this.#write(saved);
  }

  #write(saved: SavedFormat): boolean {
    const isWritten = saveFormat(saved);
    this.#list = savedFormats();
    return isWritten;
  }
}
