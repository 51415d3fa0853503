/** The board as a page shows it. Lists keep the objects of entries that did not change. */
import { createSubscriber } from 'svelte/reactivity';
import {
  writeOwner,
  type Action,
  type Board,
  type BoardArea,
  type Decision,
  type Note,
  type Owner,
} from '#domain/board/board.ts';
import type { TextField } from '#domain/yjs/text-field.ts';
import type { Aim } from '#protocol/aims.ts';
import type { Outcome } from '#protocol/errors.ts';
import type { NoteId, RoomId } from '#protocol/ids.ts';
import type { BoardParts } from '#domain/board/parts.ts';
import { BoardUndo, type BoardStep, type StepPlace } from './board-undo.ts';
import { FieldCache } from './field-cache.ts';
import { LiveList } from './live-list.ts';
import type { Receipts } from './receipts.ts';
import * as roomsApi from './rooms-api.ts';
import type { SharedDocument } from './shared-document.ts';

type WrittenArea = 'decisions' | 'actions';

export class BoardView {
  readonly #room: RoomId;
  readonly #receipts: Receipts;
  readonly #newId: () => string;
  readonly #subscribeReceipts: () => void;
  readonly #undo = new BoardUndo();
  #shared = $state.raw<SharedDocument<BoardParts> | null>(null);
  #notes = $state.raw<LiveList<Note> | null>(null);
  #hidden = $state.raw<LiveList<Pick<Note, 'id' | 'segment'>> | null>(null);
  #decisions = $state.raw<LiveList<Decision> | null>(null);
  #actions = $state.raw<LiveList<Action> | null>(null);
  #steps = $state.raw<readonly BoardStep[]>([]);
  #isLoaded = $state.raw(false);
  /** Replaced with the document: fields of an earlier one are bound to nothing. */
  #fields = $state.raw(new FieldCache((key) => this.#findText(key)));

  constructor(room: RoomId, receipts: Receipts, newId: () => string) {
    this.#room = room;
    this.#receipts = receipts;
    this.#newId = newId;
    this.#subscribeReceipts = createSubscriber((update) => receipts.onChange(update));
  }

  /** Whether a copy is here, from this device or the server: before that, an empty list says nothing. */
  get isLoaded(): boolean {
    return this.#isLoaded;
  }

