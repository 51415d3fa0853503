/** What a facilitator asks of one segment. A refusal is shown with what to do. */
import { segmentOf } from '#domain/stage/gathering.ts';
import type { Segment } from '#domain/agenda/segment.ts';
import type { SegmentChange } from '#protocol/agenda.ts';
import type { CommandAck } from '#protocol/commands.ts';
import type { SegmentId } from '#protocol/ids.ts';
import type { Amendment } from '$lib/room/amendments.ts';
import type { RoomView } from '$lib/room/room-view.svelte.ts';
import { refusalInWords } from '$lib/text/refusals.ts';
import { showToast } from '$lib/ui/toasts.svelte.ts';
import { undoably } from './undoable.ts';

/**
 * How a change comes out of the segment as it is when its turn comes: what is set as a whole, such as a list, says so,
 * or it would take back what was changed meanwhile. Null where what it is about has gone.
 */
export type Rework = (segment: Segment) => SegmentChange | null;

/** With what is said of it, it can be undone. Resolves to whether it was done. */
export type Change = (wanted: SegmentChange | Rework, said?: string) => Promise<boolean>;

export function changing(room: RoomView, id: SegmentId): Change {
  return async (wanted, said) => {
    if (said !== undefined) return undoably(room, workOf(id, wanted), said);
    const ack = await askChange(room, id, wanted);
    if (!ack.ok) showToast({ words: refusalInWords(ack.code) });
    return ack.ok;
  };
}

function askChange(room: RoomView, id: SegmentId, wanted: SegmentChange | Rework): Promise<CommandAck> {
  return typeof wanted === 'function'
    ? room.amend(workOf(id, wanted))
    : room.command({ type: 'changeSegment', segment: id, change: wanted });
}

function workOf(id: SegmentId, wanted: SegmentChange | Rework): Amendment {
  return (stage) => {
    const segment = segmentOf(stage, id);
    const change = segment && (typeof wanted === 'function' ? wanted(segment) : wanted);
    return change && { type: 'changeSegment', segment: id, change };
  };
}
