/** The folder that HEARTH_DATA names: hearth.db, hearth.key, hearth.lock. Readable by the server's account only. */
import { closeSync, existsSync, fsyncSync, mkdirSync, openSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { StoreFailure } from '../store.ts';

export interface DataDirectory {
  readonly path: string;
  readonly database: string;
  /** False when this start made the database file. */
  readonly hadDatabase: boolean;
  release(): void;
}

/** Makes what is missing and holds the folder's lock until `release` or the end of the process. */
export function holdDataDirectory(path: string): DataDirectory {
  makePrivateFolder(path);
  const release = lock(path);
  const database = join(path, 'hearth.db');
  return { path, database, hadDatabase: existsSync(database), release };
}

/**
 * Folder by folder: a recursive mkdir never returns where a folder exists and takes no new ones, such as /proc. A name
 * that is taken is no failure here, since another start may just have made it; one that is no folder fails at the lock.
 */
function makePrivateFolder(path: string): void {
  if (existsSync(path)) return;
  makePrivateFolder(dirname(path));
  try {
    mkdirSync(path, { mode: 0o700 });
  } catch (error) {
    if (!existsSync(path)) throw error;
  }
}

/** SQLite gives its log the mode of the database, so that file is made first, with the mode we want. */
export function makePrivateFile(path: string): void {
  closeSync(openSync(path, 'a', 0o600));
}

/** A new name in a folder survives a power cut only once the folder itself is synced. */
export function syncDirectory(path: string): void {
  const folder = openSync(path, 'r');
  fsyncSync(folder);
  closeSync(folder);
}

/** The kernel drops the lock with the process, however that ends; hearth.db stays open to readers and backups. */
function lock(path: string): () => void {
  const file = join(path, 'hearth.lock');
  makePrivateFile(file);
  const holder = new DatabaseSync(file);
  try {
    holder.exec('PRAGMA journal_mode = MEMORY; BEGIN EXCLUSIVE');
  } catch {
    holder.close();
    throw new StoreFailure(
      'Another Hearth is running on this folder. Stop it, or set HEARTH_DATA to another one.',
    );
  }
  return () => {
    holder.close();
  };
}
