import type { OpenItem } from '#domain/stage/state.ts';
import { stageOf } from '$lib/components/room/context.ts';
import type { RoomView } from '$lib/room/room-view.svelte.ts';
import type { Jumps } from './jumps.svelte.ts';

/** Everything that can be unfinished is edited in the segment that decides; whoever is elsewhere looks there. */
export function jumpTo(item: OpenItem, room: RoomView, jumps: Jumps): void {
  jumps.want(item);
  const deciding = stageOf(room).segments.find(({ activity }) => activity === 'decide');
  if (deciding) room.following.lookAt(deciding.id);
}
