import { seatOf } from '#domain/stage/standing.ts';
import type { RoomView } from '$lib/room/room-view.svelte.ts';
import { seats as words } from '$lib/text/seats.ts';
import { announce } from '$lib/ui/announcer.svelte.ts';
import { askStage } from './ask-stage.ts';

/** Whoever has led may again, at once and without anybody's leave, as long as the room is open. */
export function mayTakeBack({ stage, role, me }: RoomView): boolean {
  if (!stage || stage.phase === 'closed' || role !== 'participant' || !me) return false;
  return seatOf(stage, me.seat)?.hasLed === true;
}

export async function takeBack(room: RoomView): Promise<void> {
  if (await askStage(room, { type: 'takeBack' })) announce(words.facilitates);
}
