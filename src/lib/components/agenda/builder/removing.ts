/** Taking a part off the agenda, with a way back that holds also once something else of the agenda has changed. */
import type { Segment } from '#domain/agenda/segment.ts';
import type { SegmentId } from '#protocol/ids.ts';
import { askStage } from '$lib/components/room/ask-stage.ts';
import { stageOf } from '$lib/components/room/context.ts';
import type { RoomView } from '$lib/room/room-view.svelte.ts';
import { agenda as words } from '$lib/text/agenda.ts';
import { askUndoably } from './undoable.ts';

/** Resolves to whether it is off; `then` follows once it is back. */
export function takeOff(
  room: RoomView,
  { id, title }: Pick<Segment, 'id' | 'title'>,
  then?: () => Promise<void>,
): Promise<boolean> {
  const otherwise = puttingBack(room, id);
  const back = then ? { then, otherwise } : { otherwise };
  return askUndoably(room, { type: 'removeSegment', segment: id }, words.removed(title), back);
}

/** Where it is now, with its notes and where people write before the meeting; how its rounds run is chosen again. */
function puttingBack(room: RoomView, segment: SegmentId): () => Promise<boolean> {
  const { segments, facilitatorNotes, early } = stageOf(room);
  const place = segments.findIndex(({ id }) => id === segment);
  const before = segments[place + 1]?.id ?? null;
  const notes = facilitatorNotes[segment] ?? '';
  return async () => {
    const isThere = stageOf(room).segments.some(({ id }) => id === before);
    const at = isThere ? before : null;
    if (!(await askStage(room, { type: 'restoreSegment', segment, before: at }))) return false;
    if (notes !== '') await askStage(room, { type: 'setSegmentNotes', segment, notes });
    if (early?.segments.includes(segment) && early.until > room.clock.now) {
      await askStage(room, { ...early, type: 'openEarly', segments: [...early.segments] });
    }
    return true;
  };
}
