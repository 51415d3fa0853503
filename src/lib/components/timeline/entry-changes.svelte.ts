/** What is typed for one entry and not taken yet. Where nothing is typed the entry is shown, which others may change. */
import type { TimelineEntry } from '#domain/board/timeline.ts';
import { timelineUntil } from '#domain/board/schema.ts';
import { readWebAddress } from '#domain/board/web-address.ts';
import type { TimelineView } from '$lib/room/timeline-view.svelte.ts';
import { typedMoment } from '$lib/text/moments.ts';
import { completedAddress } from '$lib/text/typed-address.ts';
import { shownZone } from './shown-zone.svelte.ts';
import { readTypedTime } from './typed-time.ts';

export class EntryChanges {
  readonly #entry: () => TimelineEntry;
  readonly #timeline: Pick<TimelineView, 'setAt' | 'setSource'>;
  #time = $state<string | null>(null);
  #link = $state<string | null>(null);
  #isTimeWrong = $state(false);
  #isLinkWrong = $state(false);

  constructor(entry: () => TimelineEntry, timeline: Pick<TimelineView, 'setAt' | 'setSource'>) {
    this.#entry = entry;
    this.#timeline = timeline;
  }

  get time(): string {
    return this.#time ?? typedMoment(this.#entry().at, shownZone.current);
  }

  set time(typed: string) {
    this.#time = typed;
  }

  get link(): string {
    return this.#link ?? this.#entry().source ?? '';
  }

  set link(typed: string) {
    this.#link = typed;
  }

  /** As it was last tried to be taken. */
  get isTimeWrong(): boolean {
    return this.#isTimeWrong;
  }

  get isLinkWrong(): boolean {
    return this.#isLinkWrong;
  }

  /** False where something is no time or no link; it stays as typed. */
  take(): boolean {
    const [isTime, isLink] = [this.#takeTime(), this.#takeLink()];
    return isTime && isLink;
  }

  drop(): void {
    this.#time = this.#link = null;
  }

  /** On the entry's own day, where none is typed. */
  #takeTime(): boolean {
    const { id, at: before } = this.#entry();
    const frame = { zone: shownZone.current, after: before, day: null, now: Date.now() };
    const read = this.#time === null ? null : readTypedTime(this.#time, frame);
    const at = read?.rest === '' && read.at <= timelineUntil ? read.at : null;
    this.#isTimeWrong = this.#time !== null && at === null;
    if (this.#isTimeWrong) return false;
    if (at !== null) this.#timeline.setAt(id, at);
    this.#time = null;
    return true;
  }

  #takeLink(): boolean {
    const typed = completedAddress(this.#link ?? '');
    const source = readWebAddress(typed);
    this.#isLinkWrong = typed !== '' && source === null;
    if (this.#isLinkWrong) return false;
    if (this.#link !== null) this.#timeline.setSource(this.#entry().id, source);
    this.#link = null;
    return true;
  }
}
