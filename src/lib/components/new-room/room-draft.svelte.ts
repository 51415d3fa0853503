/** A room that somebody is about to make: what they have entered, what is wrong with it, and making it. */
import { tenthOf } from '#domain/agenda/free-minutes.ts';
import type { AgendaDraft } from '#protocol/agenda.ts';
import type { ErrorCode } from '#protocol/errors.ts';
import type { FormatId } from '#protocol/http.ts';
import type { RoomId } from '#protocol/ids.ts';
import { limits } from '#protocol/limits.ts';
import { lastName, rememberName } from '$lib/components/people/last-name.ts';
import { createRoom } from '$lib/room/create-room.ts';
import { landing } from '$lib/text/landing.ts';

interface Usual {
  /** What the fields hold until somebody types something else. */
  readonly title?: () => string;
  readonly minutes?: () => number;
  readonly format?: FormatId;
}

/** An agenda of one's own to make the room of. */
export interface Plan {
  /** Of all of it as it stands. */
  readonly minutes: number;
  /** For so many minutes in all, of which so many are free; null where it does not fit. */
  readonly fit: (minutes: number, free: number) => AgendaDraft | null;
}

export class RoomDraft {
  format = $state<FormatId>('heart-heat');
  people = $state<number | null>(8);
  name = $state(lastName());
  named = $state(false);
  keepsFree = $state(false);
  checked = $state(false);
  starting = $state(false);
  refused = $state.raw<ErrorCode | null>(null);
  readonly #usual: Usual;
  #plan = $state.raw<Plan | null>(null);
  #title = $state<string>();
  #minutes = $state<number | null>();

  constructor(usual: Usual = {}) {
    this.#usual = usual;
    this.format = usual.format ?? 'heart-heat';
  }

  get title(): string {
    return this.#title ?? this.#usual.title?.() ?? '';
  }

  set title(title: string) {
    this.#title = title;
  }

  /** Null while the field holds no number. */
  get minutes(): number | null {
    return this.#minutes === undefined ? (this.#usual.minutes?.() ?? 60) : this.#minutes;
  }

  set minutes(minutes: number | null) {
    this.#minutes = minutes;
  }

  /** Of the minutes; 0 while those are no number. */
  get free(): number {
    return this.keepsFree ? tenthOf(this.minutes ?? 0) : 0;
  }

  /** Instead of the format. It brings its minutes, as far as a meeting may take them. */
  set plan(plan: Plan | null) {
    this.#plan = plan;
    if (plan) this.#minutes = Math.min(limits.minutesMax, Math.max(limits.minutesMin, plan.minutes));
  }

  get hasTitle(): boolean {
    return this.title.trim() !== '';
  }

  get titleError(): string | null {
    return this.checked && !this.hasTitle ? landing.titleMissing : null;
  }

  get timeError(): string | null {
    const { minutes } = this;
    if (!within(minutes, limits.minutesMin, limits.minutesMax)) return landing.timeWrong;
    return this.#plan && !this.#plan.fit(minutes, this.free) ? landing.fitsNot : null;
  }

  get peopleError(): string | null {
    return within(this.people, 1, limits.peopleMax) ? null : landing.peopleWrong;
  }

  /** With `agenda` instead of the format. Null where something is wrong, or it was refused. */
  async make(agenda: AgendaDraft | null): Promise<RoomId | null> {
    const { minutes, people, name, named, format } = this;
    this.checked = true;
    if (this.starting || !this.hasTitle || minutes === null || people === null) return null;
    if (this.timeError || this.peopleError) return null;
    this.starting = true;
    const planned = agenda ?? this.#plan?.fit(minutes, this.free);
    const given = name.trim();
    const made = await createRoom({
      ...{ title: this.title.trim(), format, minutes, people, named },
      ...(given ? { name: given } : {}),
      ...(planned ? { agenda: planned } : { buffer: this.free }),
    });
    this.starting = false;
    this.refused = made.ok ? null : made.code;
    if (!made.ok) return null;
    rememberName(given);
    return made.answer.room;
  }
}

function within(value: number | null, min: number, max: number): value is number {
  return value !== null && Number.isInteger(value) && value >= min && value <= max;
}
