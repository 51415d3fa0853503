/** Topics as a page shows and changes them. What this tab does can be taken back, one intention at a time. */
import type { TextField } from '#domain/yjs/text-field.ts';
import { withoutBlank } from '#domain/board/topic-arrangement.ts';
import type { Topic } from '#domain/board/topic.ts';
import type { TopicChange, Topics } from '#domain/board/topics.ts';
import { gatheredNotes } from '#domain/stage/gathered-notes.ts';
import type { StageState } from '#domain/stage/state.ts';
import type { NoteId, TopicId } from '#protocol/ids.ts';
import type { BoardParts } from '#domain/board/parts.ts';
import type { BoardStep } from './board-undo.ts';
import type { BoardView } from './board-view.svelte.ts';
import { FieldCache } from './field-cache.ts';
import { LiveList } from './live-list.ts';
import type { SharedDocument } from './shared-document.ts';

interface Neighbours {
  readonly newId: () => string;
  readonly board: Pick<BoardView, 'notes' | 'remember'>;
  readonly stage: () => StageState | null;
}

/** A step that can be taken back alone, wherever it stands in the row. */
export interface TopicStep extends BoardStep {
  /** Whether anything was there to be done. */
  readonly isEmpty: boolean;
}

export class TopicsView {
  readonly #around: Neighbours;
  #shared = $state.raw<SharedDocument<BoardParts> | null>(null);
  #list = $state.raw<LiveList<Topic> | null>(null);
  /** Replaced with the document: fields of an earlier one are bound to nothing. */
  #fields = $state.raw(new FieldCache((key) => this.#findText(key)));

  constructor(around: Neighbours) {
    this.#around = around;
  }

  /** Topics in the order of the board, then the notes that nobody grouped, each as a topic of its own. */
  get all(): readonly Topic[] {
    return withoutBlank(this.withBlank);
  }

  /** Those in which nothing is yet, or any more, too: for whoever groups. */
  get withBlank(): readonly Topic[] {
    return this.#list?.current ?? [];
  }

  /** Whether another topic would be refused; removed ones count too. */
  get isFull(): boolean {
    this.#list?.follow();
    return this.#topics?.isFull() ?? false;
  }

  /** The same object for the same text; null for a note that is no topic yet. */
  titleOf(topic: TopicId): TextField | null {
    return this.#fields.get(`title ${topic}`);
  }

  minutesOf(topic: TopicId): TextField | null {
    return this.#fields.get(`minutes ${topic}`);
  }

  /** A new topic of these notes; returns its id, or null where there would be too many. */
  group(notes: readonly NoteId[], title = ''): { readonly topic: TopicId; readonly step: TopicStep } | null {
    const topic = this.#around.newId();
    const step = this.#do((topics) => topics.addTopic(topic, notes, title));
    return step.isEmpty ? null : { topic, step };
  }

  /** A new topic of each, in one step; an empty one where there would be too many. */
  groupEach(groups: readonly (readonly NoteId[])[]): TopicStep {
    const made = groups.map((notes) => ({ id: this.#around.newId(), notes }));
    return this.#do((topics) => topics.addTopics(made));
  }

  moveNotes(notes: readonly NoteId[], topic: TopicId): TopicStep {
    return this.#do((topics) => topics.moveNotes(notes, topic));
  }

  takeOut(notes: readonly NoteId[]): TopicStep {
    return this.#do((topics) => topics.takeOut(notes, this.#around.newId));
  }

  merge(from: TopicId, into: TopicId): TopicStep {
    return this.#do((topics) => topics.mergeTopics(from, into));
  }

  unmerge(topic: TopicId): TopicStep {
    return this.#do((topics) => topics.unmerge(topic));
  }

  /** Takes all notes out of the topics, and the topics away. */
  ungroup(topics: readonly TopicId[]): TopicStep {
    return this.#do((board) => board.ungroup(topics, this.#around.newId));
  }

  /** To be called once per document connection; returns its own stop. */
  show(shared: SharedDocument<BoardParts>): () => void {
    this.#shared = shared;
    this.#list = new LiveList(
      () => this.#read(shared),
      (listener) =>
        shared.watch(({ board, topics }) => {
          const stops = [topics.onChange(listener), board.onChange('notes', listener)];
          return () => stops.forEach((stop) => stop());
        }, listener),
      () => this.#around.stage()?.segments,
    );
    this.#startEdition();
    return shared.onSwap(() => this.#startEdition());
  }

  get #topics(): Topics | null {
    return this.#shared?.content.topics ?? null;
  }

  #read(shared: SharedDocument<BoardParts>): readonly Topic[] {
    const stage = this.#around.stage();
    return stage ? shared.content.topics.readTopics(gatheredNotes(stage, this.#around.board.notes)) : [];
  }

  #do(change: (topics: Topics) => TopicChange): TopicStep {
    const topics = this.#topics;
    const written = topics ? change(topics) : [];
    const step: TopicStep = {
      place: 'topics',
      did: 'grouping',
      isEmpty: written.length === 0,
      stands: () => topics?.stands(written) ?? false,
      takeBack: () => topics?.takeBack(written),
    };
    if (!step.isEmpty) this.#around.board.remember(step);
    return step;
  }

  #startEdition(): void {
    this.#fields = new FieldCache((key) => this.#findText(key));
  }

  #findText(path: string): TextField | null {
    const [key, topic = ''] = path.split(' ');
    return (key === 'title' ? this.#topics?.titleOf(topic) : this.#topics?.minutesOf(topic)) ?? null;
  }
}
