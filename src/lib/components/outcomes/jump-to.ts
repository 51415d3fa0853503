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
