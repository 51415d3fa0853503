/** How topics leave, as a page shows it. Lists keep the objects of entries that did not change. */
import type { Action } from '#domain/board/board.ts';
import type { OutcomeArea, OutcomeFields, Outcomes, RemovableArea } from '#domain/board/outcomes.ts';
import type { Owner } from '#domain/board/owner.ts';
import type {
  DecisionStatus,
  HeadlineId,
  Option,
  Outcome,
  OutcomeDay,
  OutcomeKind,
  Position,
} from '#domain/board/topic.ts';
import { actionHash, positionHash } from '#domain/stage/given-words.ts';
import type { TextField } from '#domain/yjs/text-field.ts';
import type { Command, CommandAck } from '#protocol/commands.ts';
import type { BoardParts } from '#domain/board/parts.ts';
import type { BoardStep, StepDone } from './board-undo.ts';
import { FieldCache } from './field-cache.ts';
import { LiveList } from './live-list.ts';
import type { SharedDocument } from './shared-document.ts';
import { whenSent } from './when-sent.ts';

interface Neighbours {
  readonly newId: () => string;
  /** Steps stand in one row with those of the rest of the board. */
  readonly remember: (step: BoardStep) => void;
  readonly command: (command: Command) => Promise<CommandAck>;
}

interface Headline {
  readonly id: HeadlineId;
  readonly text: string;
}

export class OutcomesView {
  readonly #around: Neighbours;
  #shared = $state.raw<SharedDocument<BoardParts> | null>(null);
  #outcomes = $state.raw<LiveList<Outcome> | null>(null);
  #options = $state.raw<LiveList<Option> | null>(null);
  #positions = $state.raw<LiveList<Position> | null>(null);
  #headlines = $state.raw<LiveList<Headline> | null>(null);
  /** Replaced with the document: fields of an earlier one are bound to nothing. */
  #fields = $state.raw(new FieldCache((key) => this.#findText(key)));

  constructor(around: Neighbours) {
    this.#around = around;
  }

  /** Those that nobody has chosen a kind for too. */
  get all(): readonly Outcome[] {
    return this.#outcomes?.current ?? [];
  }

  get options(): readonly Option[] {
    return this.#options?.current ?? [];
  }

  get positions(): readonly Position[] {
    return this.#positions?.current ?? [];
  }

  get headlines(): readonly Headline[] {
    return this.#headlines?.current ?? [];
  }

  /** The same object for the same text; null while the entry has not arrived. */
  textOf<Area extends OutcomeArea>(area: Area, id: string, key: OutcomeFields[Area]): TextField | null {
    return this.#fields.get(`${area} ${id} ${key}`);
  }

