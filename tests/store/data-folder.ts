/** A data folder that goes with its test, and what lies in it. */
import { cpSync, existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import { openSqliteStore, type SqliteStoreOptions } from '../../server/store/sqlite-store.ts';
import type { Store } from '../../server/store/store.ts';

export function dataFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'hearth-store-'));
  onTestFinished(() => {
    rmSync(folder, { recursive: true, force: true });
  });
  return folder;
}

/** Opens a store that the end of the test closes. */
export async function openStore(folder: string, options?: SqliteStoreOptions): Promise<Store> {
  const store = await openSqliteStore(folder, options);
  onTestFinished(() => store.close());
  return store;
}

/** Runs `use` on a store that is closed again afterwards. */
export async function withStore<T>(folder: string, use: (store: Store) => Promise<T>): Promise<T> {
  const store = await openSqliteStore(folder);
  try {
    return await use(store);
  } finally {
    await store.close();
  }
}

export function copyOfFolder(folder: string): string {
  const copy = dataFolder();
  cpSync(folder, copy, { recursive: true });
  return copy;
}

export const databaseFiles = [
  'hearth.db',
  'hearth.db-wal',
  'hearth.db-shm',
  'hearth.lock',
  'hearth.key',
] as const;

/** How often the words occur in the bytes of all files together. */
export function countInFiles(folder: string, words: string): number {
  return databaseFiles
    .map((name) => join(folder, name))
    .filter((file) => existsSync(file))
    .map((file) => readFileSync(file).toString('latin1').split(words).length - 1)
    .reduce((sum, count) => sum + count, 0);
}
