/** What an earlier room left open, as a page shows it. */
import type { EarlierAction, EarlierActions, Fate } from '#domain/board/earlier.ts';
import type { TextField } from '#domain/yjs/text-field.ts';
import type { BoardParts } from '#domain/board/parts.ts';
import type { BoardStep } from './board-undo.ts';
import { FieldCache } from './field-cache.ts';
import { LiveList } from './live-list.ts';
import type { SharedDocument } from './shared-document.ts';

export class EarlierView {
  readonly #remember: (step: BoardStep) => void;
  #shared = $state.raw<SharedDocument<BoardParts> | null>(null);
  #actions = $state.raw<LiveList<EarlierAction> | null>(null);
  /** Replaced with the document: fields of an earlier one are bound to nothing. */
  #fields = $state.raw(new FieldCache((id) => this.#board?.whyOf(id) ?? null));

  /** Steps stand in one row with those of the rest of the board. */
  constructor(remember: (step: BoardStep) => void) {
    this.#remember = remember;
  }

  get actions(): readonly EarlierAction[] {
    return this.#actions?.current ?? [];
  }

  /** Why it was moved or dropped; the same object for the same action. */
  whyOf(id: string): TextField | null {
    return this.#fields.get(id);
  }

  /** Null takes the answer back. */
  setFate(id: string, fate: Fate | null): void {
    const before = this.#find(id)?.fate;
    if (before === undefined || before === fate) return;
    this.#board?.setFate(id, fate);
    this.#remember({
      place: 'earlier',
      did: 'answer',
      stands: () => this.#find(id)?.fate === fate,
      takeBack: () => this.#board?.setFate(id, before),
    });
  }

  /** `day` is YYYY-MM-DD or null. */
  setMovedTo(id: string, day: string | null): void {
    const before = this.#find(id)?.movedTo;
    if (before === undefined || before === day) return;
    this.#board?.setMovedTo(id, day);
    this.#remember({
      place: 'earlier',
      did: 'new-day',
      stands: () => this.#find(id)?.movedTo === day,
      takeBack: () => this.#board?.setMovedTo(id, before),
    });
  }

  /** To be called once per document connection; returns its own stop. */
  show(shared: SharedDocument<BoardParts>): () => void {
    this.#shared = shared;
    this.#actions = new LiveList(
      () => shared.content.earlier.readEarlier(),
      (listener) => shared.watch(({ earlier }) => earlier.onChange(listener), listener),
    );
    this.#startEdition();
    return shared.onSwap(() => this.#startEdition());
  }

  get #board(): EarlierActions | null {
    return this.#shared?.content.earlier ?? null;
  }

  #startEdition(): void {
    this.#fields = new FieldCache((id) => this.#board?.whyOf(id) ?? null);
  }

  #find(id: string): EarlierAction | undefined {
    return this.#board?.readEarlier().find((action) => action.id === id);
  }
}
