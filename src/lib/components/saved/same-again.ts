import type { RoomRecord } from '#domain/record/room-record.ts';
import { formatIds, type NewRoom } from '#protocol/http.ts';
import { limits } from '#protocol/limits.ts';

/** The plan of the room that the record is of, as it was announced and as far as a new room can have it. */
export function sameAgain({ format, minutes, people }: RoomRecord): Partial<NewRoom> {
  const known = formatIds.find((id) => id === format.id);
  return {
    ...(known ? { format: known } : {}),
    minutes: within(Math.round(minutes.announced ?? minutes.planned), limits.minutesMin, limits.minutesMax),
    people: within(people.length, 1, limits.peopleMax),
  };
}

/** A record without a title leaves the new room without the name of what it continues. */
export function fromTitle({ title }: RoomRecord): Pick<NewRoom, 'continues'> {
  const line = title.slice(0, limits.titleChars).trim();
  return line === '' ? {} : { continues: { title: line } };
}

function within(value: number, min: number, max: number): number {
  return Math.min(max, Math.max(min, value));
}
