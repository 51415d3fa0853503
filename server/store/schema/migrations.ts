/** The database's own number (`user_version`) says how many of the migrations it has been through. */
import type { DatabaseSync } from 'node:sqlite';
import { StoreFailure } from '../store.ts';
import { roomsAndDocuments } from './001-rooms-and-documents.ts';
import { ballots } from './002-ballots.ts';
import { roomEnds } from './003-room-ends.ts';

/** Only ever appended to: what a released version has run is never changed. */
const migrations: readonly string[] = [roomsAndDocuments, ballots, roomEnds];

/** Throws a StoreFailure for a database that is newer than this version or not ours. Writes nothing. */
export function assertReadable(db: DatabaseSync): void {
  const found = versionOf(db);
  if (found > migrations.length) {
    throw new StoreFailure(
      `The database was written by a newer Hearth (its format is ${found}, this version reads up to ${migrations.length}). ` +
        'Nothing was changed. Start that newer version, or restore a backup made with this one.',
    );
  }
  if (found === 0 && !isEmpty(db)) {
    throw new StoreFailure('The file hearth.db is not a Hearth database. Nothing was changed. Move it away.');
  }
}

/** Brings a readable database up to this version, each step whole or not at all. */
export function migrate(db: DatabaseSync): void {
  const found = versionOf(db);
  migrations.slice(found).forEach((sql, step) => {
    db.exec(`BEGIN IMMEDIATE; ${sql} PRAGMA user_version = ${found + step + 1}; COMMIT`);
  });
}

function versionOf(db: DatabaseSync): number {
  return Number(db.prepare('PRAGMA user_version').get()?.['user_version']);
}

function isEmpty(db: DatabaseSync): boolean {
  return db.prepare('SELECT 1 FROM sqlite_schema LIMIT 1').get() === undefined;
}
