/** One person's drafts as a page shows them, those kept only on this device included. */
import type { Desk, Draft } from '#domain/desk/desk.ts';
import type { TextField } from '#domain/yjs/text-field.ts';
import type { DraftId } from '#protocol/ids.ts';
import { receiptHash, tendDesk } from './desk-tending.ts';
import { FieldCache } from './field-cache.ts';
import type { KeptDesk, KeptDraft } from './kept-desk.ts';
import { LiveList } from './live-list.ts';
import type { Receipts } from './receipts.ts';
import type { SharedDocument } from './shared-document.ts';
import type { KeptWords } from './words-only-here.ts';

export interface DraftToAdd {
  readonly segment: string;
  readonly lens?: string | undefined;
  readonly prompt?: string | undefined;
  readonly text: string;
  /** Publishes it at once where the segment's notes are open. */
  readonly released?: boolean | undefined;
  readonly late?: boolean | undefined;
}

export class DeskView {
  readonly #receipts: Receipts;
  readonly #newId: () => string;
  readonly #isRoomClosed: () => boolean;
  #shared = $state.raw<SharedDocument<Desk> | null>(null);
  #kept = $state.raw<KeptDesk | null>(null);
  #drafts = $state.raw<LiveList<Draft> | null>(null);
  /** Replaced with the document: fields of an earlier one are bound to nothing. */
  #fields = $state.raw(new FieldCache((id) => this.#findText(id)));
  #tending = false;

  constructor(receipts: Receipts, newId: () => string, isRoomClosed: () => boolean) {
    this.#receipts = receipts;
    this.#newId = newId;
    this.#isRoomClosed = isRoomClosed;
  }

  /** Unpublished and not removed, in the order of writing; then those that only this device holds. */
  get drafts(): readonly Draft[] {
    return this.#drafts?.current ?? [];
  }

  /** Whether there is a desk yet, and so a place on this device for what it does not take. */
  get isShown(): boolean {
    return this.#kept !== null;
  }

