/** How topics leave: outcomes, what was considered, who stands where, and the three lines for others. */
import type * as Y from 'yjs';
import { limits } from '#protocol/limits.ts';
import {
  entryOf,
  numberAt,
  readEntries,
  stringAt,
  textAt,
  wordsAt,
  type Entries,
  type Entry,
} from '../yjs/entries.ts';
import { newText, textField, type TextField } from '../yjs/text-field.ts';
import { addEntry, setFields } from '../yjs/write-entries.ts';
import { readDue, type BoardOrigin } from './board.ts';
import { readOwner, writeOwner, type Owner } from './owner.ts';
import { boardRoots } from './schema.ts';
import {
  decisionStatuses,
  headlineIds,
  outcomeDays,
  outcomeKinds,
  outcomeTexts,
  type DecisionStatus,
  type Headlines,
  type Option,
  type Outcome,
  type OutcomeDay,
  type OutcomeKind,
  type OutcomeText,
  type Position,
} from './topic.ts';

/** Where shared texts stand, and under which keys. */
export interface OutcomeFields {
  readonly outcomes: OutcomeText;
  readonly options: 'title' | 'good' | 'bad';
  readonly positions: 'text';
  readonly actions: 'title' | 'check' | 'toSelf' | 'toTeammate';
  readonly headlines: 'text';
}
export type OutcomeArea = keyof OutcomeFields;
export type RemovableArea = 'outcomes' | 'options' | 'positions';

export class Outcomes {
  readonly #doc: Y.Doc;
  readonly #origin: BoardOrigin;

  constructor(doc: Y.Doc, origin: BoardOrigin) {
    this.#doc = doc;
    this.#origin = origin;
  }

  /** Every one that is not removed, those that nobody has chosen a kind for too. */
  readOutcomes(): Outcome[] {
    return readEntries(this.#root('outcomes'), readOutcome);
  }

  readOptions(): Option[] {
    return readEntries(this.#root('options'), (id, entry) => ({
      id,
      outcome: stringAt(entry, 'outcome'),
      title: wordsAt(entry, 'title'),
      good: wordsAt(entry, 'good'),
      bad: wordsAt(entry, 'bad'),
      order: numberAt(entry, 'order'),
    }));
  }

  readPositions(): Position[] {
    return readEntries(this.#root('positions'), (id, entry) => ({
      id,
      outcome: stringAt(entry, 'outcome'),
      holder: readOwner(stringAt(entry, 'holder')),
      text: wordsAt(entry, 'text'),
      order: numberAt(entry, 'order'),
    }));
  }

  readHeadlines(): Headlines {
    const lineOf = (id: string) => {
      const entry = entryOf(this.#root('headlines'), id);
      return entry ? wordsAt(entry, 'text') : '';
    };
    const [users, cost, need] = headlineIds;
    return { [users]: lineOf(users), [cost]: lineOf(cost), [need]: lineOf(need) };
  }

  /** Calls after every transaction that touched the area, own or others'; returns its own stop. */
  onChange(area: OutcomeArea, listener: () => void): () => void {
    const root = this.#root(area);
    root.observeDeep(listener);
    return () => root.unobserveDeep(listener);
  }

  /** Null takes the choice back; what was written stays for every kind. Brings a removed one back. */
  setKind(outcome: string, kind: OutcomeKind | null): void {
    this.#set('outcomes', outcome, { kind: kind ?? '', removed: false });
  }

  /** `date` is YYYY-MM-DD or null. */
  setDay(outcome: string, day: OutcomeDay, date: string | null): void {
    this.#set('outcomes', outcome, { [day]: date ?? '' });
  }

  setOwner(outcome: string, owner: Owner | null): void {
    this.#set('outcomes', outcome, { owner: writeOwner(owner) });
  }

  setStatus(outcome: string, status: DecisionStatus): void {
    this.#set('outcomes', outcome, { status });
  }

  /** `by` is another outcome, or null while nobody has said which. */
  setSupersededBy(outcome: string, by: string | null): void {
    this.#set('outcomes', outcome, { supersededBy: by ?? '' });
  }

  addOption(id: string, outcome: string): void {
    this.#add('options', id, (entry) => {
      entry.set('outcome', outcome);
      for (const key of ['title', 'good', 'bad']) entry.set(key, newText(''));
    });
  }

  addPosition(id: string, outcome: string, holder: Owner | null = null): void {
    this.#add('positions', id, (entry) => {
      entry.set('outcome', outcome);
      entry.set('holder', writeOwner(holder));
      entry.set('text', newText(''));
    });
  }

  setHolder(position: string, holder: Owner | null): void {
    this.#set('positions', position, { holder: writeOwner(holder) });
  }

  /** Nothing that holds text is deleted: removing is a flag, and undo clears it. */
  setRemoved(area: RemovableArea, id: string, removed: boolean): void {
    this.#set(area, id, { removed });
  }

  /** Null while the entry has not arrived. */
  textOf<Area extends OutcomeArea>(area: Area, id: string, key: OutcomeFields[Area]): TextField | null {
    const entry = entryOf(this.#root(area), id);
    const words = entry && textAt(entry, key);
    return words && textField(words, this.#origin);
  }

  /** Server only, once, when the room is made: everybody then writes in the same texts. */
  addHeadlines(): void {
    this.#doc.transact(() => {
      for (const id of headlineIds) this.#add('headlines', id, (entry) => entry.set('text', newText('')));
    }, this.#origin);
  }

  /** Whether another entry would be refused: every one there ever was counts, removed ones too. */
  isFull(area: 'options' | 'positions'): boolean {
    return this.#root(area).size >= limits.boardEntries;
  }

  #root(area: OutcomeArea): Entries {
    return this.#doc.getMap(boardRoots[area]);
  }

  #add(area: OutcomeArea, id: string, fill: (entry: Entry) => void): void {
    addEntry(this.#root(area), this.#origin, id, fill);
  }

  #set(area: OutcomeArea, id: string, fields: Readonly<Record<string, string | boolean>>): void {
    setFields(this.#root(area), this.#origin, id, fields);
  }
}

function readOutcome(id: string, entry: Entry): Outcome {
  const texts = Object.fromEntries(outcomeTexts.map((key) => [key, wordsAt(entry, key)]));
  const days = Object.fromEntries(outcomeDays.map((key) => [key, readDue(stringAt(entry, key))]));
  const supersededBy = stringAt(entry, 'supersededBy');
  return {
    ...(texts as Record<OutcomeText, string>),
    ...(days as Record<OutcomeDay, string | null>),
    id,
    topic: stringAt(entry, 'topic') || null,
    kind: oneOf(outcomeKinds, stringAt(entry, 'kind')) ?? null,
    owner: readOwner(stringAt(entry, 'owner')),
    status: oneOf(decisionStatuses, stringAt(entry, 'status')) ?? 'accepted',
    supersededBy: supersededBy === '' || supersededBy === id ? null : supersededBy,
    order: numberAt(entry, 'order'),
  };
}

function oneOf<T extends string>(all: readonly T[], value: string): T | undefined {
  return all.find((one) => one === value);
}
