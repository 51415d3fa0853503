/**
 * Carrying one item of a list to another place, by mouse, pen or finger. The list itself stays as it is until the item
 * is put down; what begins with a touch on `[data-handle]` is not scrolling.
 */
import type { Attachment } from 'svelte/attachments';

/** Places counted from 0; `to` is the place the item would have afterwards. */
export interface Carry {
  readonly from: number;
  readonly to: number;
}

export interface Carrying {
  /** Null once it is over. */
  readonly moved: (carry: Carry | null) => void;
  readonly dropped: (carry: Carry) => void;
}

export function carryItems({ moved, dropped }: Carrying): Attachment<HTMLElement> {
  return (list) => {
    let carry: Carry | null = null;
    const set = (next: Carry | null) => moved((carry = next));
    const take = (event: PointerEvent) => {
      const handle = event.target instanceof Element ? event.target.closest('[data-handle]') : null;
      const from = [...list.children].findIndex((item) => item.contains(handle));
      if (!handle || from < 0 || event.button !== 0) return;
      list.setPointerCapture(event.pointerId);
      set({ from, to: from });
    };
    const move = (event: PointerEvent) => {
      if (carry) set({ ...carry, to: placeAt(list, carry.from, event.clientY) });
    };
    const drop = () => {
      if (carry && carry.to !== carry.from) dropped(carry);
      if (carry) set(null);
    };
    const cancel = () => {
      if (carry) set(null);
    };
    const onKey = (event: KeyboardEvent) => {
      if (event.key === 'Escape') cancel();
    };
    const listening = new AbortController();
    const { signal } = listening;
    list.addEventListener('pointerdown', take, { signal });
    list.addEventListener('pointermove', move, { signal });
    list.addEventListener('pointerup', drop, { signal });
    list.addEventListener('pointercancel', cancel, { signal });
    document.addEventListener('keydown', onKey, { signal });
    return () => listening.abort();
  };
}

/** How many of the other items lie above, judged by their middles. */
function placeAt(list: HTMLElement, from: number, y: number): number {
  const others = [...list.children].filter((_, place) => place !== from);
  return others.filter((item) => {
    const { top, height } = item.getBoundingClientRect();
    return top + height / 2 < y;
  }).length;
}
