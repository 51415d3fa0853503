/** What another meeting left open, on its way into a room that is there already. */
import type { Outcome } from '#protocol/errors.ts';
import type { EarlierMeeting } from '#protocol/http.ts';
import { idPattern, type RoomId } from '#protocol/ids.ts';
import { readRecent, type RecentRoom } from '$lib/room/recent-rooms.ts';
import { bringEarlier } from '$lib/room/rooms-api.ts';
import { saved } from '$lib/text/saved.ts';

const offered = 3;

/** Rooms that were facilitated in this browser, the last opened first. */
export function roomsBefore(room: RoomId, recent: readonly RecentRoom[] = readRecent()): RecentRoom[] {
  return recent.filter((known) => known.role === 'facilitator' && known.room !== room).slice(0, offered);
}

/** The room behind an address or link, whatever follows in it; null where there is none in it. */
export function roomInLink(link: string): RoomId | null {
  const room = /\/[rj]\/([^/?#\s]+)/.exec(link)?.[1] ?? '';
  return idPattern.test(room) ? room : null;
}

export function bringRoom(room: RoomId, before: RoomId): Promise<Outcome<{ answer: { taken: number } }>> {
  return bringEarlier(room, { continues: { room: before } });
}

/** Only the title and what is open leave this browser. A sentence where the file is none to bring. */
export async function readEarlier(file: File): Promise<EarlierMeeting | string> {
  const [{ readFile }, { openActions }, { fromTitle }] = await Promise.all([
    import('$lib/components/saved/read-file.ts'),
    import('#domain/record/open-actions.ts'),
    import('$lib/components/saved/same-again.ts'),
  ]);
  const reading = await readFile(file);
  if (reading.kind === 'problem') return saved.problems[reading.problem];
  return { actions: openActions(reading.record), ...fromTitle(reading.record) };
}
