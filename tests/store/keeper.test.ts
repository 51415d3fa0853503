import { join } from 'node:path';
import type { DatabaseSync } from 'node:sqlite';
import { beforeEach, describe, expect, it, onTestFinished } from 'vitest';
import { openDatabase } from '../../server/store/sqlite/database.ts';
import { Keeper } from '../../server/store/sqlite/keeper.ts';
import { eventRow, roomRow, updateRow } from '../contracts/store-rows.ts';
import { dataFolder } from './data-folder.ts';

describe('the keeper of the connection', () => {
  let connections: DatabaseSync[];
  let keeper: Keeper;
  const current = () => connections.at(-1) as DatabaseSync;
  const eventsStored = () => keeper.load('atlas')?.events.length;

  beforeEach(() => {
    connections = [];
    keeper = new Keeper(join(dataFolder(), 'hearth.db'), (path) => {
      connections.push(openDatabase(path));
      return current();
    });
    onTestFinished(() => keeper.close());
    keeper.commit([{ rooms: [roomRow('atlas')] }]);
  });

  it('works on one connection for as long as the disk obeys, conflicts or not', () => {
    keeper.commit([{ events: [eventRow('atlas', 1)] }, { events: [eventRow('atlas', 1)] }]);
    keeper.probe();
    expect(eventsStored()).toBe(1);
    expect(connections).toHaveLength(1);
  });

  it('writes nothing of a group that does not fit on the disk, and goes on with a new connection', () => {
    current().exec('PRAGMA max_page_count = 1');
    const large = { ...updateRow('atlas', 'board', ''), bytes: new Uint8Array(500_000) };
    expect(() => keeper.commit([{ events: [eventRow('atlas', 1)] }, { updates: [large] }])).toThrow(/full/);
    expect(connections[0]?.isOpen).toBe(false);
    expect(eventsStored()).toBe(0);
    expect(keeper.commit([{ events: [eventRow('atlas', 1)] }, { updates: [large] }])).toEqual([null, null]);
    expect(connections).toHaveLength(2);
  });

  it('never repeats a failed sync on the connection that saw it', () => {
    failOnce(current(), 'COMMIT');
    expect(() => keeper.commit([{ events: [eventRow('atlas', 1)] }])).toThrow(/disk I\/O error/);
    expect(connections[0]?.isOpen).toBe(false);
    expect(eventsStored()).toBe(0);
  });

  it('says so at each request while the database cannot be opened, and serves when it can', () => {
    const folder = dataFolder();
    let isBroken = false;
    const moody = new Keeper(join(folder, 'hearth.db'), (path) => {
      if (isBroken) throw new Error('unable to open database file');
      connections.push(openDatabase(path));
      return current();
    });
    onTestFinished(() => moody.close());
    isBroken = true;
    failOnce(current(), 'COMMIT');
    expect(() => moody.commit([{ rooms: [roomRow('atlas')] }])).toThrow(/disk I\/O error/);
    expect(() => moody.probe()).toThrow(/unable to open/);
    expect(() => moody.load('atlas')).toThrow(/unable to open/);
    isBroken = false;
    moody.probe();
    expect(moody.load('atlas')).toBeNull();
  });
});

/** As when the kernel reports that a sync failed (SQLITE_IOERR_FSYNC). */
function failOnce(db: DatabaseSync, statement: string): void {
  const exec = db.exec.bind(db);
  let hasFailed = false;
  db.exec = (sql) => {
    if (sql !== statement || hasFailed) return exec(sql);
    hasFailed = true;
    throw Object.assign(new Error('disk I/O error'), { code: 'ERR_SQLITE_ERROR', errcode: 1034 });
  };
}
