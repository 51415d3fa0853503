/** One menu for many places, opened at whichever asks: hundreds of menus that are closed would cost more than all else. */
import type { MenuItem } from './menu-item.ts';

export class MenuAt {
  #items = $state.raw<readonly MenuItem[]>([]);
  #anchor = $state.raw<HTMLElement | null>(null);
  isOpen = $state(false);
  #chosen: MenuItem | null = null;

  get items(): readonly MenuItem[] {
    return this.#items;
  }

  get anchor(): HTMLElement | null {
    return this.#anchor;
  }

  open(anchor: HTMLElement, items: readonly MenuItem[]): void {
    this.#anchor = anchor;
    this.#items = items;
    this.isOpen = items.length > 0;
  }

  choose(item: MenuItem): void {
    this.#chosen = item;
  }

  /** Only now may what was chosen move the focus: the menu held it while it was open. */
  closed(): void {
    const item = this.#chosen;
    this.#chosen = null;
    if (item) item.onselect();
    else this.#anchor?.focus();
  }
}
