import { readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { describe, expect, it } from 'vitest';
import { openDatabase } from '../../server/store/sqlite/database.ts';
import { assertSqliteVersion } from '../../server/store/sqlite/sqlite-version.ts';
import { StoreFailure } from '../../server/store/store.ts';
import { roomsAndDocuments } from '../../server/store/schema/001-rooms-and-documents.ts';
import { ballotRow, eventRow, roomRow } from '../contracts/store-rows.ts';
import { dataFolder, openStore, withStore } from './data-folder.ts';

describe('opening the store', () => {
  it('makes a missing folder, and files that only the server may read', async () => {
    const folder = join(dataFolder(), 'deep', 'data');
    const store = await openStore(folder);
    await store.commit({ rooms: [roomRow('atlas')] });
    expect(statSync(folder).mode & 0o777).toBe(0o700);
    for (const name of ['hearth.db', 'hearth.db-wal', 'hearth.key', 'hearth.lock']) {
      expect([name, statSync(join(folder, name)).mode & 0o777]).toEqual([name, 0o600]);
    }
  });

  it('sets up a log that is synced at every commit, folded by us alone, and pages that are wiped', () => {
    const db = openDatabase(join(dataFolder(), 'hearth.db'));
    const settings = ['journal_mode', 'synchronous', 'wal_autocheckpoint', 'secure_delete', 'foreign_keys'];
    const values = settings.map((name) => Object.values(db.prepare(`PRAGMA ${name}`).get() ?? {})[0]);
    db.close();
    expect(values).toEqual(['wal', 2, 0, 1, 1]);
  });

  it('refuses a database from a newer version, says so, and leaves it alone', async () => {
    const folder = await usedFolder();
    setUserVersion(folder, 1000);
    const before = readFileSync(join(folder, 'hearth.db'));
    await expect(withStore(folder, () => Promise.resolve())).rejects.toThrow(
      /written by a newer Hearth \(its format is 1000.*Start that newer version, or restore a backup/,
    );
    expect(readFileSync(join(folder, 'hearth.db')).equals(before)).toBe(true);
  });

  it('brings a database of the first version up to this one, with all that is in it', async () => {
    const folder = dataFolder();
    const first = new DatabaseSync(join(folder, 'hearth.db'));
    first.exec(`${roomsAndDocuments} PRAGMA user_version = 1`);
    first.exec("INSERT INTO rooms VALUES ('atlas', 1800000000000, 4294967295)");
    for (const { room, rev, at, body } of [eventRow('atlas', 1), eventRow('atlas', 2)])
      first.prepare('INSERT INTO events VALUES (?, ?, ?, ?)').run(room, rev, at, body);
    first.close();
    writeFileSync(join(folder, 'hearth.key'), new Uint8Array(32));
    const opened = Date.now();
    await withStore(folder, async (store) => {
      await store.commit({ ballots: [ballotRow('atlas', 'p1', 'ana')] });
      const room = await store.loadRoom('atlas');
      expect(room).toMatchObject({
        room: roomRow('atlas'),
        events: [eventRow('atlas', 1), eventRow('atlas', 2)],
        ballots: [ballotRow('atlas', 'p1', 'ana')],
      });
      expect(room?.touchedAt).toBeGreaterThanOrEqual(opened);
    });
  });

  it('refuses a database of another program', async () => {
    const folder = dataFolder();
    const other = new DatabaseSync(join(folder, 'hearth.db'));
    other.exec('CREATE TABLE recipes (name TEXT)');
    other.close();
    writeFileSync(join(folder, 'hearth.key'), new Uint8Array(32));
    await expect(withStore(folder, () => Promise.resolve())).rejects.toThrow(/not a Hearth database/);
  });

  it('refuses a file that is no database', async () => {
    const folder = await usedFolder();
    writeFileSync(join(folder, 'hearth.db'), 'Dear diary, '.repeat(1000));
    await expect(withStore(folder, () => Promise.resolve())).rejects.toThrow(/not a database/);
  });

  it('refuses to run without the key of an existing database, or with half of it', async () => {
    const folder = await usedFolder();
    writeFileSync(join(folder, 'hearth.key'), 'short');
    await expect(withStore(folder, () => Promise.resolve())).rejects.toThrow(
      /hearth.key has 5 bytes instead of 32/,
    );
    rmSync(join(folder, 'hearth.key'));
    await expect(withStore(folder, () => Promise.resolve())).rejects.toThrow(
      /hearth.key is missing beside hearth.db/,
    );
  });

  it('refuses a folder that another store holds, and takes it when that one is closed', async () => {
    const folder = dataFolder();
    await withStore(folder, async () => {
      await expect(withStore(folder, () => Promise.resolve())).rejects.toThrow(/Another Hearth is running/);
    });
    await withStore(folder, (store) => store.probe());
  });

  it('names the folder in every refusal', async () => {
    const file = join(dataFolder(), 'file');
    writeFileSync(file, '');
    await expect(withStore(join(file, 'data'), () => Promise.resolve())).rejects.toThrow(
      `The store in ${join(file, 'data')} cannot be opened.`,
    );
    await expect(withStore(join(file, 'data'), () => Promise.resolve())).rejects.toThrow(StoreFailure);
  });
});

describe('the SQLite library', () => {
  it.each(['3.51.3', '3.51.10', '3.53.0', '3.100.0', '4.0.0'])('may be %s', (version) => {
    expect(() => assertSqliteVersion(version)).not.toThrow();
  });

  it.each(['3.51.2', '3.50.9', '3.7.17', '2.99.99', '3.51', 'unknown'])('may not be %s', (version) => {
    expect(() => assertSqliteVersion(version)).toThrow(/needs 3\.51\.3 or newer/);
  });
});

async function usedFolder(): Promise<string> {
  const folder = dataFolder();
  await withStore(folder, (store) => store.commit({ rooms: [roomRow('atlas')] }));
  return folder;
}

function setUserVersion(folder: string, version: number): void {
  const db = new DatabaseSync(join(folder, 'hearth.db'));
  db.exec(`PRAGMA user_version = ${version}`);
  db.close();
}
