/** One connection to hearth.db, set up so that a commit that returned is on disk and what was deleted is gone. */
import { statSync } from 'node:fs';
import { DatabaseSync } from 'node:sqlite';
import { assertReadable, migrate } from '../schema/migrations.ts';
import { makePrivateFile } from './data-directory.ts';
import { assertSqliteVersion } from './sqlite-version.ts';

/**
 * Somebody with the sqlite3 shell may hold the write lock for a moment; the store waits this long and then fails.
 * The log is folded by us alone (wal_autocheckpoint off), since SQLite hides errors of its own folding.
 */
const busyMs = 1000;
const settings = `
  PRAGMA journal_mode = WAL;
  PRAGMA synchronous = FULL;
  PRAGMA fullfsync = ON;
  PRAGMA wal_autocheckpoint = 0;
  PRAGMA secure_delete = ON;
  PRAGMA temp_store = MEMORY;
  PRAGMA cache_size = -16384;
  PRAGMA trusted_schema = OFF;
  PRAGMA cell_size_check = ON;
`;

/** Opens, checks and migrates. Throws StoreFailure or SQLite's error; then nothing is left open. */
export function openDatabase(path: string): DatabaseSync {
  makePrivateFile(path);
  const db = new DatabaseSync(path, { timeout: busyMs, enableForeignKeyConstraints: true });
  try {
    assertSqliteVersion(String(db.prepare('SELECT sqlite_version() AS version').get()?.['version']));
    assertReadable(db);
    db.exec(settings);
    migrate(db);
    return db;
  } catch (error) {
    db.close();
    throw error;
  }
}

/**
 * Moves the write-ahead log into the database and cuts it to nothing, so that pages replaced since are in neither.
 * False when a reader outside still needs the log: try again later.
 */
export function foldLog(db: DatabaseSync): boolean {
  db.exec('PRAGMA busy_timeout = 0');
  const result = db.prepare('PRAGMA wal_checkpoint(TRUNCATE)').get();
  db.exec(`PRAGMA busy_timeout = ${busyMs}`);
  return result?.['busy'] === 0;
}

/** Bytes in the write-ahead log. */
export function logSize(path: string): number {
  return statSync(`${path}-wal`, { throwIfNoEntry: false })?.size ?? 0;
}
