import { tick } from 'svelte';
import type { OpenItem } from '#domain/stage/state.ts';
import { stageOf } from '$lib/components/room/context.ts';
import type { RoomView } from '$lib/room/room-view.svelte.ts';
import type { Jumps } from './jumps.svelte.ts';

/** What was promised before is followed up in its own segment, all else is edited where it is decided: one looks there. */
export function jumpTo(item: OpenItem, room: RoomView, jumps: Jumps): void {
  jumps.want(item);
  const place = item.kind === 'earlier' ? 'follow-up' : 'decide';
  const segment = stageOf(room).segments.find(({ activity }) => activity === place);
  if (segment) room.following.lookAt(segment.id);
}

/** The same, except that whoever has its place on the screen stays where they are. */
export async function jumpNear(item: OpenItem, room: RoomView, jumps: Jumps): Promise<void> {
  jumps.want(item);
  await tick();
  if (jumps.wanted === item) jumpTo(item, room, jumps);
}
