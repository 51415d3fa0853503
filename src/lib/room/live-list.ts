/** A list read from outside Svelte as a template may read it: items that did not change stay the same objects. */
import { createSubscriber } from 'svelte/reactivity';
import { keepIdentity } from '#domain/yjs/stable-list.ts';

export class LiveList<T extends { readonly id: string }> {
  readonly #read: () => readonly T[];
  readonly #subscribe: () => void;
  readonly #basis: () => unknown;
  #readFrom: unknown;
  #kept: readonly T[] = [];
  #watched = false;
  #stale = true;

  /**
   * `onChange` returns its own stop. Without a reader in an effect nobody listens, and every look reads anew, as it does
   * wherever `basis` is another value than last time.
   */
  constructor(
    read: () => readonly T[],
    onChange: (listener: () => void) => () => void,
    basis: () => unknown = () => null,
  ) {
    this.#read = read;
    this.#basis = basis;
    this.#subscribe = createSubscriber((update) => {
      this.#watched = true;
      this.#stale = true;
      const stop = onChange(() => {
        this.#stale = true;
        update();
      });
      return () => {
        this.#watched = false;
        stop();
      };
    });
  }

  /** Makes its reader look again at every change, where something else than the items is read. */
  follow(): void {
    this.#subscribe();
  }

  get current(): readonly T[] {
    this.#subscribe();
    const basis = this.#basis();
    if (this.#stale || !this.#watched || basis !== this.#readFrom) {
      this.#kept = keepIdentity(this.#kept, this.#read());
      this.#readFrom = basis;
      this.#stale = false;
    }
    return this.#kept;
  }
}
