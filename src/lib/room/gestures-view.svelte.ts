/** Gestures as a page shows them: reactions, as counts of a moment, and that somebody needs a minute. */
import type { SeatId } from '#protocol/ids.ts';
import type { Reaction, Reactions } from '#protocol/stage-wire.ts';
import type { Gestures } from './gestures.ts';
import { Listeners } from './listeners.ts';

type Wire = Pick<Gestures, 'react' | 'setMinute' | 'seeMinute'>;

/** Long enough to be noticed from a few metres. */
const shownMs = 4_000;

export interface ShownReaction {
  readonly id: number;
  readonly reaction: Reaction;
  readonly count: number;
}

export class GesturesView {
  readonly #wire: () => Wire | null;
  readonly #heard = new Listeners<[Reactions]>();
  readonly #seen = new Listeners();
  #shown = $state.raw<readonly ShownReaction[]>([]);
  #lastId = 0;

  constructor(wire: () => Wire | null) {
    this.#wire = wire;
  }

  /** Of the last seconds, oldest first. */
  get reactions(): readonly ShownReaction[] {
    return this.#shown;
  }

  react(reaction: Reaction): void {
    this.#wire()?.react(reaction);
  }

  /** Facilitators are told, until one of them has seen it or this person takes it back. */
  setMinute(needed: boolean): void {
    this.#wire()?.setMinute(needed);
  }

  /** Somebody else's, by a facilitator. */
  seeMinute(seat: SeatId): void {
    this.#wire()?.seeMinute(seat);
  }

  onReactions(listener: (told: Reactions) => void): () => void {
    return this.#heard.add(listener);
  }

  /** Calls when a facilitator has seen that this person needs a minute. */
  onMinuteSeen(listener: () => void): () => void {
    return this.#seen.add(listener);
  }

  hear(told: Reactions): void {
    const fresh = told.map((one) => ({ ...one, id: (this.#lastId += 1) }));
    this.#shown = [...this.#shown, ...fresh];
    setTimeout(() => (this.#shown = this.#shown.filter((one) => !fresh.includes(one))), shownMs);
    this.#heard.tell(told);
  }

  minuteSeen(): void {
    this.#seen.tell();
  }
}
