/** Enough of an element to be a field, or to be none. To be put in the place of `Element`. */
export class Place extends EventTarget {
  readonly #name: string;

  constructor(name: string) {
    super();
    this.#name = name;
  }

  matches(selector: string): boolean {
    return selector.split(', ').includes(this.#name);
  }

  closest(selector: string): Place | null {
    return this.matches(selector) ? this : null;
  }
}
