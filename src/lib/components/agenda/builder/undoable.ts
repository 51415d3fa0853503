/** A change of the agenda that takes something away, told with a way back to exactly what was there before. */
import type { Command } from '#protocol/commands.ts';
import { stageOf } from '$lib/components/room/context.ts';
import type { Amendment } from '$lib/room/amendments.ts';
import type { RoomView } from '$lib/room/room-view.svelte.ts';
import { agenda as words } from '$lib/text/agenda.ts';
import { refusalInWords } from '$lib/text/refusals.ts';
import { ui } from '$lib/text/ui.ts';
import { announce } from '$lib/ui/announcer.svelte.ts';
import { showToast } from '$lib/ui/toasts.svelte.ts';

export interface WayBack {
  /** What follows once it is back. */
  readonly then?: () => Promise<void>;
  /** Where the agenda has changed again since: brings back what still can be. Resolves to whether it did. */
  readonly otherwise?: () => Promise<boolean>;
}

/** Resolves to whether it was done. */
export function askUndoably(
  room: RoomView,
  command: Command,
  said: string,
  back?: WayBack,
): Promise<boolean> {
  return undoably(room, () => command, said, back);
}

/** The same for what is worked out from what is there and changes the agenda once. */
export async function undoably(
  room: RoomView,
  work: Amendment,
  said: string,
  back: WayBack = {},
): Promise<boolean> {
  let from = 0;
  const ack = await room.amend((stage) => {
    from = stage.rev;
    return work(stage);
  });
  if (!ack.ok) {
    showToast({ words: refusalInWords(ack.code) });
    return false;
  }
  const rev = stageOf(room).agendaBefore?.rev ?? 0;
  const isLast = rev > from && rev <= ack.rev;
  // It was carried out at exactly `from`: where no revision came of it, nothing was there to be changed.
  const isUndoable = ack.rev > from && (isLast || back.otherwise !== undefined);
  const run = () => void undo(room, isLast ? rev : ack.rev, back);
  showToast({ words: said, ...(isUndoable ? { action: { label: ui.undo, run } } : {}) });
  return true;
}

async function undo(room: RoomView, rev: number, { then, otherwise }: WayBack): Promise<void> {
  const ack = await room.command({ type: 'undoAgenda', rev });
  if (ack.ok) announce(words.undone);
  else if (ack.code !== 'agenda-changed' || !otherwise) return showToast({ words: refusalInWords(ack.code) });
  else if (!(await otherwise())) return;
  await then?.();
}
