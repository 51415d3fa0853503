/** What stands in the board document about topics, before anybody arranges it. */
import type * as Y from 'yjs';
import type { NoteId, TopicId } from '#protocol/ids.ts';
import { entryOf, flagAt, numberAt, stringAt, textAt, wordsAt, type Entries } from '../yjs/entries.ts';
import { boardRoots } from './schema.ts';
import { TopicPaths, type TopicEntry } from './topic-paths.ts';

export class TopicReading {
  readonly #doc: Y.Doc;

  constructor(doc: Y.Doc) {
    this.#doc = doc;
  }

  /** Removed ones too. */
  entries(): TopicEntry[] {
    const topics = this.root('topics');
    return [...topics.keys()].flatMap((id) => {
      const entry = entryOf(topics, id);
      if (!entry) return [];
      return {
        id,
        title: wordsAt(entry, 'title'),
        minutes: wordsAt(entry, 'minutes'),
        mergedInto: stringAt(entry, 'mergedInto'),
        order: numberAt(entry, 'order'),
        removed: flagAt(entry, 'removed'),
        isWordless: this.isWordless(id),
        isTalkedAbout: this.#isTalkedAbout(id),
      };
    });
  }

  /** For each of the notes the topic it was put into; empty for none. */
  membershipOf(notes: readonly { readonly id: NoteId }[]): ReadonlyMap<NoteId, string> {
    const membership = this.root('membership');
    const topicIn = (value: unknown) => (typeof value === 'string' ? value : '');
    return new Map(notes.map(({ id }) => [id, topicIn(membership.get(id))]));
  }

  /** As if the notes in `without` were not there. */
  paths(without: ReadonlySet<NoteId> = new Set()): TopicPaths {
    const notes = this.noteIds().flatMap((id) => (without.has(id) ? [] : { id }));
    return new TopicPaths(this.entries(), this.membershipOf(notes), notes);
  }

  /** Withdrawn ones are in no topic. */
  noteIds(): NoteId[] {
    const notes = this.root('notes');
    return [...notes.keys()].filter((id) => {
      const entry = entryOf(notes, id);
      return entry !== null && !flagAt(entry, 'removed');
    });
  }

  /** The topics that count as one with any of these. */
  partsOf(topics: readonly TopicId[]): TopicId[] {
    const paths = this.paths();
    const roots = new Set(topics.map((topic) => paths.rootOf(topic)));
    return [...this.root('topics').keys()].filter((id) => roots.has(paths.rootOf(id)));
  }

  has(topic: TopicId): boolean {
    return entryOf(this.root('topics'), topic) !== null;
  }

  /** Nobody named it, wrote about it or chose how it leaves. */
  isWordless(topic: TopicId): boolean {
    return this.#wordsOf(topic, 'title') === '' && !this.#isTalkedAbout(topic);
  }

  #isTalkedAbout(topic: TopicId): boolean {
    const outcome = entryOf(this.root('outcomes'), topic);
    const hasOutcome = outcome !== null && !flagAt(outcome, 'removed') && stringAt(outcome, 'kind') !== '';
    return hasOutcome || this.#wordsOf(topic, 'minutes') !== '';
  }

  #wordsOf(topic: TopicId, key: 'title' | 'minutes'): string {
    return this.textOf(topic, key)?.toString().trim() ?? '';
  }

  textOf(topic: TopicId, key: 'title' | 'minutes'): Y.Text | null {
    const entry = entryOf(this.root('topics'), topic);
    return entry && textAt(entry, key);
  }

  root(root: 'notes' | 'topics' | 'membership' | 'outcomes'): Entries {
    return this.#doc.getMap(boardRoots[root]);
  }
}
