/**
 * Topics as people make them: notes are put into them and taken out, topics are merged and removed, and no entry is ever
 * deleted. Everything answers with what it wrote, which can be taken back.
 */
import type * as Y from 'yjs';
import type { NoteId, TopicId } from '#protocol/ids.ts';
import { limits } from '#protocol/limits.ts';
import { newText, textField, type TextField } from '../yjs/text-field.ts';
import { addEntry, addTextsTo, setFields } from '../yjs/write-entries.ts';
import type { BoardOrigin, Note } from './board.ts';
import { addOutcome } from './new-outcome.ts';
import { arrangeTopics } from './topic-arrangement.ts';
import { TopicReading } from './topic-reading.ts';
import { TopicRegisters, type RegisterWrite } from './topic-registers.ts';
import { outcomeTexts, type Topic } from './topic.ts';

/** One is some twenty structs, and another for each of its notes: the server takes `limits.updateStructs` in one update. */
const topicsPerUpdate = 50;

/** What one intention wrote. */
export type TopicChange = readonly RegisterWrite[];

export class Topics {
  readonly #doc: Y.Doc;
  readonly #origin: BoardOrigin;
  readonly #reading: TopicReading;
  readonly #registers: TopicRegisters;

  constructor(doc: Y.Doc, origin: BoardOrigin) {
    this.#doc = doc;
    this.#origin = origin;
    this.#reading = new TopicReading(doc);
    this.#registers = new TopicRegisters(doc, origin);
  }

  /** `notes` are those that can be grouped, in their order. Those in no topic follow the topics, each as one of its own. */
  readTopics(notes: readonly Note[]): Topic[] {
    return arrangeTopics(notes, this.#reading.entries(), this.#reading.membershipOf(notes));
  }

  /** With its outcome, and with every text of both: see the schema. Does nothing where another would be refused. */
  addTopic(id: TopicId, notes: readonly NoteId[], title = ''): TopicChange {
    if (this.isFull()) return [];
    return this.#together(() => {
      this.#addEntries(id, title);
      return [this.#registers.appeared(id), ...this.#move(notes, id)];
    });
  }

  /** One intention, in as many updates as it takes: all of them, or none where there would be too many. */
  addTopics(made: readonly { readonly id: TopicId; readonly notes: readonly NoteId[] }[]): TopicChange {
    if (!this.#hasSpaceFor(made.length)) return [];
    const written: RegisterWrite[] = [];
    for (let at = 0; at < made.length; at += topicsPerUpdate) {
      const some = made.slice(at, at + topicsPerUpdate);
      written.push(...this.#together(() => some.flatMap(({ id, notes }) => this.addTopic(id, notes))));
    }
    return written;
  }

  moveNotes(notes: readonly NoteId[], topic: TopicId): TopicChange {
    if (!this.#reading.has(topic)) return [];
    return this.#together(() => [...this.#registers.setRemoved(topic, false), ...this.#move(notes, topic)]);
  }

  /**
   * Out of every topic. A note that a topic was made of goes back to that one, or, where others are in it by now, to a
   * new one; `newId` names it.
   */
  takeOut(notes: readonly NoteId[], newId: () => TopicId): TopicChange {
    return this.#together(() => {
      const others = this.#reading.paths(new Set(notes));
      const isTaken = (note: NoteId) => this.#reading.has(note) && others.isInhabited(note);
      const free = notes.filter((note) => !isTaken(note));
      return [
        ...free.flatMap((note) => this.#registers.merge(note, '')),
        ...this.#move(free, ''),
        ...notes.filter(isTaken).flatMap((note) => this.addTopic(newId(), [note])),
      ];
    });
  }

  /** The notes and words of `from` count for `into` from now on. */
  mergeTopics(from: TopicId, into: TopicId): TopicChange {
    const paths = this.#reading.paths();
    const areThere = this.#reading.has(from) && this.#reading.has(into);
    if (!areThere || paths.rootOf(from) === paths.rootOf(into)) return [];
    return this.#together(() => [
      ...this.#registers.setRemoved(into, false),
      ...this.#registers.merge(from, into),
    ]);
  }

