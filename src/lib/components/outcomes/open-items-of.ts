import { openItems } from '#domain/stage/open-items.ts';
import type { OpenItem } from '#domain/stage/state.ts';
import { stageOf } from '$lib/components/room/context.ts';
import type { RoomView } from '$lib/room/room-view.svelte.ts';

/** What the room still lacks, as this page sees it now; the server asks the same of what it holds. */
export function openItemsOf(room: RoomView): readonly OpenItem[] {
  return openItems(stageOf(room), {
    topics: room.topics.all,
    outcomes: room.outcomes.all,
    positions: room.outcomes.positions,
    actions: room.board.actions,
    earlier: room.earlier.actions,
  });
}
