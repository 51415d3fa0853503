/** Reactions for people who do not see them: the first at once, what follows gathered, so that nobody is talked over. */
import { gestures as words } from '$lib/text/gestures.ts';
import { reactions, type Reaction, type Reactions } from '#protocol/stage-wire.ts';

const everyMs = 10_000;

export class SpokenReactions {
  readonly #say: (words: string) => void;
  readonly #counts = new Map<Reaction, number>();
  #resting: ReturnType<typeof setTimeout> | undefined;

  constructor(say: (words: string) => void) {
    this.#say = say;
  }

  hear(told: Reactions): void {
    for (const { reaction, count } of told)
      this.#counts.set(reaction, (this.#counts.get(reaction) ?? 0) + count);
    if (this.#resting === undefined) this.#sayAll();
  }

  stop(): void {
    clearTimeout(this.#resting);
  }

  #sayAll(): void {
    const counts = reactions.flatMap((reaction) => {
      const count = this.#counts.get(reaction);
      return count ? [words.count(reaction, count)] : [];
    });
    this.#counts.clear();
    this.#resting = undefined;
    if (counts.length === 0) return;
    this.#say(words.spoken(counts));
    this.#resting = setTimeout(() => this.#sayAll(), everyMs);
  }
}
