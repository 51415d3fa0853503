/** The room's links as far as this seat may know them: one answer, for every place of a page that shows a link. */
import { errors, type Outcome } from '#protocol/errors.ts';
import type { LinksAnswer } from '#protocol/http.ts';
import { Retry } from './retry.ts';

export type LinksOutcome = Outcome<{ answer: LinksAnswer }>;

export class LinksView {
  readonly #fetch: () => Promise<LinksOutcome>;
  readonly #retry: Retry;
  #outcome = $state.raw<LinksOutcome | null>(null);
  #asked = 0;
  #newest: Promise<LinksOutcome> | null = null;

  /** `random` is in [0, 1). */
  constructor(fetch: () => Promise<LinksOutcome>, random: () => number) {
    this.#fetch = fetch;
    this.#retry = new Retry(() => void this.ask(), random);
  }

  /** Null until there is an answer. Links stay until newer ones are here; another object at every answer. */
  get outcome(): LinksOutcome | null {
    return this.#outcome;
  }

  /** To be called by whatever begins to show or to copy links. */
  ask(): Promise<LinksOutcome> {
    this.#newest = this.#ask();
    return this.#newest;
  }

  async #ask(): Promise<LinksOutcome> {
    this.#asked += 1;
    const turn = this.#asked;
    const outcome = await this.#fetch();
    // An answer that was overtaken may be from before a link was renewed.
    if (turn < this.#asked && this.#newest) return this.#newest;
    if (turn === this.#asked) this.#take(outcome);
    return outcome;
  }

  /** There may be other links by now. Where none were shown nothing is asked. */
  renew(): void {
    if (this.#asked > 0) void this.ask();
  }

  close(): void {
    this.#asked = 0;
    this.#retry.stop();
  }

  #take(outcome: LinksOutcome): void {
    if (outcome.ok || !this.#outcome?.ok) this.#outcome = outcome;
    this.#retry.stop();
    if (outcome.ok) this.#retry.succeeded();
    else if (errors[outcome.code].retry) this.#retry.later();
  }
}
