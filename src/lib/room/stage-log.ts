/** The stage as this browser knows it: a snapshot and the events since, in order and each once. */
import type { StageEvent } from '#domain/stage/events.ts';
import { reduce } from '#domain/stage/reduce.ts';
import type { StageState } from '#domain/stage/state.ts';
import type { StageCast } from '#protocol/stage-wire.ts';

export class StageLog {
  #state: StageState | null;

  /** `cached` is shown until the server's snapshot is here. */
  constructor(cached: StageState | null) {
    this.#state = cached;
  }

  get state(): StageState | null {
    return this.#state;
  }

  /** Replaces everything, also by an older revision: the server may have come back from a backup. */
  takeSnapshot(state: StageState): void {
    this.#state = state;
  }

  /** `gap` when a revision is missing; nothing was applied then, and a snapshot is needed. */
  takeCast({ rev, events }: StageCast<StageEvent>): 'taken' | 'gap' {
    const first = rev - events.length + 1;
    if (!this.#state || first > this.#state.rev + 1) return 'gap';
    let state = this.#state;
    for (const [index, event] of events.entries()) {
      if (first + index > state.rev) state = reduce(state, event, first + index);
    }
    this.#state = state;
    return 'taken';
  }
}
