/** What this person is moving with mouse or finger, and onto what. */
import type { Topic } from '#domain/board/topic.ts';
import type { NoteId } from '#protocol/ids.ts';
import type { RoomView } from '$lib/room/room-view.svelte.ts';
import type { DragHandlers } from '$lib/ui/drag.ts';

/** Beside `topic <id>` and `note <id>`. */
export const nowhere = 'none';
export const ontoNew = 'new';

/** What becomes of the notes that are moved. */
interface Movable {
  readonly mayGroup: boolean;
  readonly groups: readonly Topic[];
  grab(note: NoteId): readonly NoteId[];
  letGo(): void;
  isGrouped(note: NoteId): boolean;
  moveTo(topic: Topic, notes: readonly NoteId[]): void;
  moveOnto(single: NoteId, notes: readonly NoteId[]): void;
  newTopic(notes: readonly NoteId[]): void;
  takeOut(notes: readonly NoteId[]): void;
}

export class Dragging implements DragHandlers {
  readonly #room: RoomView;
  readonly #grouping: Movable;
  #notes = $state.raw<readonly NoteId[]>([]);
  #place = $state.raw({ x: 0, y: 0 });
  #target = $state.raw<string | null>(null);

  constructor(room: RoomView, grouping: Movable) {
    this.#room = room;
    this.#grouping = grouping;
  }

  get notes(): readonly NoteId[] {
    return this.#notes;
  }

  isHeld(note: NoteId): boolean {
    return this.#notes.includes(note);
  }

  get place(): { readonly x: number; readonly y: number } {
    return this.#place;
  }

  /** The `data-drop` under the pointer; null while nothing is moved. */
  get target(): string | null {
    return this.#target;
  }

  readonly begin = (note: NoteId): boolean => {
    if (!this.#grouping.mayGroup) return false;
    this.#notes = this.#grouping.grab(note);
    this.#room.setHolding(this.#notes);
    return true;
  };

  readonly move = (x: number, y: number, target: string | null): void => {
    this.#place = { x, y };
    this.#target = target;
  };

  readonly drop = (target: string): void => {
    const notes = this.#notes;
    // What was shown may be old by now; where it goes is looked up in what is.
    this.#grouping.letGo();
    const [kind, id = ''] = target.split(' ');
    if (kind === 'topic') this.#dropOn(id, notes);
    else if (kind === 'note') this.#dropOnNote(id, notes);
    else if (kind === ontoNew) this.#grouping.newTopic(notes);
    else if (notes.some((note) => this.#grouping.isGrouped(note))) this.#grouping.takeOut(notes);
  };

  readonly end = (): void => {
    this.#grouping.letGo();
    this.#notes = [];
    this.#target = null;
    this.#room.setHolding([]);
  };

  /** Somebody may have grouped it during the drag; what is dropped on it then joins it there. */
  #dropOnNote(id: NoteId, notes: readonly NoteId[]): void {
    const home = this.#grouping.groups.find((topic) => topic.notes.some((note) => note.id === id));
    if (home) this.#dropOn(home.id, notes);
    else this.#grouping.moveOnto(id, notes);
  }

  #dropOn(id: string, notes: readonly NoteId[]): void {
    const topic = this.#grouping.groups.find((one) => one.id === id);
    const others = notes.filter((note) => !topic?.notes.some((own) => own.id === note));
    if (topic && others.length > 0) this.#grouping.moveTo(topic, others);
  }
}
