/** From a note to the topic it counts for: through its membership, then through every merge from there. */
import type { NoteId, TopicId } from '#protocol/ids.ts';

/** A topic as it stands on the board, removed ones too. */
export interface TopicEntry {
  readonly id: TopicId;
  readonly title: string;
  readonly minutes: string;
  /** Empty where it stands for itself. */
  readonly mergedInto: TopicId;
  readonly order: number;
  readonly removed: boolean;
  /** Nobody named it, wrote about it or chose how it leaves. */
  readonly isWordless: boolean;
  /** What was said about it was written down, or how it leaves was chosen. */
  readonly isTalkedAbout: boolean;
}

export class TopicPaths {
  readonly #topics: ReadonlyMap<TopicId, TopicEntry>;
  readonly #homes: ReadonlyMap<NoteId, TopicId>;
  /** Topics that at least one note counts for, or passes on its way. */
  readonly #inhabited = new Set<TopicId>();
  readonly #roots = new Map<TopicId, TopicId>();

  constructor(
    topics: readonly TopicEntry[],
    membership: ReadonlyMap<NoteId, string>,
    notes: readonly { readonly id: NoteId }[],
  ) {
    this.#topics = new Map(topics.map((topic) => [topic.id, topic]));
    this.#homes = new Map(
      notes.flatMap(({ id }) => {
        const home = this.#homeIn(id, membership);
        return home === null ? [] : [[id, home]];
      }),
    );
    for (const home of this.#homes.values()) this.#inhabit(home);
    for (const { id } of topics) this.#follow(id);
  }

  /** Null for a note that is in no topic. */
  topicOf(note: NoteId): TopicId | null {
    const home = this.#homes.get(note);
    return home === undefined ? null : this.rootOf(home);
  }

  /** The topic that this one counts as: itself, unless it was merged. */
  rootOf(topic: TopicId): TopicId {
    return this.#roots.get(topic) ?? topic;
  }

  /** Whether a note counts for this topic or passes it. */
  isInhabited(topic: TopicId): boolean {
    return this.#inhabited.has(topic);
  }

  /** A note outside all topics is in the one that was made of it, where there is one. */
  #homeIn(note: NoteId, membership: ReadonlyMap<NoteId, string>): TopicId | null {
    const named = membership.get(note) ?? '';
    if (this.#topics.has(named)) return named;
    return this.#topics.has(note) ? note : null;
  }

  #inhabit(home: TopicId): void {
    for (let at: TopicId | null = home; at !== null && !this.#inhabited.has(at); at = this.#mergedInto(at)) {
      this.#inhabited.add(at);
    }
  }

  #mergedInto(topic: TopicId): TopicId | null {
    const named = this.#topics.get(topic)?.mergedInto ?? '';
    return this.#topics.has(named) ? named : null;
  }

  /** A topic made of one note follows that note while no other is in it, so that its votes and minutes do too. */
  #next(topic: TopicId): TopicId {
    const deserted = !this.#inhabited.has(topic);
    return this.#mergedInto(topic) ?? (deserted ? this.#homes.get(topic) : undefined) ?? topic;
  }

  /** In a circle the smallest id is the topic; one that stands for itself is a circle of one. */
  #follow(start: TopicId): void {
    const path: TopicId[] = [];
    let at = start;
    while (!this.#roots.has(at) && !path.includes(at)) {
      path.push(at);
      at = this.#next(at);
    }
    const circle = path.slice(path.includes(at) ? path.indexOf(at) : path.length);
    const root = this.#roots.get(at) ?? circle.reduce((smallest, id) => (id < smallest ? id : smallest), at);
    for (const id of path) this.#roots.set(id, root);
  }
}
