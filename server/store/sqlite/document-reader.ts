/** The read side of a document's log: verifies every record it hands out and sets damaged ones aside. */
import type { DatabaseSync, SQLOutputValue } from 'node:sqlite';
import type { RoomId } from '../../../src/protocol/ids.ts';
import type { DocumentKey, StoredDocument } from '../store.ts';
import { checksumOf, recordKinds, type RecordKind } from './record-checksum.ts';

type Row = Record<string, SQLOutputValue>;

interface StoredRecord {
  readonly seq: number;
  readonly bytes: Uint8Array;
  readonly isIntact: boolean;
}

/** Reads all documents of a room, in the order of their keys. Writes when it finds a damaged record. */
export function prepareDocumentReader(db: DatabaseSync): (room: RoomId) => StoredDocument[] {
  const keys = db.prepare('SELECT key FROM documents WHERE room = ? ORDER BY key');
  const newestSnapshot = db.prepare(
    'SELECT seq, checksum, bytes FROM records WHERE room = ? AND document = ? AND kind = 1 ORDER BY seq DESC LIMIT 1',
  );
  const updatesAfter = db.prepare(
    'SELECT seq, checksum, bytes FROM records WHERE room = ? AND document = ? AND kind = 0 AND seq > ? ORDER BY seq',
  );
  const quarantined = db.prepare('SELECT count(*) AS count FROM quarantine WHERE room = ? AND document = ?');
  const setAside = prepareSettingAside(db);

  /** The newest snapshot that is intact, if any; damaged ones above it are set aside. */
  const readSnapshot = (room: RoomId, document: DocumentKey): StoredRecord | null => {
    const row = newestSnapshot.get(room, document);
    if (row === undefined) return null;
    const snapshot = verify(room, document, recordKinds.snapshot, row);
    if (snapshot.isIntact) return snapshot;
    setAside(room, document, recordKinds.snapshot, snapshot.seq);
    return readSnapshot(room, document);
  };

  const readUpdates = (room: RoomId, document: DocumentKey, after: number): Uint8Array[] => {
    const records = updatesAfter
      .all(room, document, after)
      .map((row) => verify(room, document, recordKinds.update, row));
    for (const record of records) {
      if (!record.isIntact) setAside(room, document, recordKinds.update, record.seq);
    }
    return records.filter((record) => record.isIntact).map((record) => record.bytes);
  };

  return (room) =>
    keys.all(room).map((row) => {
      const key = String(row['key']);
      const snapshot = readSnapshot(room, key);
      const updates = readUpdates(room, key, snapshot?.seq ?? 0);
      const count = Number(quarantined.get(room, key)?.['count']);
      return { key, snapshot: snapshot?.bytes ?? null, updates, quarantined: count };
    });
}

function verify(room: RoomId, document: DocumentKey, kind: RecordKind, row: Row): StoredRecord {
  const seq = Number(row['seq']);
  const bytes = row['bytes'] as Uint8Array;
  return { seq, bytes, isIntact: checksumOf({ room, document, kind, seq }, bytes) === row['checksum'] };
}

/** Moves one record to `quarantine`, where it waits for a person with the sqlite3 shell or for an erasing snapshot. */
function prepareSettingAside(db: DatabaseSync) {
  const keep = db.prepare(
    `INSERT INTO quarantine (room, document, kind, seq, checksum, padding, bytes, place)
     SELECT room, document, kind, seq, checksum, padding, bytes,
       (SELECT count(*) FROM quarantine WHERE room = ?1 AND document = ?2)
     FROM records WHERE room = ?1 AND document = ?2 AND kind = ?3 AND seq = ?4`,
  );
  const remove = db.prepare('DELETE FROM records WHERE room = ? AND document = ? AND kind = ? AND seq = ?');
  return (room: RoomId, document: DocumentKey, kind: RecordKind, seq: number): void => {
    db.exec('BEGIN IMMEDIATE');
    keep.run(room, document, kind, seq);
    remove.run(room, document, kind, seq);
    db.exec('COMMIT');
  };
}
