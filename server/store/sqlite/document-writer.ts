/**
 * The write side of a document's log. Updates and snapshots share one sequence per document; a snapshot stands for
 * every record with a smaller number.
 */
import type { DatabaseSync } from 'node:sqlite';
import type { SnapshotRow, UpdateRow } from '../store.ts';
import { checksumOf, recordKinds, type RecordKind } from './record-checksum.ts';

export interface DocumentWriter {
  append(row: UpdateRow): void;
  compact(row: SnapshotRow): void;
}

export function prepareDocumentWriter(db: DatabaseSync): DocumentWriter {
  const lastSeq = db.prepare(
    'SELECT max(seq) AS seq FROM records WHERE room = ? AND document = ? AND kind = ?',
  );
  const begin = db.prepare('INSERT OR IGNORE INTO documents (room, key) VALUES (?, ?)');
  const insert = db.prepare(
    'INSERT INTO records (room, document, kind, seq, checksum, bytes) VALUES (?, ?, ?, ?, ?, ?)',
  );
  const forget = db.prepare('DELETE FROM records WHERE room = ? AND document = ? AND seq < ?');
  const forgetQuarantined = db.prepare('DELETE FROM quarantine WHERE room = ? AND document = ?');

  const last = ({ room, document }: UpdateRow, kind: RecordKind) =>
    Number(lastSeq.get(room, document, kind)?.['seq'] ?? 0);
  const nextSeq = (row: UpdateRow) =>
    Math.max(last(row, recordKinds.update), last(row, recordKinds.snapshot)) + 1;
  const write = (row: UpdateRow, kind: RecordKind, seq: number) => {
    if (seq === 1) begin.run(row.room, row.document);
    const checksum = checksumOf({ room: row.room, document: row.document, kind, seq }, row.bytes);
    insert.run(row.room, row.document, kind, seq, checksum, row.bytes);
  };

  return {
    append(row) {
      write(row, recordKinds.update, nextSeq(row));
    },
    compact(row) {
      const seq = nextSeq(row);
      forget.run(row.room, row.document, row.keepReplaced === true ? last(row, recordKinds.snapshot) : seq);
      if (row.keepReplaced !== true) forgetQuarantined.run(row.room, row.document);
      write(row, recordKinds.snapshot, seq);
    },
  };
}
