/** A copy of the data directory from which a server can be started, taken while another process writes to it. */
import {
  copyFileSync,
  existsSync,
  fsyncSync,
  closeSync,
  mkdirSync,
  openSync,
  renameSync,
  rmSync,
} from 'node:fs';
import { join } from 'node:path';
import { backup, DatabaseSync } from 'node:sqlite';
import { StoreFailure } from '../store.ts';
import { assertReadable } from '../schema/migrations.ts';
import { makePrivateFile, syncDirectory } from './data-directory.ts';

/** All pages in one step: between steps the server would write, and the copy begin again. It waits for nothing. */
const allPages = 2 ** 31 - 1;

export interface BackedUp {
  readonly rooms: number;
}

/**
 * The database as of one moment, and the key, in `target`, which is made where it is missing and must hold no other
 * copy. Rejects with a StoreFailure whose message is a sentence for the operator; then `target` holds no database.
 */
export async function backUp(dataDir: string, target: string): Promise<BackedUp> {
  const files = { database: join(dataDir, 'hearth.db'), key: join(dataDir, 'hearth.key') };
  for (const file of Object.values(files))
    if (!existsSync(file)) throw new StoreFailure(`There is no ${file}. HEARTH_DATA names the directory.`);
  const copy = join(target, 'hearth.db');
  if (existsSync(copy)) throw new StoreFailure(`${copy} is there already. Name a new folder.`);
  mkdirSync(target, { recursive: true, mode: 0o700 });
  const unfinished = `${copy}.new`;
  try {
    await copyDatabase(files.database, unfinished);
    const rooms = check(unfinished);
    copyKey(files.key, join(target, 'hearth.key'));
    sync(unfinished);
    renameSync(unfinished, copy);
    syncDirectory(target);
    return { rooms };
  } finally {
    for (const end of ['', '-journal', '-wal', '-shm']) rmSync(`${unfinished}${end}`, { force: true });
  }
}

async function copyDatabase(from: string, to: string): Promise<void> {
  rmSync(to, { force: true });
  makePrivateFile(to);
  const source = new DatabaseSync(from, { readOnly: true, timeout: 5_000 });
  try {
    await backup(source, to, { rate: allPages });
  } finally {
    source.close();
  }
}

/** Every page is read once. A copy nobody can read is none. */
function check(path: string): number {
  const db = new DatabaseSync(path);
  try {
    assertReadable(db);
    // Without a log of its own, so that the copy is this one file.
    db.exec('PRAGMA journal_mode = DELETE');
    const found = Object.values(db.prepare('PRAGMA integrity_check').get() ?? {})[0];
    if (found !== 'ok')
      throw new StoreFailure(`The copy is damaged, as the database may be: ${String(found)}.`);
    return Number(db.prepare('SELECT count(*) AS count FROM rooms').get()?.['count']);
  } finally {
    db.close();
  }
}

function copyKey(from: string, to: string): void {
  makePrivateFile(to);
  copyFileSync(from, to);
  sync(to);
}

function sync(path: string): void {
  const file = openSync(path, 'r');
  fsyncSync(file);
  closeSync(file);
}
