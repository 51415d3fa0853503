import { readWebAddress } from '../../board/web-address.ts';
import type { RoomRecord } from '../room-record.ts';
import { recordMarkdown } from './markdown.ts';

/**
 * The same for GitHub, which makes mentions and issue links out of `@name` and `#12` even where they are escaped: an
 * invisible space behind each sign in what people wrote keeps strangers from being called.
 */
export function githubMarkdown(record: RoomRecord): string {
  return recordMarkdown(unlinked(record) as RoomRecord);
}

/** No id, day or word of ours has one of the two signs. */
function unlinked(value: unknown): unknown {
  if (typeof value === 'string') return value.replace(/[@#]/g, (sign) => `${sign}\u200b`);
  if (Array.isArray(value)) return value.map(unlinked);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, item]: [string, unknown]) => [
      key,
      isLink(key, item) ? item : unlinked(item),
    ]),
  );
}

/** With a space in it, it would lead elsewhere; inside of a link nobody is called. */
function isLink(key: string, value: unknown): boolean {
  return key === 'source' && typeof value === 'string' && readWebAddress(value) !== null;
}
