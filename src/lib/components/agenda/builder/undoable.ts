/** A change of the agenda that takes something away, told with a way back to exactly what was there before. */
import type { Command, CommandAck } from '#protocol/commands.ts';
import { askStage } from '$lib/components/room/ask-stage.ts';
import { stageOf } from '$lib/components/room/context.ts';
import type { RoomView } from '$lib/room/room-view.svelte.ts';
import { agenda as words } from '$lib/text/agenda.ts';
import { refusalInWords } from '$lib/text/refusals.ts';
import { ui } from '$lib/text/ui.ts';
import { announce } from '$lib/ui/announcer.svelte.ts';
import { showToast } from '$lib/ui/toasts.svelte.ts';

/** Resolves to whether it was done. `alsoUndo` follows once the agenda is back. */
export function askUndoably(
  room: RoomView,
  command: Command,
  said: string,
  alsoUndo?: () => Promise<void>,
): Promise<boolean> {
  return undoably(room, () => room.command(command), said, alsoUndo);
}

/** The same for whatever changes the agenda once. */
export async function undoably(
  room: RoomView,
  ask: () => Promise<CommandAck>,
  said: string,
  alsoUndo: () => Promise<void> = () => Promise.resolve(),
): Promise<boolean> {
  const { rev: from } = stageOf(room);
  const ack = await ask();
  if (!ack.ok) {
    showToast({ words: refusalInWords(ack.code) });
    return false;
  }
  const rev = stageOf(room).agendaBefore?.rev ?? 0;
  const isOwn = rev > from && rev <= ack.rev;
  const run = () => void undo(room, rev, alsoUndo);
  showToast({ words: said, ...(isOwn ? { action: { label: ui.undo, run } } : {}) });
  return true;
}

async function undo(room: RoomView, rev: number, alsoUndo: () => Promise<void>): Promise<void> {
  if (!(await askStage(room, { type: 'undoAgenda', rev }))) return;
  await alsoUndo();
  announce(words.undone);
}
