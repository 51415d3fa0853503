import type { RoomRecord } from '#domain/record/room-record.ts';
import { longDay, timeOfDay } from '$lib/text/dates.ts';

/** As this browser writes it, with the day where it is not that of the meeting; null where it ended at that minute. */
export function announcedEnd({ announcedEnd, startedAt, closedAt }: RoomRecord): string | null {
  if (announcedEnd === undefined || announcedEnd.slice(0, 16) === closedAt?.slice(0, 16)) return null;
  const end = Date.parse(announcedEnd);
  const day = longDay(end);
  const isSameDay = startedAt !== null && longDay(Date.parse(startedAt)) === day;
  return isSameDay ? timeOfDay(end) : `${day}, ${timeOfDay(end)}`;
}
