import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { eventRow, roomRow, updateRow } from '../contracts/store-rows.ts';
import { dataFolder, openStore } from './data-folder.ts';

describe('commits that arrive while one is being written', () => {
  it('share the next transaction, and with it one sync', async () => {
    const folder = dataFolder();
    const store = await openStore(folder);
    const rooms = Array.from({ length: 40 }, (_, number) => `room-${number}`);
    await store.commit({ rooms: rooms.map(roomRow) });
    const before = transactionsIn(folder);
    const first = store.commit({ updates: [updateRow('room-0', 'board', 'first')] });
    await oneTurn();
    const rest = rooms.map((room) => store.commit({ events: [eventRow(room, 1)] }));
    await Promise.all([first, ...rest]);
    expect(transactionsIn(folder) - before).toBeLessThanOrEqual(2);
  });

  it('take a transaction each when they wait for each other', async () => {
    const folder = dataFolder();
    const store = await openStore(folder);
    await store.commit({ rooms: [roomRow('atlas')] });
    const before = transactionsIn(folder);
    for (const rev of [1, 2, 3]) await store.commit({ events: [eventRow('atlas', rev)] });
    expect(transactionsIn(folder) - before).toBe(3);
  });

  it('cost nothing when all of them are refused', async () => {
    const folder = dataFolder();
    const store = await openStore(folder);
    const before = transactionsIn(folder);
    await Promise.allSettled([1, 2, 3].map((rev) => store.commit({ events: [eventRow('nowhere', rev)] })));
    expect(transactionsIn(folder)).toBe(before);
  });
});

function oneTurn(): Promise<void> {
  return new Promise((resolve) => setImmediate(resolve));
}

/**
 * Counts the commits in the write-ahead log: frames whose header says how large the database is after them. Frames of
 * an earlier round of the log carry another salt.
 */
function transactionsIn(folder: string): number {
  const log = readFileSync(join(folder, 'hearth.db-wal'));
  const pageSize = 4096;
  const salt = log.subarray(16, 24);
  let commits = 0;
  for (let frame = 32; frame + 24 <= log.length; frame += 24 + pageSize) {
    if (log.subarray(frame + 8, frame + 16).equals(salt) && log.readUInt32BE(frame + 4) > 0) commits += 1;
  }
  return commits;
}
