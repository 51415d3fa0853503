/** The board as a page shows it. Lists keep the objects of entries that did not change. */
import type { Action, Decision, Note, Owner } from '#domain/board/board.ts';
import type { TextField } from '#domain/yjs/text-field.ts';
import type { Outcome } from '#protocol/errors.ts';
import type { NoteId } from '#protocol/ids.ts';

export class BoardView {
  get notes(): readonly Note[] {
    return [];
  }

  get decisions(): readonly Decision[] {
    return [];
  }

  get actions(): readonly Action[] {
    return [];
  }

  /** Returns the id of the new decision. */
  addDecision(): string {
    return '';
  }

  /** Returns the id of the new action. */
  addAction(): string {
    return '';
  }

  setOwner(_action: string, _owner: Owner | null): void {
    this.undo();
  }

  /** `due` is YYYY-MM-DD or null. */
  setDue(_action: string, _due: string | null): void {
    this.undo();
  }

  remove(_area: 'decisions' | 'actions', _id: string): void {
    this.undo();
  }

  /** Takes back this tab's last adding, removing, owner or date. Words are undone in their own field. */
  undo(): void {
    return;
  }

  get canUndo(): boolean {
    return false;
  }

  /** The same object for the same text; null while the entry has not arrived. */
  textOf(_area: 'decisions' | 'actions', _id: string): TextField | null {
    return null;
  }

  /** This browser holds the receipt. */
  isMine(_note: NoteId): boolean {
    return false;
  }

  changeNote(_note: NoteId, _text: string): Promise<Outcome> {
    return Promise.resolve({ ok: false, code: 'unknown-note' });
  }

  withdrawNote(_note: NoteId): Promise<Outcome> {
    return Promise.resolve({ ok: false, code: 'unknown-note' });
  }
}
