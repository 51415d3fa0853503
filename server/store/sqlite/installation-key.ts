import { randomBytes } from 'node:crypto';
import { closeSync, existsSync, fsyncSync, openSync, readFileSync, renameSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { StoreFailure } from '../store.ts';
import { syncDirectory, type DataDirectory } from './data-directory.ts';

const keyBytes = 32;

/**
 * The key in hearth.key, made with the database and never again: a database without its key is an incomplete backup,
 * and a fresh key would silently make every sealed link unreadable.
 */
export function readOrMakeKey(directory: DataDirectory): Uint8Array {
  const file = join(directory.path, 'hearth.key');
  if (existsSync(file)) return readKey(file);
  if (directory.hadDatabase) {
    throw new StoreFailure(
      'hearth.key is missing beside hearth.db. Put it back from the same backup. If it is lost, ' +
        '`head -c 32 /dev/urandom > hearth.key` makes another; the invite links of existing rooms then cannot be shown again.',
    );
  }
  return makeKey(directory.path, file);
}

function readKey(file: string): Uint8Array {
  const key = new Uint8Array(readFileSync(file));
  if (key.length !== keyBytes) {
    throw new StoreFailure(
      `hearth.key has ${key.length} bytes instead of ${keyBytes}. Put it back from a backup.`,
    );
  }
  return key;
}

function makeKey(folder: string, file: string): Uint8Array {
  const key = new Uint8Array(randomBytes(keyBytes));
  const unfinished = openSync(`${file}.new`, 'w', 0o600);
  writeSync(unfinished, key);
  fsyncSync(unfinished);
  closeSync(unfinished);
  renameSync(`${file}.new`, file);
  syncDirectory(folder);
  return key;
}
