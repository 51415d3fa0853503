/** Which part of the list shows what can be changed in it, and where its head is to be found. */
import { tick } from 'svelte';
import type { SegmentId } from '#protocol/ids.ts';
import { keepInPlace } from '$lib/ui/keep-in-place.ts';

export class OpenedPart {
  readonly #list: () => HTMLElement | undefined;
  #id = $state.raw<SegmentId | null>(null);

  constructor(list: () => HTMLElement | undefined) {
    this.#list = list;
  }

  get id(): SegmentId | null {
    return this.#id;
  }

  /** The one that was open folds, which may be above. */
  toggle(id: SegmentId): void {
    const head = this.#headOf(id);
    if (head) void keepInPlace(head, () => (this.#id = this.#id === id ? null : id));
  }

  async open(id: SegmentId): Promise<void> {
    this.#id = id;
    await this.focus(id);
  }

  /** The head of a part, once the page shows it. */
  async focus(id: SegmentId): Promise<void> {
    await tick();
    this.#headOf(id)?.focus();
  }

  #headOf(id: SegmentId) {
    return this.#list()?.querySelector<HTMLElement>(`[data-segment="${CSS.escape(id)}"] [data-focus="what"]`);
  }
}
