import type { Command } from '#protocol/commands.ts';
import type { RoomView } from '$lib/room/room-view.svelte.ts';
import { refusalInWords } from '$lib/text/refusals.ts';
import { showToast } from '$lib/ui/toasts.svelte.ts';

/** Sends the command; a refusal is shown with what is kept and what to do. Resolves to whether it was done. */
export async function askStage(
  room: RoomView,
  command: Command,
  from: 'anywhere' | 'bell' = 'anywhere',
): Promise<boolean> {
  const ack = await room.command(command, from);
  if (!ack.ok) showToast({ words: refusalInWords(ack.code) });
  return ack.ok;
}
