/**
 * Documents that the server refused, until somebody has looked through them for words that only they held. The one of
 * this page is in memory; those that an earlier page had no time for are stored under their generation.
 */
import * as Y from 'yjs';
import type { CopyNames } from './copy-names.ts';
import { dropCopy, openCopy } from './device-copy.ts';

/** `fresh` is what the server has. Told the same words twice, it keeps them once. */
export type LookThrough = (aside: Y.Doc, fresh: Y.Doc) => void;

export class RefusedCopies {
  readonly #names: CopyNames;
  readonly #lookThrough: LookThrough;
  readonly #here: Y.Doc[] = [];

  constructor(names: CopyNames, lookThrough: LookThrough) {
    this.#names = names;
    this.#lookThrough = lookThrough;
  }

  /** Whether words of this page still wait to be looked through. */
  get isWaiting(): boolean {
    return this.#here.length > 0;
  }

  /** Returns the generation to go on with. */
  setAside(doc: Y.Doc, generation: number): number {
    this.#here.push(doc);
    return this.#names.setAside(generation);
  }

  lookThroughMemory(fresh: Y.Doc): void {
    for (const aside of this.#here.splice(0)) this.#lookThrough(aside, fresh);
  }

  /** Stops where `isGone` says that `fresh` is not shown any more. */
  async lookThroughStored(fresh: Y.Doc, isGone: () => boolean): Promise<void> {
    for (const generation of this.#names.aside) {
      const name = this.#names.nameOf(generation);
      const aside = new Y.Doc();
      const copy = await openCopy(name, aside);
      if (!isGone()) this.#lookThrough(aside, fresh);
      await copy?.close();
      aside.destroy();
      if (isGone()) return;
      if (await dropCopy(name)) this.#names.forget(generation);
    }
  }
}
