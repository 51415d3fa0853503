/** What somebody typed makes way for what is there, and one press brings it back. */
import type { TypedAgenda } from '$lib/room/typed-agenda.svelte.ts';
import { typedAgenda as words } from '$lib/text/typed-agenda.ts';
import { ui } from '$lib/text/ui.ts';
import { announce } from '$lib/ui/announcer.svelte.ts';
import { showToast } from '$lib/ui/toasts.svelte.ts';

export function discardTyped(typed: TypedAgenda): void {
  typed.discard();
  showToast({ words: words.discarded, action: { label: ui.undo, run: () => bringBack(typed) } });
}

function bringBack(typed: TypedAgenda): void {
  if (typed.bringBack()) announce(words.back);
  else showToast({ words: words.replaced });
}
