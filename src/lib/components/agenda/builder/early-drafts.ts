/** What a change of the agenda would take from people who have written ahead. */
import { policiesOf } from '#domain/agenda/rules.ts';
import type { SegmentChange } from '#protocol/agenda.ts';
import type { SegmentId } from '#protocol/ids.ts';
import type { RoomView } from '$lib/room/room-view.svelte.ts';

/** How many people have a draft for it. */
export function writtenAhead({ early }: Pick<RoomView, 'early'>, segment: SegmentId): number {
  return early.find((one) => one.segment === segment)?.written ?? 0;
}

/** Whether nobody could write there any more. */
export function endsNotes({ activity, policy }: SegmentChange): boolean {
  return policy === 'none' || (activity !== undefined && !policiesOf(activity).some((one) => one !== 'none'));
}
