/** An action that somebody has only begun: that it lacks something is no news to anybody yet. */
import { untrack } from 'svelte';
import type { Action } from '#domain/board/board.ts';
import { isEmptyAction } from '#domain/stage/open-items.ts';

/** Long enough to think of the next word. */
export const restMs = 4_000;

export class Beginning {
  readonly #action: () => Action;
  #isNew = $state(false);

  /** While a component is made. What is empty then is new, until what is put into it rests. */
  constructor(action: () => Action) {
    this.#action = action;
    this.#isNew = untrack(() => isEmptyAction(action()));
    $effect(() => {
      if (!this.#isNew || isEmptyAction(action())) return;
      const timer = setTimeout(() => (this.#isNew = false), restMs);
      return () => clearTimeout(timer);
    });
  }

  get isBegun(): boolean {
    return this.#isNew || isEmptyAction(this.#action());
  }
}