  /** Whether this device alone holds it. */
  isKept(id: DraftId): boolean {
    this.#drafts?.follow();
    const isOn = (desk: Desk | undefined) => (desk?.textOf(id) ?? null) !== null;
    return isOn(this.#kept?.desk) && !isOn(this.#shared?.content);
  }

  /** Whether the desk takes no further draft; what is added then is kept on this device. */
  get isFull(): boolean {
    this.#drafts?.follow();
    return this.#shared?.content.isFull ?? false;
  }

  /** Returns the id of the new draft. Until the desk can be written on, and in a closed room, it is kept here. */
  addDraft(draft: DraftToAdd): DraftId {
    const id = this.#newId();
    const { segment, lens = '', prompt = '', text, released = false } = draft;
    const late = draft.late === true || this.#isRoomClosed();
    void this.#put({ id, segment, lens, prompt, text, released, late }, 'desk');
    return id;
  }

  moveDraft(id: DraftId, to: { readonly lens: string } | { readonly prompt: string }): void {
    for (const desk of this.#desks) desk.moveDraft(id, to);
  }

  removeDraft(id: DraftId): void {
    for (const desk of this.#desks) desk.setRemoved(id, true);
  }

  restoreDraft(id: DraftId): void {
    for (const desk of this.#desks) desk.setRemoved(id, false);
  }

  /** A draft that only this device holds goes to the desk with it, where the room still takes drafts. */
  releaseDraft(id: DraftId): void {
    if (!this.toDesk(id, true)) this.#shared?.content.releaseDraft(id);
  }

  /** Where notes wait for others; too late once it is on the board. */
  takeBackDraft(id: DraftId): void {
    this.#shared?.content.releaseDraft(id, false);
  }

  /** Moves a draft that only this device holds. False where there is no such draft, or the room takes none. */
  toDesk(id: DraftId, released = false): boolean {
    const kept = this.#kept?.desk.readDrafts().find((draft) => draft.id === id);
    if (!kept || !this.#writableDesk) return false;
    this.addDraft({ ...kept, released });
    this.#kept?.desk.setRemoved(id, true);
    return true;
  }

  /** The same object for the same text; null while the draft has not arrived. */
  textOf(id: DraftId): TextField | null {
    return this.#fields.get(id);
  }

  /**
   * Words that were refused elsewhere: offered as late drafts, on the device alone where the desk takes none. What is
   * a draft already is not made one again. False where some of them are held nowhere, for the page has let go of it all.
   */
  async keepWords(words: readonly KeptWords[], where: 'desk' | 'device'): Promise<boolean> {
    const known = this.drafts.map(({ text }) => text);
    const fresh = words.filter(({ text }) => !known.includes(text));
    const puts = fresh.map((one) => this.#put({ ...one, released: false, late: true }, where));
    return (await Promise.all(puts)).every((held) => held);
  }

  /** To be called once per document connection; returns its own stop. */
  show(shared: SharedDocument<Desk>, kept: KeptDesk): () => void {
    this.#shared = shared;
    this.#kept = kept;
    this.#drafts = new LiveList(
      () => this.#desks.flatMap((desk) => desk.readDrafts().filter(({ published }) => published === null)),
      (listener) => this.#watch(shared, kept, listener),
    );
    this.#bindAnew();
    const stops = [
      shared.watch(
        (desk) => desk.onChange(() => this.#tendSoon()),
        () => this.#tendSoon(),
      ),
      shared.onChange(() => this.#tendSoon()),
      kept.desk.onChange(() => this.#tendSoon()),
      shared.onSwap(() => this.#bindAnew()),
    ];
    return () => stops.forEach((stop) => stop());
  }

  #bindAnew(): void {
    this.#fields = new FieldCache((id) => this.#findText(id));
  }

  #watch(shared: SharedDocument<Desk>, kept: KeptDesk, listener: () => void): () => void {
    const stops = [shared.watch((desk) => desk.onChange(listener), listener), kept.desk.onChange(listener)];
    return () => stops.forEach((stop) => stop());
  }

  /** After the transaction that made it necessary, and once for all that came together. */
  #tendSoon(): void {
    if (this.#tending) return;
    this.#tending = true;
    queueMicrotask(() => {
      this.#tending = false;
      const keep = async (draft: KeptDraft) => (await this.#kept?.keep(draft)) ?? false;
      if (this.#shared?.isWritable) tendDesk(this.#shared.content, this.#receipts, keep);
      this.#sendWaiting();
    });
  }

  #sendWaiting(): void {
    const kept = this.#kept;
    if (!kept || !this.#writableDesk) return;
    const waiting = kept.desk.readDrafts().filter(({ late }) => !late);
    if (waiting.length === 0) return;
    for (const draft of waiting) {
      void this.#put(draft, 'desk');
      if (this.#shared?.content.textOf(draft.id)) kept.desk.setRemoved(draft.id, true);
    }
    this.#bindAnew();
  }

  /** Onto the desk at once. */
  async #put(draft: KeptDraft, where: 'desk' | 'device'): Promise<boolean> {
    const { id, segment, lens, prompt, text, released, late } = draft;
    const desk = where === 'desk' ? this.#writableDesk : null;
    const content = { segment, lens, prompt, text, released, late };
    if (!desk) return (await this.#kept?.keep({ id, ...content })) ?? false;
    desk.addDraft(id, { ...content, receipt: receiptHash(this.#receipts, id) });
    return true;
  }

  get #writableDesk(): Desk | null {
    if (!this.#shared?.isWritable || this.#isRoomClosed()) return null;
    return this.#shared.content.isFull ? null : this.#shared.content;
  }

  get #desks(): readonly Desk[] {
    return [this.#shared?.content, this.#kept?.desk].filter((desk) => desk !== undefined);
  }

  #findText(id: DraftId): TextField | null {
    for (const desk of this.#desks) {
      const field = desk.textOf(id);
      if (field) return field;
    }
    return null;
  }
}
