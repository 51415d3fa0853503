/** A saved record as it is read back. It may come from anywhere, and is believed only as far as its schema goes. */
import { recordName, roomRecordSchema, type RoomRecord } from './room-record.ts';

export type ReadRecord =
  | { readonly ok: true; readonly record: RoomRecord }
  /** `newer`: made by a later version of us. `damaged`: a record, but `where` something is missing or wrong. */
  | { readonly ok: false; readonly problem: 'not-json' | 'not-a-record' | 'newer' }
  | { readonly ok: false; readonly problem: 'damaged'; readonly where: string };

/** The record is what stood in the file, with every field that we do not know, in its order. */
export function readRecord(text: string): ReadRecord {
  const found = parse(text);
  if (found === undefined) return { ok: false, problem: 'not-json' };
  const named = nameOf(found);
  if (named === null) return { ok: false, problem: 'not-a-record' };
  const parsed = roomRecordSchema.safeParse(found);
  // Nothing in the schema changes a value, so what was checked is what is handed on.
  if (parsed.success) return { ok: true, record: found as RoomRecord };
  if (named !== recordName) return { ok: false, problem: 'newer' };
  return { ok: false, problem: 'damaged', where: parsed.error.issues[0]?.path.map(String).join(' ') ?? '' };
}

function parse(text: string): unknown {
  try {
    // A byte order mark is not JSON, and editors like to leave one.
    return JSON.parse(text.replace(/^\ufeff/, '')) as unknown;
  } catch {
    return undefined;
  }
}

/** Null where it does not say that it is a record of ours. */
function nameOf(value: unknown): string | null {
  if (typeof value !== 'object' || value === null || !('schema' in value)) return null;
  const { schema } = value;
  return typeof schema === 'string' && schema.startsWith('hearth-record-') ? schema : null;
}
