/** What a change of the agenda would take from people who have written ahead. */
import { policiesOf } from '#domain/agenda/rules.ts';
import type { SegmentChange } from '#protocol/agenda.ts';
import type { SegmentId } from '#protocol/ids.ts';
import { stageOf } from '$lib/components/room/context.ts';
import type { RoomView } from '$lib/room/room-view.svelte.ts';

/** A part for which so many people have a draft. */
export interface WrittenPart {
  readonly title: string;
  readonly written: number;
}

/** Those of the parts for which anybody has. */
export function writtenAhead(room: RoomView, parts: readonly SegmentId[]): WrittenPart[] {
  return stageOf(room)
    .segments.filter(({ id }) => parts.includes(id))
    .map(({ id, title }) => ({ title, written: countFor(room, id) }))
    .filter(({ written }) => written > 0);
}

/** Whether nobody could write there any more. */
export function endsNotes({ activity, policy }: SegmentChange): boolean {
  return policy === 'none' || (activity !== undefined && !policiesOf(activity).some((one) => one !== 'none'));
}

function countFor({ early }: RoomView, segment: SegmentId): number {
  return early.find((one) => one.segment === segment)?.written ?? 0;
}
