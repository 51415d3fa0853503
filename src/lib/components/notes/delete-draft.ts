/** Drafts that were deleted one after the other come back one after the other, the latest first, while that is offered. */
import type { DraftId } from '#protocol/ids.ts';
import type { DeskView } from '$lib/room/desk-view.svelte.ts';
import { notes as words } from '$lib/text/notes.ts';
import { ui } from '$lib/text/ui.ts';
import { announce } from '$lib/ui/announcer.svelte.ts';
import { showToast, toasts, type Toast } from '$lib/ui/toasts.svelte.ts';

interface Deletion {
  readonly desk: Pick<DeskView, 'removeDraft' | 'restoreDraft'>;
  readonly id: DraftId;
  /** What the message that this one took the place of would have brought back. */
  readonly earlier: Deletion | undefined;
}

const offered = new WeakMap<Toast, Deletion>();

export function deleteDraft(desk: Deletion['desk'], id: DraftId): void {
  const earlier = toasts.current ? offered.get(toasts.current) : undefined;
  desk.removeDraft(id);
  offer({ desk, id, earlier }, words.deleted);
}

function offer(deletion: Deletion, said: string): void {
  const toast = { words: said, action: { label: ui.undo, run: () => bringBack(deletion) } };
  offered.set(toast, deletion);
  showToast(toast);
}

function bringBack({ desk, id, earlier }: Deletion): void {
  desk.restoreDraft(id);
  if (earlier) offer(earlier, words.restoredLast);
  else announce(words.restored);
}
