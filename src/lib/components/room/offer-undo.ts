/** A step on the board that can be taken back where it is told, whatever else is done until then. */
import type { BoardView } from '$lib/room/board-view.svelte.ts';
import { ui } from '$lib/text/ui.ts';
import { undo as words } from '$lib/text/undo.ts';
import { announce } from '$lib/ui/announcer.svelte.ts';
import { showToast } from '$lib/ui/toasts.svelte.ts';

/** `done` is said at once, `back` once it is taken back. Somebody else may have done it a moment before. */
export function offerUndo(
  board: Pick<BoardView, 'lastStep' | 'takeBack'>,
  act: () => void,
  { done, back }: { readonly done: string; readonly back: string },
): void {
  const before = board.lastStep;
  act();
  const step = board.lastStep;
  if (step === null || step === before) return showToast({ words: done });
  const run = () => {
    if (board.takeBack(step)) announce(back);
    else showToast({ words: words.overwritten });
  };
  showToast({ words: done, action: { label: ui.undo, run } });
}
