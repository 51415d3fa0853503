/** A sorted list that stands still while the focus is in it. */
import { afterClick } from './after-click.ts';
import { heldOrder } from './held-order.ts';

export class HeldList<T extends { readonly id: string }> {
  #isHeld = $state(false);
  #onScreen: readonly string[] = [];
  #stay = () => {};
  readonly #sorted: () => readonly T[];
  readonly #shown = $derived.by(() => this.#arrange());

  /** What is sorted is read anew at each change. */
  constructor(sorted: () => readonly T[]) {
    this.#sorted = sorted;
  }

  get shown(): readonly T[] {
    return this.#shown;
  }

  /** The one after it on the screen, or else the one before. */
  beside(id: string): string | undefined {
    const at = this.#onScreen.indexOf(id);
    return this.#onScreen[at + 1] ?? this.#onScreen[at - 1];
  }

  entered(): void {
    this.#stay();
    this.#isHeld = true;
  }

  left({ relatedTarget, currentTarget }: FocusEvent): void {
    const isWithin =
      relatedTarget instanceof Node && currentTarget instanceof Node && currentTarget.contains(relatedTarget);
    if (!isWithin) this.#stay = afterClick(() => this.release());
  }

  /** Everything goes where it belongs. */
  release(): void {
    this.#isHeld = false;
  }

  #arrange(): readonly T[] {
    const sorted = this.#sorted();
    const shown = this.#isHeld ? heldOrder(this.#onScreen, sorted) : sorted;
    this.#onScreen = shown.map(({ id }) => id);
    return shown;
  }
}
