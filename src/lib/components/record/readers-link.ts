/** What lets somebody read on who was not there: a seat for watching, since the page of the record asks for a seat. */
import { absolute, isOnlyHere, originFor } from '$lib/components/people/link-address.ts';
import { stageOf } from '$lib/components/room/context.ts';
import type { RoomView } from '$lib/room/room-view.svelte.ts';

/** Null where it could not be had, or would lead nobody in: a locked room, an address that only this device knows. */
export async function readersLink(room: RoomView): Promise<string | null> {
  if (stageOf(room).door === 'locked') return null;
  const links = await room.links.ask();
  if (!links.ok) return null;
  const origin = originFor(links.answer);
  return isOnlyHere(origin) ? null : absolute(links.answer.observer, origin);
}