  /** Whether another entry would be refused. */
  isFull(area: BoardArea): boolean {
    (area === 'notes' ? this.#notes : area === 'actions' ? this.#actions : this.#decisions)?.follow();
    return this.#board?.isFull(area) ?? false;
  }

  get notes(): readonly Note[] {
    return this.#notes?.current ?? [];
  }

  /** Taken off the board by a facilitator. Only their authors' browsers can tell whose they were. */
  get hiddenNotes(): readonly Pick<Note, 'id' | 'segment'>[] {
    return this.#hidden?.current ?? [];
  }

  get decisions(): readonly Decision[] {
    return this.#decisions?.current ?? [];
  }

  get actions(): readonly Action[] {
    return this.#actions?.current ?? [];
  }

  /** Returns the id of the new decision. */
  addDecision(): string {
    return this.#add('decisions', (board, id) => board.addDecision(id));
  }

  /** Returns the id of the new action; `outcome` is what it belongs to, where it belongs to one. */
  addAction(outcome: string | null = null): string {
    return this.#add('actions', (board, id) => board.addAction(id, '', outcome));
  }

  setOwner(action: string, owner: Owner | null): void {
    const before = this.#action(action)?.owner;
    if (before === undefined || writeOwner(before) === writeOwner(owner)) return;
    this.#board?.setOwner(action, owner);
    this.remember({
      place: 'outcomes',
      did: 'owner',
      stands: () => writeOwner(this.#action(action)?.owner ?? null) === writeOwner(owner),
      takeBack: () => this.#board?.setOwner(action, before),
    });
  }

  /** `due` is YYYY-MM-DD or null. */
  setDue(action: string, due: string | null): void {
    const before = this.#action(action)?.due;
    if (before === undefined || before === due) return;
    this.#board?.setDue(action, due);
    this.remember({
      place: 'outcomes',
      did: 'day',
      stands: () => this.#action(action)?.due === due,
      takeBack: () => this.#board?.setDue(action, before),
    });
  }

  /** Null where it is not said what the action does about the next incident. */
  setAim(action: string, aim: Aim | null): void {
    const before = this.#action(action)?.aim;
    if (before === undefined || before === aim) return;
    this.#board?.setAim(action, aim);
    this.remember({
      place: 'outcomes',
      did: 'aim',
      stands: () => this.#action(action)?.aim === aim,
      takeBack: () => this.#board?.setAim(action, before),
    });
  }

  remove(area: WrittenArea, id: string): void {
    if (!this.#isShown(area, id)) return;
    this.#board?.setRemoved(area, id, true);
    this.remember({
      place: 'outcomes',
      did: 'removed',
      stands: () => !this.#isShown(area, id),
      takeBack: () => this.#board?.setRemoved(area, id, false),
    });
  }

  /** A step of this tab, to be taken back by `undo`. */
  remember(step: BoardStep): void {
    this.#undo.add(step);
    this.#steps = this.#undo.steps;
  }

  /** Takes back this tab's last step in these places, and returns it. Words are undone in their own field. */
  undo(places: readonly StepPlace[]): BoardStep | null {
    const step = this.#undo.undo(places);
    this.#steps = this.#undo.steps;
    return step;
  }

  /** This tab's newest step, wherever it was. */
  get lastStep(): BoardStep | null {
    return this.#steps.at(-1) ?? null;
  }

  /** That step alone. False where it does not stand any more. */
  takeBack(step: BoardStep): boolean {
    const isBack = this.#undo.takeBack(step);
    this.#steps = this.#undo.steps;
    return isBack;
  }

  canUndo(places: readonly StepPlace[]): boolean {
    return this.#steps.some(({ place }) => places.includes(place));
  }

  /** The same object for the same text; null while the entry has not arrived. */
  textOf(area: WrittenArea, id: string): TextField | null {
    return this.#fields.get(`${area} ${id}`);
  }

  /** This browser holds the receipt. */
  isMine(note: NoteId): boolean {
    this.#subscribeReceipts();
    return this.#receipts.ofNote(note) !== null;
  }

  async changeNote(note: NoteId, text: string): Promise<Outcome> {
    const receipt = this.#receipts.ofNote(note);
    if (receipt === null) return { ok: false, code: 'unknown-note' };
    return roomsApi.changeNote(this.#room, note, { receipt, text });
  }

  /** With one's own name, for everybody to see; false takes it off again. */
  async signNote(note: NoteId, sign: boolean): Promise<Outcome> {
    const receipt = this.#receipts.ofNote(note);
    if (receipt === null) return { ok: false, code: 'unknown-note' };
    return roomsApi.signNote(this.#room, note, { receipt, sign });
  }

  async withdrawNote(note: NoteId): Promise<Outcome> {
    const receipt = this.#receipts.ofNote(note);
    if (receipt === null) return { ok: false, code: 'unknown-note' };
    const outcome = await roomsApi.changeNote(this.#room, note, { receipt, withdraw: true });
    if (outcome.ok) this.#receipts.forgetNote(note);
    return outcome;
  }

  /** To be called once per document connection; returns its own stop. */
  show(shared: SharedDocument<BoardParts>): () => void {
    this.#shared = shared;
    const list = <T extends { readonly id: string }>(area: BoardArea, read: (board: Board) => T[]) =>
      new LiveList(
        () => read(shared.content.board),
        (listener) => shared.watch(({ board }) => board.onChange(area, listener), listener),
      );
    this.#notes = list('notes', (board) => board.readNotes());
    this.#hidden = list('notes', (board) => board.readHiddenNotes());
    this.#decisions = list('decisions', (board) => board.readDecisions());
    this.#actions = list('actions', (board) => board.readActions());
    this.#startEdition();
    const look = () => (this.#isLoaded = shared.isLoaded);
    look();
    const stops = [shared.onSwap(() => this.#startEdition()), shared.onChange(look)];
    return () => stops.forEach((stop) => stop());
  }

  get #board(): Board | null {
    return this.#shared?.content.board ?? null;
  }

  #startEdition(): void {
    this.#fields = new FieldCache((key) => this.#findText(key));
    this.#undo.clear();
    this.#steps = [];
  }

  #add(area: WrittenArea, write: (board: Board, id: string) => void): string {
    const id = this.#newId();
    if (!this.#board) return id;
    write(this.#board, id);
    this.remember({
      place: 'outcomes',
      did: 'added',
      stands: () => this.#isShown(area, id) && this.#board?.textOf(area, id)?.read() === '',
      takeBack: () => this.#board?.setRemoved(area, id, true),
    });
    return id;
  }

  #action(id: string): Action | undefined {
    return this.#board?.readActions().find((action) => action.id === id);
  }

  #isShown(area: WrittenArea, id: string): boolean {
    const entries = area === 'actions' ? this.#board?.readActions() : this.#board?.readDecisions();
    return entries?.some((entry) => entry.id === id) ?? false;
  }

  #findText(key: string): TextField | null {
    const [area, id] = key.split(' ') as [WrittenArea, string];
    return this.#board?.textOf(area, id) ?? null;
  }
}
