import { tick } from 'svelte';
import type { Segment } from '#domain/agenda/segment.ts';
import type { OpenItem, StageState } from '#domain/stage/state.ts';
import { stageOf } from '$lib/components/room/context.ts';
import type { RoomView } from '$lib/room/room-view.svelte.ts';
import type { Jumps } from './jumps.svelte.ts';

/**
 * What was promised before is followed up in its own segment, all else is edited where it is decided; null where the
 * agenda has no such segment.
 */
export function partWith({ kind }: Pick<OpenItem, 'kind'>, { segments }: StageState): Segment | null {
  const place = kind === 'earlier' ? 'follow-up' : 'decide';
  return segments.find(({ activity }) => activity === place) ?? null;
}

/** One looks there. */
export async function jumpTo(item: OpenItem, room: RoomView, jumps: Jumps): Promise<void> {
  jumps.want(item);
  const segment = partWith(item, stageOf(room));
  if (segment) return room.following.lookAt(segment.id);
  // It may be on the screen as it is. A wish that nothing leads to would take the focus from somebody who writes later.
  await tick();
  if (jumps.wanted === item) jumps.want(null);
}

/** The same, except that whoever has its place on the screen stays where they are. */
export async function jumpNear(item: OpenItem, room: RoomView, jumps: Jumps): Promise<void> {
  jumps.want(item);
  await tick();
  if (jumps.wanted === item) await jumpTo(item, room, jumps);
}
