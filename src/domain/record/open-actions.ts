/** What an earlier room promised, as a new one takes it over. */
import type { NewRoom } from '#protocol/http.ts';
import { limits } from '#protocol/limits.ts';
import { oneLine } from './exports/one-line.ts';
import type { RoomRecord } from './room-record.ts';

/** As many as a room takes over; those without words say nothing that could be done. */
export function openActions({ actions }: RoomRecord): NewRoom['actions'] {
  return actions
    .map(({ title, owner, due }) => ({
      title: clipped(title, limits.actionChars),
      owner: clipped(owner ?? '', limits.ownerChars) || null,
      due,
    }))
    .filter(({ title }) => title !== '')
    .slice(0, limits.carriedActions);
}

function clipped(text: string, chars: number): string {
  return oneLine(text.normalize('NFC')).slice(0, chars).toWellFormed().trim();
}
