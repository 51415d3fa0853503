/** What one person does on the screen of topics: select, group, move, merge; each said aloud and taken back by one click. */
import { createContext, tick } from 'svelte';
import type { Topic } from '#domain/board/topic.ts';
import type { NoteId, TopicId } from '#protocol/ids.ts';
import type { RoomView } from '$lib/room/room-view.svelte.ts';
import type { TopicStep } from '$lib/room/topics-view.svelte.ts';
import { group as words } from '$lib/text/group.ts';
import { ui } from '$lib/text/ui.ts';
import { announce } from '$lib/ui/announcer.svelte.ts';
import { showToast } from '$lib/ui/toasts.svelte.ts';
import { Dragging } from './dragging.svelte.ts';
import { focusNote, focusTitle, keepsKeyboard } from './focus-place.ts';
import { groupingTime, mayGroupAt, type GroupingTime } from './may-group.ts';
import { moversOf } from './movers.ts';
import { Roving } from './roving.svelte.ts';
import { Selection } from './selection.svelte.ts';
import { groupsOf, singleNotesOf } from './shown-topics.ts';

/** One step, or several in one. */
type Undoable = Pick<TopicStep, 'isEmpty' | 'stands' | 'takeBack'>;

export class Grouping {
  readonly selection = new Selection();
  readonly roving = new Roving();
  readonly dragging: Dragging;
  readonly #room: RoomView;
  /** What was shown when a drag began: nothing may slip away under somebody's hand. */
  #still = $state.raw<readonly Topic[] | null>(null);
  readonly #groups = $derived.by(() => groupsOf(this.#shown));
  readonly #singles = $derived.by(() => singleNotesOf(this.#shown));
  readonly #order = $derived.by(() =>
    [...this.#singles, ...this.#groups.flatMap(({ notes }) => notes)].map(({ id }) => id),
  );

  readonly #movers = $derived.by(() => moversOf(this.#room.presence, this.#room.stage, this.#room.me?.seat));

  constructor(room: RoomView) {
    this.#room = room;
    this.dragging = new Dragging(room, this);
  }

  get mayGroup(): boolean {
    return this.#room.mayWrite && mayGroupAt(this.time, this.#room.role);
  }

  get time(): GroupingTime {
    return this.#room.stage ? groupingTime(this.#room.stage) : 'now';
  }

  get groups(): readonly Topic[] {
    return this.#groups;
  }

  get singles() {
    return this.#singles;
  }

  /** All notes in the order of the screen. */
  get order(): readonly NoteId[] {
    return this.#order;
  }

