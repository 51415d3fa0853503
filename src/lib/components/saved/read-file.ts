import { readRecord } from '#domain/record/read-record.ts';
import type { RoomRecord } from '#domain/record/room-record.ts';
import { limits } from '#protocol/limits.ts';
import type { saved } from '$lib/text/saved.ts';

export type Reading =
  | { readonly kind: 'record'; readonly record: RoomRecord; readonly file: string }
  | {
      readonly kind: 'problem';
      readonly problem: keyof (typeof saved)['problems'];
      readonly where: string | null;
    };

/** Never rejects. A file that is too large is not even opened. */
export async function readFile(file: File): Promise<Reading> {
  if (file.size > limits.recordBytes) return { kind: 'problem', problem: 'too-large', where: null };
  let text: string;
  try {
    text = await file.text();
  } catch {
    return { kind: 'problem', problem: 'not-readable', where: null };
  }
  const read = readRecord(text);
  if (read.ok) return { kind: 'record', record: read.record, file: file.name };
  return { kind: 'problem', problem: read.problem, where: read.problem === 'damaged' ? read.where : null };
}
