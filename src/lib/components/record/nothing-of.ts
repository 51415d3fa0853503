/** Where nothing came of a meeting, a copy of its record says that, and when it was: else it would be a title alone. */
import type { RoomRecord } from '#domain/record/room-record.ts';
import { record as words } from '$lib/text/record.ts';

export function nothingOf(record: RoomRecord): string[] {
  const { decisions, actions, spikes, escalations } = record;
  const standing = decisions.filter(({ status }) => status !== 'superseded');
  if ([standing, actions, spikes, escalations].some(({ length }) => length > 0)) return [];
  return [meetingOf(record)];
}

function meetingOf({ startedAt, closedAt }: RoomRecord): string {
  if (startedAt === null) return closedAt === null ? words.chatNotBegun : words.chatNoMeeting;
  const from = Date.parse(startedAt);
  return closedAt === null ? words.chatNothingYet(from) : words.chatNothing(from, Date.parse(closedAt));
}
