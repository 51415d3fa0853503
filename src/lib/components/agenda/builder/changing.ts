/** What a facilitator asks of one segment. Every change goes out at once; a refusal is shown with what to do. */
import type { SegmentChange } from '#protocol/agenda.ts';
import type { SegmentId } from '#protocol/ids.ts';
import { askStage } from '$lib/components/room/ask-stage.ts';
import type { RoomView } from '$lib/room/room-view.svelte.ts';

export type Change = (change: SegmentChange) => Promise<boolean>;

export function changing(room: RoomView, segment: () => SegmentId): Change {
  return (change) => askStage(room, { type: 'changeSegment', segment: segment(), change });
}
