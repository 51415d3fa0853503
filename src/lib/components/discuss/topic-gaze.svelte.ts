/** Which topic this person looks at: the one that is on, until they look at another or are in the middle of a sentence. */
import type { TopicId } from '#protocol/ids.ts';

export class TopicGaze {
  readonly #isTyping: () => boolean;
  #elsewhere = $state.raw<{ readonly topic: TopicId; readonly isHeld: boolean } | null>(null);

  constructor(isTyping: () => boolean) {
    this.#isTyping = isTyping;
  }

  /** Null is with the others. */
  get elsewhere(): TopicId | null {
    return this.#elsewhere?.topic ?? null;
  }

  lookAt(topic: TopicId): void {
    this.#elsewhere = { topic, isHeld: false };
  }

  follow(): void {
    this.#elsewhere = null;
  }

  /** To be called when another topic was opened, before it is shown. */
  moved(from: TopicId | null, to: TopicId | null): void {
    if (this.#elsewhere?.topic === to) this.follow();
    else if (!this.#elsewhere && from !== null && this.#isTyping())
      this.#elsewhere = { topic: from, isHeld: true };
  }

  /** To be called when somebody may have stopped typing. */
  rest(): void {
    if (this.#elsewhere?.isHeld && !this.#isTyping()) this.follow();
  }

  /** Everyone is brought here: whoever is not typing comes. */
  called(): void {
    if (!this.#isTyping()) this.follow();
  }
}
