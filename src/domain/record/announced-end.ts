import type { RoomRecord } from './room-record.ts';

/** The moment at which the meeting was said to end; null where it ended at that minute, or nobody said. */
export function otherEnd({ announcedEnd, closedAt }: RoomRecord): string | null {
  const isSame = announcedEnd?.slice(0, 16) === closedAt?.slice(0, 16);
  return announcedEnd === undefined || isSame ? null : announcedEnd;
}
