/** One short message at the bottom, with at most one thing to do about it. A newer one takes its place. */
import { untrack } from 'svelte';
import { announce } from './announcer.svelte.ts';

export interface Toast {
  readonly words: string;
  readonly action?: { readonly label: string; readonly run: () => void };
}

/** Long enough to find an undo by keyboard. */
const shownMs = 15_000;

let current = $state.raw<Toast | null>(null);
let timer: ReturnType<typeof setTimeout> | undefined;

export function showToast(toast: Toast): void {
  clearTimeout(timer);
  current = toast;
  timer = setTimeout(hideToast, shownMs);
  announce(toast.action ? `${toast.words} ${toast.action.label}?` : toast.words);
}

/** Takes back what is true no more, unless another message has taken its place. */
export function takeBackToast(toast: Toast): void {
  if (untrack(() => current) === toast) hideToast();
}

export function hideToast(): void {
  clearTimeout(timer);
  current = null;
}

export const toasts = {
  get current() {
    return current;
  },
};
