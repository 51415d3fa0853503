import { otherEnd } from '#domain/record/announced-end.ts';
import type { RoomRecord } from '#domain/record/room-record.ts';
import { longDay, timeOfDay } from '$lib/text/dates.ts';

/** As this browser writes it, with the day where it is not that of the meeting; null where it ended at that minute. */
export function endHere(record: RoomRecord): string | null {
  const announced = otherEnd(record);
  if (announced === null) return null;
  const end = Date.parse(announced);
  const day = longDay(end);
  const isSameDay = record.startedAt !== null && longDay(Date.parse(record.startedAt)) === day;
  return isSameDay ? timeOfDay(end) : `${day}, ${timeOfDay(end)}`;
}
