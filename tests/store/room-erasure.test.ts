import { fork } from 'node:child_process';
import { once } from 'node:events';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { describe, expect, it, onTestFinished } from 'vitest';
import { roomsAndDocuments } from '../../server/store/schema/001-rooms-and-documents.ts';
import { openDatabase } from '../../server/store/sqlite/database.ts';
import { Keeper } from '../../server/store/sqlite/keeper.ts';
import { fullChange, roomRow } from '../contracts/store-rows.ts';
import { seededRandom } from '../support/random.ts';
import { bytesOfFiles, copyOfFolder, countInFiles, dataFolder, openStore, withStore } from './data-folder.ts';
import { roomsToErase, wordsOf, wordyChange, type ErasingMessage } from './erasing-child.ts';

describe('the words of a room that is erased', () => {
  it('are in no file once the store is closed', async () => {
    const folder = dataFolder();
    await withStore(folder, async (store) => {
      await store.commit(wordyChange('atlas'));
      await store.commit(wordyChange('borealis'));
      expect(countInFiles(folder, wordsOf('atlas'))).toBeGreaterThanOrEqual(6);
      await store.commit({ erasedRooms: ['atlas'] });
    });
    expect(countInFiles(folder, wordsOf('atlas'))).toBe(0);
    expect(countInFiles(folder, wordsOf('borealis'))).toBeGreaterThanOrEqual(6);
  });

  it('leave the files of a running store soon after', async () => {
    const folder = dataFolder();
    const store = await openStore(folder, { foldAfterMs: 10 });
    await store.commit(wordyChange('atlas'));
    await store.commit({ erasedRooms: ['atlas'] });
    await expect.poll(() => countInFiles(folder, wordsOf('atlas'))).toBe(0);
  });

  it('leave the files at the next start, if the server was killed before', async () => {
    const folder = dataFolder();
    const killed = await withStore(folder, async (store) => {
      await store.commit(wordyChange('atlas'));
      await store.commit({ erasedRooms: ['atlas'] });
      return copyOfFolder(folder);
    });
    expect(countInFiles(killed, wordsOf('atlas'))).toBeGreaterThan(0);
    await openStore(killed);
    expect(countInFiles(killed, wordsOf('atlas'))).toBe(0);
  });

  it('T-64: leave no copy behind in pages that other rooms share, however rows have moved', async () => {
    const folder = dataFolder();
    const random = seededRandom(3);
    const rooms = Array.from({ length: 40 }, (_, at) => ({ id: `room${at}`, rev: 0 }));
    await withStore(folder, async (store) => {
      void store.commit({ rooms: rooms.map(({ id }) => roomRow(id)) });
      for (let step = 0; step < 2500; step += 1) {
        const room = random.pick(rooms);
        const body = `[words of ${room.id}, ${step}]`.padEnd(random.below(900), 'x');
        room.rev += 1;
        void store.commit({ events: [{ room: room.id, rev: room.rev, at: step, body }] });
      }
      await store.commit({ erasedRooms: rooms.filter((_, at) => at % 2 === 0).map(({ id }) => id) });
    });
    const found = bytesOfFiles(folder).match(/\[words of room\d+, \d+\]/g) ?? [];
    const ofRoom = (id: string) => found.filter((words) => words.startsWith(`[words of ${id},`)).length;
    expect(rooms.map(({ id }) => ofRoom(id))).toEqual(rooms.map(({ rev }, at) => (at % 2 === 0 ? 0 : rev)));
  });

  it('are gone too where they were written by the first version of Hearth', async () => {
    const folder = dataFolder();
    const first = new DatabaseSync(join(folder, 'hearth.db'));
    first.exec(`${roomsAndDocuments} PRAGMA user_version = 1`);
    first.exec("INSERT INTO rooms VALUES ('atlas', 1, 1), ('borealis', 1, 1)");
    for (let rev = 1; rev <= 200; rev += 1)
      for (const room of ['atlas', 'borealis'])
        first.prepare('INSERT INTO events VALUES (?, ?, 1, ?)').run(room, rev, wordsOf(room));
    first.close();
    writeFileSync(join(folder, 'hearth.key'), new Uint8Array(32));
    await withStore(folder, (store) => store.commit({ erasedRooms: ['atlas'] }));
    expect(countInFiles(folder, wordsOf('atlas'))).toBe(0);
    expect(countInFiles(folder, wordsOf('borealis'))).toBe(200);
  });
});

