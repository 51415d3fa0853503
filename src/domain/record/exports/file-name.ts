import type { RoomRecord } from '../room-record.ts';

const longestTitle = 60;

/**
 * Date, format and title in plain ASCII, safe on every file system and in a Content-Disposition header. `ending` is what
 * tells the exports of one record apart, such as `.md`.
 */
export function recordFileName(record: RoomRecord, ending: string): string {
  const title = slug(record.title).slice(0, longestTitle).replace(/-$/, '');
  const parts = [dateOf(record), slug(record.format.id), title || slug(record.room)];
  return `${parts.filter((part) => part !== '').join('-')}${ending}`;
}

/** The day of the meeting in UTC, YYYY-MM-DD: when it started, or was opened if it never did. */
export function dateOf(record: RoomRecord): string {
  return (record.startedAt ?? record.openedAt).slice(0, 10);
}

/** Lower-case ASCII letters and digits with single dashes between; empty where the text has none. */
export function slug(text: string): string {
  return text
    .normalize('NFKD')
    .replace(/\p{M}+/gu, '')
    .replace(/ß/g, 'ss')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '');
}
