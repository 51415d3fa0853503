/** One menu for many places, opened at whichever asks: hundreds of menus that are closed would cost more than all else. */
import { tick } from 'svelte';
import type { MenuItem } from './menu-item.ts';

export class MenuAt {
  #items = $state.raw<readonly MenuItem[]>([]);
  #anchor = $state.raw<HTMLElement | null>(null);
  /** Counts, so that a menu opened out of another one begins anew. */
  #opened = $state.raw(0);

  get items(): readonly MenuItem[] {
    return this.#items;
  }

  get anchor(): HTMLElement | null {
    return this.#anchor;
  }

  get opened(): number {
    return this.#opened;
  }

  open(anchor: HTMLElement, items: readonly MenuItem[]): void {
    if (items.length === 0) return;
    this.#anchor = anchor;
    this.#items = items;
    this.#opened += 1;
  }

  /** What is chosen may move the focus; otherwise it goes back to where the menu was opened. */
  async choose(item: MenuItem): Promise<void> {
    const anchor = this.#anchor;
    this.#anchor = null;
    item.onselect();
    await tick();
    // What moves the focus by itself waits for the page too.
    await tick();
    if (document.activeElement === document.body) anchor?.focus();
  }

  close(giveBackFocus: boolean): void {
    const anchor = this.#anchor;
    this.#anchor = null;
    if (giveBackFocus) anchor?.focus();
  }
}