describe('erasing a room', () => {
  it('empties every table that names it', () => {
    const file = join(dataFolder(), 'hearth.db');
    const keeper = new Keeper(file);
    keeper.commit([fullChange('atlas'), fullChange('borealis')]);
    setAside(file);
    const tables = namingRooms(file);
    expect(tables).toContain('quarantine');
    const rows = () => tables.map((table) => `${table}: ${countOf(file, table, 'atlas')}`);
    expect(rows().filter((count) => count.endsWith(': 0'))).toEqual([]);
    keeper.commit([{ erasedRooms: ['atlas'] }]);
    expect(rows()).toEqual(tables.map((table) => `${table}: 0`));
    keeper.close();
  });

  it('that breaks off at any statement leaves the whole room', () => {
    const file = join(dataFolder(), 'hearth.db');
    let left = Infinity;
    const keeper = new Keeper(file, (path) => failingAfter(openDatabase(path), () => left-- <= 0));
    onTestFinished(() => keeper.close());
    keeper.commit([fullChange('atlas')]);
    const whole = keeper.load('atlas');
    let failures = 0;
    for (left = 0; keeper.load('atlas') !== null; left = failures) {
      try {
        keeper.commit([{ erasedRooms: ['atlas'] }]);
        break;
      } catch (error) {
        expect(String(error)).toMatch(/disk I\/O error/);
        failures += 1;
        left = Infinity;
        expect(keeper.load('atlas')).toEqual(whole);
      }
    }
    expect(failures).toBe(11);
    expect(keeper.load('atlas')).toBeNull();
  });

  it('survives kill -9: each room is whole or gone, and gone is what was said to be', async () => {
    for (const told of [1, 9, 23]) {
      const folder = dataFolder();
      const gone = await killAfter(folder, told);
      await withStore(folder, async (store) => {
        for (const room of roomsToErase) {
          const stored = await store.loadRoom(room);
          if (gone.has(room) || stored === null) expect(stored).toBeNull();
          else
            expect(stored).toMatchObject({ events: wordyChange(room).events, touchedAt: 1_800_000_000_500 });
        }
      });
      for (const room of gone) expect(countInFiles(folder, wordsOf(room))).toBe(0);
    }
  });
});

/** As a read does with a damaged record. */
function setAside(file: string): void {
  const db = new DatabaseSync(file);
  db.exec(
    `INSERT INTO quarantine SELECT room, document, kind, seq, checksum, padding, bytes, seq FROM records WHERE kind = 0`,
  );
  db.close();
}

function namingRooms(file: string): string[] {
  const db = new DatabaseSync(file, { readOnly: true });
  const tables = db.prepare("SELECT name, sql FROM sqlite_schema WHERE type = 'table'").all();
  db.close();
  return tables.filter(({ sql }) => /^\s+room\s/m.test(String(sql))).map(({ name }) => String(name));
}

function countOf(file: string, table: string, room: string): number {
  const db = new DatabaseSync(file, { readOnly: true });
  const count = db.prepare(`SELECT count(*) AS count FROM ${table} WHERE room = ?`).get(room)?.['count'];
  db.close();
  return Number(count);
}

/** Each deleting statement asks whether it is the one at which the disk fails. */
function failingAfter(db: DatabaseSync, isNow: () => boolean): DatabaseSync {
  const prepare = db.prepare.bind(db);
  db.prepare = (sql) => {
    const statement = prepare(sql);
    if (!/^DELETE FROM \w+ WHERE (room|id) = \?$/.test(sql)) return statement;
    const run = statement.run.bind(statement) as (value: string) => ReturnType<typeof statement.run>;
    statement.run = ((value: string) => {
      if (isNow())
        throw Object.assign(new Error('disk I/O error'), { code: 'ERR_SQLITE_ERROR', errcode: 778 });
      return run(value);
    }) as typeof statement.run;
    return statement;
  };
  return db;
}

async function killAfter(folder: string, told: number): Promise<Set<string>> {
  const child = fork(new URL('./erasing-child.ts', import.meta.url), [folder], { execArgv: [] });
  const exited = once(child, 'exit');
  const gone = new Set<string>();
  child.on('message', ({ gone: room }: ErasingMessage) => {
    if (gone.size < told) gone.add(room);
    if (gone.size === told) child.kill('SIGKILL');
  });
  await exited;
  expect(gone.size).toBe(told);
  return gone;
}
