import { spentMinutes, wholeMinutes } from '#domain/record/exports/phrases.ts';
import type { RoomRecord } from '#domain/record/room-record.ts';
import { record as words } from '$lib/text/record.ts';

/** `5 minutes (60 planned)`, rounded as the table of all parts is. */
export function timeInAll({ minutes: { planned, actual, announced = planned } }: RoomRecord): string {
  return words.minutes(
    wholeMinutes(planned),
    actual === null ? null : spentMinutes(actual),
    wholeMinutes(announced),
  );
}