  /** Stands for itself again, with the notes and votes that were its own. */
  unmerge(topic: TopicId): TopicChange {
    const root = this.#reading.paths().rootOf(topic);
    if (root === topic) return [];
    return this.#together(() => {
      const own = this.#registers.merge(topic, '');
      // In a circle the other one counted as this one too.
      const isApart = this.#reading.paths().rootOf(root) !== topic;
      return isApart ? own : [...own, ...this.#registers.merge(root, '')];
    });
  }

  /** With all that was merged into it. A removed topic is gone only while no note is in it. */
  setRemoved(topic: TopicId, removed: boolean): TopicChange {
    const parts = this.#reading.partsOf([topic]);
    return this.#together(() => parts.flatMap((part) => this.#registers.setRemoved(part, removed)));
  }

  /** Takes all notes out and removes the topics. */
  ungroup(topics: readonly TopicId[], newId: () => TopicId): TopicChange {
    const paths = this.#reading.paths();
    const roots = new Set(topics.map((topic) => paths.rootOf(topic)));
    const notes = this.#reading.noteIds().filter((note) => roots.has(paths.topicOf(note) ?? ''));
    const parts = this.#reading.partsOf(topics).filter((part) => !notes.includes(part));
    return this.#together(() => [
      ...this.takeOut(notes, newId),
      ...parts.flatMap((part) => this.#registers.setRemoved(part, true)),
    ]);
  }

  /** Whether anything of it still stands as it was written. */
  stands(change: TopicChange): boolean {
    return change.some((write) => this.#registers.stands(write));
  }

  /** Only what nobody has written over since; a topic in which somebody wrote meanwhile stays. */
  takeBack(change: TopicChange): void {
    this.#doc.transact(() => {
      for (const write of [...change].reverse()) {
        const hides = write.register === 'removed' && write.before === true;
        if (!hides || this.#reading.isWordless(write.id)) this.#registers.takeBack(write);
      }
    }, this.#origin);
  }

  /** Null while the entry has not arrived, and for a note that is not grouped. */
  titleOf(topic: TopicId): TextField | null {
    return this.#field(topic, 'title');
  }

  minutesOf(topic: TopicId): TextField | null {
    return this.#field(topic, 'minutes');
  }

  /**
   * Server only: gives notes that nobody grouped a topic of their own, under the id of the note, so that it can be voted
   * on and talked about. Membership is left alone: somebody may be moving the note right now. Topics that stand get what
   * they were born without. False, and no topic is made, where there would be too many.
   */
  ensureTopics(notes: readonly { readonly id: NoteId; readonly title?: string }[]): boolean {
    const missing = notes.filter(({ id }) => !this.#reading.has(id));
    const hasSpace = this.#hasSpaceFor(missing.length);
    this.#doc.transact(() => {
      if (hasSpace) missing.forEach(({ id, title = '' }) => this.#addEntries(id, title));
      for (const { id } of notes) if (this.#reading.has(id)) this.#complete(id);
    }, this.#origin);
    return hasSpace;
  }

  /** Calls after every transaction that touched topics or what is in them; returns its own stop. */
  onChange(listener: () => void): () => void {
    const roots = [this.#reading.root('topics'), this.#reading.root('membership')];
    for (const root of roots) root.observeDeep(listener);
    return () => roots.forEach((root) => root.unobserveDeep(listener));
  }

  /** Whether another topic would be refused: every one there ever was counts, removed ones too. */
  isFull(): boolean {
    return !this.#hasSpaceFor(1);
  }

  #hasSpaceFor(more: number): boolean {
    const [topics, outcomes] = [this.#reading.root('topics'), this.#reading.root('outcomes')];
    return topics.size + more <= limits.boardTopics && outcomes.size + more <= limits.boardEntries;
  }

  #addEntries(id: TopicId, title: string): void {
    addEntry(this.#reading.root('topics'), this.#origin, id, (entry) => {
      entry.set('title', newText(title));
      entry.set('minutes', newText(''));
    });
    addOutcome(this.#reading.root('outcomes'), this.#origin, id, { topic: id });
  }

  /** Entries that somebody wrote by hand may lack texts, or an outcome that is theirs. */
  #complete(id: TopicId): void {
    const outcomes = this.#reading.root('outcomes');
    addTextsTo(this.#reading.root('topics'), this.#origin, id, ['title', 'minutes']);
    addOutcome(outcomes, this.#origin, id, { topic: id });
    addTextsTo(outcomes, this.#origin, id, outcomeTexts);
    setFields(outcomes, this.#origin, id, { topic: id });
  }

  /** Topics that are left without a note and without a word go with the notes. */
  #move(notes: readonly NoteId[], topic: TopicId): RegisterWrite[] {
    const left = this.#topicsOf(notes);
    const moves = notes.flatMap((note) => this.#registers.move(note, topic));
    const paths = this.#reading.paths();
    const deserted = left.filter(
      (id) => id !== topic && !paths.isInhabited(id) && this.#reading.isWordless(id),
    );
    return [...moves, ...deserted.flatMap((id) => this.#registers.setRemoved(id, true))];
  }

  /** With what is merged into them; without those that follow their own note. */
  #topicsOf(notes: readonly NoteId[]): TopicId[] {
    const paths = this.#reading.paths();
    const roots = notes.flatMap((note) => paths.topicOf(note) ?? []);
    return this.#reading.partsOf(roots).filter((id) => !this.#reading.root('notes').has(id));
  }

  #field(topic: TopicId, key: 'title' | 'minutes'): TextField | null {
    const words = this.#reading.textOf(topic, key);
    return words && textField(words, this.#origin);
  }

  #together(write: () => TopicChange): TopicChange {
    return this.#doc.transact(write, this.#origin);
  }
}
