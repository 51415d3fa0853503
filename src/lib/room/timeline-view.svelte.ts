/** What happened when, as a page shows it. Entries that did not change stay the same objects. */
import type { Timeline, TimelineEntry } from '#domain/board/timeline.ts';
import type { TextField } from '#domain/yjs/text-field.ts';
import type { BoardParts } from '#domain/board/parts.ts';
import type { BoardStep } from './board-undo.ts';
import { FieldCache } from './field-cache.ts';
import { LiveList } from './live-list.ts';
import type { SharedDocument } from './shared-document.ts';

export type NewEntry = Omit<TimelineEntry, 'id'>;
type Move = Pick<TimelineEntry, 'id' | 'at'>;

interface Neighbours {
  readonly newId: () => string;
  /** Steps stand in one row with those of the rest of the board. */
  readonly remember: (step: BoardStep) => void;
}

export class TimelineView {
  readonly #around: Neighbours;
  #shared = $state.raw<SharedDocument<BoardParts> | null>(null);
  #entries = $state.raw<LiveList<TimelineEntry> | null>(null);
  /** Replaced with the document: fields of an earlier one are bound to nothing. */
  #fields = $state.raw(new FieldCache((id) => this.#timeline?.whatOf(id) ?? null));

  constructor(around: Neighbours) {
    this.#around = around;
  }

  /** In the order of time. */
  get entries(): readonly TimelineEntry[] {
    return this.#entries?.current ?? [];
  }

  /** How many more it takes; removed ones count too. */
  get space(): number {
    this.#entries?.follow();
    return this.#timeline?.space() ?? 0;
  }

  /** What happened; the same object for the same entry, null while it has not arrived. */
  whatOf(id: string): TextField | null {
    return this.#fields.get(id);
  }

  /** All of them as one step. Those for which there is no space are left out; returns the ids of the others. */
  add(entries: readonly NewEntry[]): string[] {
    const timeline = this.#timeline;
    if (!timeline) return [];
    const added = entries.slice(0, timeline.space()).map((entry) => ({ id: this.#around.newId(), ...entry }));
    timeline.together(() => {
      for (const { id, ...entry } of added) timeline.add(id, entry);
    });
    const ids = added.map(({ id }) => id);
    this.#around.remember({
      place: 'timeline',
      did: 'entries',
      stands: () => added.every((entry) => this.#find(entry.id)?.what === entry.what),
      takeBack: () => this.#setRemoved(ids, true),
    });
    return ids;
  }

  setAt(id: string, at: number): void {
    const before = this.#find(id)?.at;
    if (before === undefined || before === at) return;
    this.#timeline?.setAt(id, at);
    this.#around.remember({
      place: 'timeline',
      did: 'moment',
      stands: () => this.#find(id)?.at === at,
      takeBack: () => this.#timeline?.setAt(id, before),
    });
  }

  /** All of them as one step. */
  move(moves: readonly Move[]): void {
    const before = moves.flatMap(({ id, at }) => {
      const was = this.#find(id)?.at;
      return was === undefined || was === at ? [] : [{ id, was, at }];
    });
    if (before.length === 0) return;
    const write = (to: 'was' | 'at') =>
      this.#timeline?.together(() => before.forEach((one) => this.#timeline?.setAt(one.id, one[to])));
    write('at');
    this.#around.remember({
      place: 'timeline',
      did: 'moments',
      stands: () => before.every(({ id, at }) => this.#find(id)?.at === at),
      takeBack: () => write('was'),
    });
  }

  /** Null for none; anything but http and https is read as none. */
  setSource(id: string, source: string | null): void {
    const before = this.#find(id)?.source;
    if (before === undefined || before === source) return;
    this.#timeline?.setSource(id, source);
    this.#around.remember({
      place: 'timeline',
      did: 'source',
      stands: () => this.#find(id)?.source === source,
      takeBack: () => this.#timeline?.setSource(id, before),
    });
  }

  remove(id: string): void {
    if (!this.#find(id)) return;
    this.#setRemoved([id], true);
    this.#around.remember({
      place: 'timeline',
      did: 'entry-gone',
      stands: () => !this.#find(id),
      takeBack: () => this.#setRemoved([id], false),
    });
  }

  /** To be called once per document connection; returns its own stop. */
  show(shared: SharedDocument<BoardParts>): () => void {
    this.#shared = shared;
    this.#entries = new LiveList(
      () => shared.content.timeline.readTimeline(),
      (listener) => shared.watch(({ timeline }) => timeline.onChange(listener), listener),
    );
    this.#startEdition();
    return shared.onSwap(() => this.#startEdition());
  }

  get #timeline(): Timeline | null {
    return this.#shared?.content.timeline ?? null;
  }

  #startEdition(): void {
    this.#fields = new FieldCache((id) => this.#timeline?.whatOf(id) ?? null);
  }

  #find(id: string): TimelineEntry | undefined {
    return this.#timeline?.readTimeline().find((entry) => entry.id === id);
  }

  #setRemoved(ids: readonly string[], removed: boolean): void {
    const timeline = this.#timeline;
    timeline?.together(() => ids.forEach((id) => timeline.setRemoved(id, removed)));
  }
}
