/** Whether somebody else has just moved the meeting: whoever presses *Next* a moment later means where it was before. */
import { turnOn } from '#domain/stage/discussions.ts';
import type { StageState } from '#domain/stage/state.ts';
import type { Command, CommandAck } from '#protocol/commands.ts';
import { isMove, placeOf } from './moves.ts';

/** About as long as it takes to see that the button says something else by now, ms. */
const momentMs = 800;

export class OthersSteps {
  readonly #monotonic: () => number;
  /** The last step: the revisions between which it came, and when it was seen. */
  #step = { after: 0, upTo: 0, at: -Infinity };
  #own = 0;
  #waiting = 0;

  constructor(monotonic: () => number) {
    this.#monotonic = monotonic;
  }

  stageMoved(before: StageState | null, after: StageState): void {
    if (!before || standing(before) === standing(after)) return;
    this.#step = { after: before.rev, upTo: after.rev, at: this.#monotonic() };
  }

  /** One's own steps are none of others, seen before their answer or behind it. */
  async heed({ type }: Command, answer: Promise<CommandAck>): Promise<CommandAck> {
    if (!isMove(type)) return answer;
    this.#waiting += 1;
    try {
      const ack = await answer;
      if (ack.ok) this.#own = ack.rev;
      return ack;
    } finally {
      this.#waiting -= 1;
    }
  }

  get isFresh(): boolean {
    const { after, upTo, at } = this.#step;
    const isOwn = this.#waiting > 0 || (after < this.#own && this.#own <= upTo);
    return !isOwn && this.#monotonic() - at < momentMs;
  }
}

/** Another topic is a step as well. */
function standing(stage: StageState): string {
  return `${placeOf(stage)} ${turnOn(stage)?.topic ?? ''}`;
}
