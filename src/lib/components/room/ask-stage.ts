import type { Command } from '#protocol/commands.ts';
import { errors } from '#protocol/errors.ts';
import type { RoomView } from '$lib/room/room-view.svelte.ts';
import { showToast } from '$lib/ui/toasts.svelte.ts';

/** Sends the command; a refusal is shown with its next step. Resolves to whether it was done. */
export async function askStage(room: RoomView, command: Command): Promise<boolean> {
  const ack = await room.command(command);
  if (!ack.ok) showToast({ words: `${errors[ack.code].message} ${errors[ack.code].next}` });
  return ack.ok;
}
