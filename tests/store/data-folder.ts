/** A data folder that goes with its test, and what lies in it. */
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
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

/** How often the words occur in the bytes of all files of the store. */
export function countInFiles(folder: string, words: string): number {
  return bytesOfFiles(folder).split(words).length - 1;
}

/** The bytes of all files one after another, one character each. */
export function bytesOfFiles(folder: string): string {
  return readdirSync(folder)
    .map((name) => readFileSync(join(folder, name)).toString('latin1'))
    .join('\n');
}