  get chosen(): readonly NoteId[] {
    return this.selection.in(this.#order);
  }

  nameOf(topic: Topic): string {
    return topic.name === '' ? words.unnamed : topic.name;
  }

  /** The name of somebody else who is moving this note right now. */
  moverOf(note: NoteId): string | null {
    return this.#movers.get(note) ?? null;
  }

  /** All that are selected where this one is among them; it alone otherwise. */
  withOthers(note: NoteId): readonly NoteId[] {
    return this.selection.has(note) ? this.chosen : [note];
  }

  /** Those that join a topic some of them are in, if there is just one; a new topic otherwise. */
  group(notes: readonly NoteId[] = this.chosen): void {
    const homes = this.#groups.filter((topic) => topic.notes.some(({ id }) => notes.includes(id)));
    const [home] = homes;
    const isWhole = notes.every((note) => home?.notes.some(({ id }) => id === note));
    if (home && homes.length === 1 && !isWhole) this.moveTo(home, notes);
    else this.newTopic(notes);
  }

  /** Goes on to its name. */
  newTopic(notes: readonly NoteId[] = this.chosen): void {
    const topic = this.#make(notes, words.grouped);
    if (topic !== null) void tick().then(() => focusTitle(topic));
  }

  acceptSuggestion(notes: readonly NoteId[]): void {
    this.#make(notes, words.accepted);
  }

  acceptSuggestions(groups: readonly (readonly NoteId[])[]): void {
    const step = this.#room.topics.groupEach(groups);
    this.selection.clear();
    if (step.isEmpty) showToast({ words: words.full });
    else this.#offerUndo(step, words.acceptedAll(groups.flat().length, groups.length));
  }

  moveTo(topic: Topic, notes: readonly NoteId[] = this.chosen): void {
    if (notes.length === 0) return announce(words.nothingSelected);
    this.#keepFocus(notes, () => {
      const step = this.#room.topics.moveNotes(notes, topic.id);
      this.#offerUndo(step, words.moved(notes.length, this.nameOf(topic)));
    });
  }

  /** Onto a note that nobody grouped, which makes a topic of all. */
  moveOnto(single: NoteId, notes: readonly NoteId[]): void {
    if (notes.some((note) => note !== single))
      this.newTopic([single, ...notes.filter((note) => note !== single)]);
  }

  takeOut(notes: readonly NoteId[] = this.chosen): void {
    const grouped = notes.filter((note) => this.isGrouped(note));
    if (grouped.length === 0) return announce(words.nothingSelected);
    this.#keepFocus(grouped, () =>
      this.#offerUndo(this.#room.topics.takeOut(grouped), words.tookOut(grouped.length)),
    );
  }

  isGrouped(note: NoteId): boolean {
    return !this.#singles.some(({ id }) => id === note);
  }

  merge(from: Topic, into: Topic): void {
    const step = this.#room.topics.merge(from.id, into.id);
    this.#offerUndo(step, words.merged(this.nameOf(from), this.nameOf(into)));
    if (keepsKeyboard()) void tick().then(() => focusTitle(into.id));
  }

  unmerge(topic: Topic): void {
    const steps = topic.merged.map((part) => this.#room.topics.unmerge(part));
    this.#offerUndo(all(steps), words.unmerged(this.nameOf(topic)));
  }

  ungroup(topic: Topic): void {
    const say = topic.notes.length === 0 ? words.removed : words.ungroupedOne;
    const step = this.#room.topics.ungroup([topic.id]);
    this.#keepFocus(
      topic.notes.map(({ id }) => id),
      () => this.#offerUndo(step, say(this.nameOf(topic))),
    );
  }

  /** The button that asked for it goes. */
  ungroupAll(): void {
    const [first] = this.#groups.flatMap(({ notes }) => notes);
    const step = this.#room.topics.ungroup(this.#groups.map(({ id }) => id));
    this.#offerUndo(step, words.ungroupedAll);
    void tick().then(() => {
      if (first && keepsKeyboard()) focusNote(first.id);
    });
  }

  /** What moves when this one is grabbed. */
  grab(note: NoteId): readonly NoteId[] {
    this.#still = this.#room.topics.withBlank;
    return this.withOthers(note);
  }

  letGo(): void {
    this.#still = null;
  }

  #make(notes: readonly NoteId[], say: (count: number) => string): TopicId | null {
    if (notes.length === 0) return null;
    const made = this.#room.topics.group(notes);
    if (made) this.#offerUndo(made.step, say(notes.length));
    else showToast({ words: words.full });
    this.selection.clear();
    return made?.topic ?? null;
  }

  get #shown(): readonly Topic[] {
    return this.#still ?? this.#room.topics.withBlank;
  }

  /** Notes change their place in the page as they change their topic, and the focus would be lost on the way. */
  #keepFocus(notes: readonly NoteId[], change: () => void): void {
    const [first] = notes;
    const isByKeyboard = keepsKeyboard();
    change();
    this.selection.clear();
    if (first !== undefined && isByKeyboard) void tick().then(() => focusNote(first));
  }

  #offerUndo(step: Undoable, said: string): void {
    if (step.isEmpty) return;
    const undo = () => {
      if (step.stands()) step.takeBack();
      announce(words.undone);
    };
    showToast({ words: said, action: { label: ui.undo, run: undo } });
  }
}

function all(steps: readonly TopicStep[]): Undoable {
  return {
    isEmpty: steps.every(({ isEmpty }) => isEmpty),
    stands: () => steps.some((step) => step.stands()),
    takeBack: () => [...steps].reverse().forEach((step) => step.takeBack()),
  };
}

export const [getGrouping, setGrouping] = createContext<Grouping>();
