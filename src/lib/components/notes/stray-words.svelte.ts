/** Half-typed words whose field is gone with its part. They come back with it, and until then they are shown by themselves. */
import type { StageState } from '#domain/stage/state.ts';
import type { HalfTyped, HalfTypedWords } from '$lib/room/half-typed.ts';
import { hasField } from './words-left.ts';

export class StrayWords {
  readonly #halfTyped: HalfTyped;
  #stage: StageState | null = null;
  #found = $state.raw<readonly HalfTypedWords[]>([]);

  constructor(halfTyped: HalfTyped) {
    this.#halfTyped = halfTyped;
  }

  get found(): readonly HalfTypedWords[] {
    return this.#found;
  }

  /** By the newest stage, whichever look ends first. */
  async look(stage: StageState): Promise<void> {
    this.#stage = stage;
    this.#found = await this.#halfTyped.findStray((id) => this.#stage !== null && hasField(this.#stage, id));
  }

  /** Somebody has seen to them. */
  async forget(words: HalfTypedWords): Promise<void> {
    this.#halfTyped.write({ ...words, text: '' });
    if (this.#stage) await this.look(this.#stage);
  }

  /** Whether they are: a field that is there again, or what has been written in it since, is not written over. */
  async bringBack(words: HalfTypedWords, stage: StageState): Promise<boolean> {
    if (hasField(stage, words.segment) || this.#halfTyped.read(words.segment)) return false;
    this.#halfTyped.write(words);
    await this.look(stage);
    return true;
  }
}
