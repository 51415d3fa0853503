import type { Command, CommandAck } from '#protocol/commands.ts';
import type { Amendment } from '$lib/room/amendments.ts';
import type { RoomView } from '$lib/room/room-view.svelte.ts';
import { refusalInWords } from '$lib/text/refusals.ts';
import { showToast } from '$lib/ui/toasts.svelte.ts';

/** Sends the command; a refusal is shown with what is kept and what to do. Resolves to whether it was done. */
export async function askStage(
  room: RoomView,
  command: Command,
  from: 'anywhere' | 'bell' = 'anywhere',
): Promise<boolean> {
  return wasDone(await room.command(command, from));
}

/** The same for a change that is worked out from what is there. */
export async function amendStage(room: RoomView, work: Amendment): Promise<boolean> {
  return wasDone(await room.amend(work));
}

function wasDone(ack: CommandAck): boolean {
  if (!ack.ok) showToast({ words: refusalInWords(ack.code) });
  return ack.ok;
}
