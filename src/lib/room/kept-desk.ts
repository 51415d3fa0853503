/**
 * Drafts that only this device holds: written when the room was already closed, refused, or waiting for a desk that can
 * be written on. A desk like the other one, but never connected to anything.
 */
import * as Y from 'yjs';
import { Desk, type Draft } from '#domain/desk/desk.ts';
import type { RoomId, SeatId } from '#protocol/ids.ts';
import { keptDeskName } from './copy-names.ts';
import { openCopy, type DeviceCopy } from './device-copy.ts';
import type { KeptWords } from './words-only-here.ts';

/** `late` ones stay here until their author does something about them; the others only wait. */
export type KeptDraft = KeptWords & Pick<Draft, 'released' | 'late'>;

export class KeptDesk {
  readonly desk: Desk;
  readonly #doc = new Y.Doc();
  readonly #copy: Promise<DeviceCopy | null>;
  #closed = false;

  constructor(room: RoomId, seat: SeatId) {
    this.desk = new Desk(this.#doc, 'kept');
    this.#copy = openCopy(keptDeskName(room, seat), this.#doc);
  }

  /** The same words twice make one draft; words that were removed before stay removed. False once it is closed. */
  async keep({ id, ...draft }: KeptDraft): Promise<boolean> {
    await this.#copy;
    if (this.#closed) return false;
    this.desk.addDraft(id, { ...draft, receipt: '' });
    return true;
  }

  get holdsWords(): boolean {
    return this.desk.readDrafts().some(({ text }) => text.trim() !== '');
  }

  async close(): Promise<void> {
    this.#closed = true;
    await (await this.#copy)?.close();
    this.#doc.destroy();
  }
}
