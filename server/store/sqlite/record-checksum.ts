import { crc32 } from 'node:zlib';
import type { DocumentKey } from '../store.ts';
import type { RoomId } from '../../../src/protocol/ids.ts';

export const recordKinds = { update: 0, snapshot: 1 } as const;
export type RecordKind = (typeof recordKinds)[keyof typeof recordKinds];

/** Where a record belongs. The checksum covers it: good bytes in the wrong place are as damaged as bad ones. */
export interface RecordPlace {
  readonly room: RoomId;
  readonly document: DocumentKey;
  readonly kind: RecordKind;
  readonly seq: number;
}

export function checksumOf(place: RecordPlace, bytes: Uint8Array): number {
  return crc32(bytes, crc32(`${place.room}\n${place.document}\n${place.kind}\n${place.seq}\n`));
}
