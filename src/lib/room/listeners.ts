/** Those who want to know. `add` returns its own stop. */
export class Listeners<T extends unknown[] = []> {
  readonly #all = new Set<(...news: T) => void>();

  add(listener: (...news: T) => void): () => void {
    this.#all.add(listener);
    return () => this.#all.delete(listener);
  }

  tell(...news: T): void {
    for (const listener of [...this.#all]) listener(...news);
  }
}