  /** Null takes the choice back. */
  setKind(outcome: string, kind: OutcomeKind | null): void {
    this.#change(
      'choice',
      () => this.#outcome(outcome)?.kind ?? null,
      (value) => this.#board?.setKind(outcome, value),
      kind,
    );
  }

  /** `date` is YYYY-MM-DD or null. */
  setDay(outcome: string, day: OutcomeDay, date: string | null): void {
    this.#change(
      'day',
      () => this.#outcome(outcome)?.[day],
      (value) => this.#board?.setDay(outcome, day, value),
      date,
    );
  }

  setOwner(outcome: string, owner: Owner | null): void {
    this.#change(
      'owner',
      () => this.#outcome(outcome)?.owner,
      (value) => this.#board?.setOwner(outcome, value),
      owner,
    );
  }

  setStatus(outcome: string, status: DecisionStatus): void {
    this.#change(
      'status',
      () => this.#outcome(outcome)?.status,
      (value) => this.#board?.setStatus(outcome, value),
      status,
    );
  }

  /** `by` is another outcome. */
  setSupersededBy(outcome: string, by: string | null): void {
    this.#change(
      'status',
      () => this.#outcome(outcome)?.supersededBy,
      (value) => this.#board?.setSupersededBy(outcome, value),
      by,
    );
  }

  setHolder(position: string, holder: Owner | null): void {
    this.#change(
      'holder',
      () => this.#board?.readPositions().find(({ id }) => id === position)?.holder,
      (value) => this.#board?.setHolder(position, value),
      holder,
    );
  }

  /** Returns the id of the new option. */
  addOption(outcome: string): string {
    return this.#add('options', (board, id) => board.addOption(id, outcome));
  }

  /** Returns the id of the new position. */
  addPosition(outcome: string, holder: Owner | null): string {
    return this.#add('positions', (board, id) => board.addPosition(id, outcome, holder));
  }

  remove(area: RemovableArea, id: string): void {
    if (!this.#stands(area, id)) return;
    this.#board?.setRemoved(area, id, true);
    this.#around.remember({
      place: 'outcomes',
      did: 'removed',
      stands: () => !this.#stands(area, id),
      takeBack: () => this.#board?.setRemoved(area, id, false),
    });
  }

  /** Whether another entry would be refused; removed ones count too. */
  isFull(area: 'options' | 'positions'): boolean {
    (area === 'options' ? this.#options : this.#positions)?.follow();
    return this.#board?.isFull(area) ?? false;
  }

  /** The owner takes it as it reads at this moment, or gives it back. */
  takeAction(action: Action, takes: boolean): Promise<CommandAck> {
    const hash = takes ? actionHash(action) : null;
    return this.#giveWord({ type: 'takeAction', action: action.id, hash });
  }

  /** Its holder confirms it as it reads at this moment, or no longer does. */
  confirmPosition(position: Position, confirms: boolean): Promise<CommandAck> {
    const hash = confirms ? positionHash(position) : null;
    return this.#giveWord({ type: 'confirmPosition', position: position.id, hash });
  }

  /** To be called once per document connection; returns its own stop. */
  show(shared: SharedDocument<BoardParts>): () => void {
    this.#shared = shared;
    const list = <T extends { readonly id: string }>(area: OutcomeArea, read: (board: Outcomes) => T[]) =>
      new LiveList(
        () => read(shared.content.outcomes),
        (listener) => shared.watch(({ outcomes }) => outcomes.onChange(area, listener), listener),
      );
    this.#outcomes = list('outcomes', (board) => board.readOutcomes());
    this.#options = list('options', (board) => board.readOptions());
    this.#positions = list('positions', (board) => board.readPositions());
    this.#headlines = list('headlines', headlinesOf);
    this.#startEdition();
    return shared.onSwap(() => this.#startEdition());
  }

  get #board(): Outcomes | null {
    return this.#shared?.content.outcomes ?? null;
  }

  #startEdition(): void {
    this.#fields = new FieldCache((key) => this.#findText(key));
  }

  /** A text that was typed a moment ago may still be on its way, on another connection. */
  async #giveWord(command: Command): Promise<CommandAck> {
    if (this.#shared) await whenSent(this.#shared);
    return this.#around.command(command);
  }

  #add(area: 'options' | 'positions', write: (board: Outcomes, id: string) => void): string {
    const id = this.#around.newId();
    if (!this.#board) return id;
    write(this.#board, id);
    this.#around.remember({
      place: 'outcomes',
      did: 'added',
      stands: () => this.#stands(area, id) && this.#isUnwritten(area, id),
      takeBack: () => this.#board?.setRemoved(area, id, true),
    });
    return id;
  }

  /** Undefined stands for an entry that is not there. */
  #change<T extends object | string | null>(
    did: StepDone,
    read: () => T | undefined,
    write: (value: T) => void,
    value: T,
  ): void {
    const before = read();
    if (before === undefined || isSame(before, value)) return;
    write(value);
    this.#around.remember({
      place: 'outcomes',
      did,
      stands: () => isSame(read(), value),
      takeBack: () => write(before),
    });
  }

  #outcome(id: string): Outcome | undefined {
    return this.#board?.readOutcomes().find((outcome) => outcome.id === id);
  }

  #stands(area: RemovableArea, id: string): boolean {
    return this.#entries(area).some((entry) => entry.id === id);
  }

  #entries(area: RemovableArea): readonly { readonly id: string }[] {
    const board = this.#board;
    if (!board) return [];
    if (area === 'outcomes') return board.readOutcomes();
    return area === 'options' ? board.readOptions() : board.readPositions();
  }

  /** With words in it, it may be somebody else's by now. */
  #isUnwritten(area: 'options' | 'positions', id: string): boolean {
    const keys = area === 'options' ? (['title', 'good', 'bad'] as const) : (['text'] as const);
    return keys.every((key) => this.#findText(`${area} ${id} ${key}`)?.read() === '');
  }

  #findText(path: string): TextField | null {
    const [area, id, key] = path.split(' ') as [OutcomeArea, string, OutcomeFields[OutcomeArea]];
    return this.#board?.textOf(area, id, key) ?? null;
  }
}

function headlinesOf(board: Outcomes): Headline[] {
  return Object.entries(board.readHeadlines()).map(([id, text]) => ({ id: id as HeadlineId, text }));
}

function isSame(one: unknown, other: unknown): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}
