import type { SegmentId } from '#protocol/ids.ts';
import { askStage } from '$lib/components/room/ask-stage.ts';
import { stageOf } from '$lib/components/room/context.ts';
import type { RoomView } from '$lib/room/room-view.svelte.ts';

/** Resolves to what puts it back, with its notes and where people write before the meeting; null where it was refused. */
export async function takeOff(room: RoomView, segment: SegmentId): Promise<(() => Promise<void>) | null> {
  const { segments, facilitatorNotes, early } = stageOf(room);
  const place = segments.findIndex(({ id }) => id === segment);
  const before = segments[place + 1]?.id ?? null;
  const notes = facilitatorNotes[segment] ?? '';
  if (!(await askStage(room, { type: 'removeSegment', segment }))) return null;
  return async () => {
    const isThere = stageOf(room).segments.some(({ id }) => id === before);
    const at = isThere ? before : null;
    if (!(await askStage(room, { type: 'restoreSegment', segment, before: at }))) return;
    if (notes !== '') await askStage(room, { type: 'setSegmentNotes', segment, notes });
    if (early?.segments.includes(segment) && early.until > room.clock.now) {
      await askStage(room, { ...early, type: 'openEarly', segments: [...early.segments] });
    }
  };
}
