/** The record as it is: the canonical archive from which everything else can be made again. */
import type { RoomRecord } from '../room-record.ts';

/** Fields that a later version of us added to a saved record are written back as they came. */
export function recordJson(record: RoomRecord): string {
  const json = JSON.stringify(record, null, 2);
  // Inside a page, these three would end a script or a line; in JSON they mean the same when they are escaped.
  const safe = json.replace(
    /[<\u2028\u2029]/g,
    (sign) => `\\u${sign.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
  return `${safe}\n`;
}
