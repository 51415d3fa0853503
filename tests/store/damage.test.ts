/** Bytes are changed on the disk, as a failing one would, in the file of a closed store. */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { StoreFailure, type Store } from '../../server/store/store.ts';
import {
  eventRow,
  keepingSnapshotRow,
  readDocument,
  roomRow,
  snapshotRow,
  updateRow,
} from '../contracts/store-rows.ts';
import { dataFolder, openStore, withStore } from './data-folder.ts';

describe('a damaged record', () => {
  it('at the end is set aside, and what was before it is read', async () => {
    const folder = await folderWith(async (store) => {
      for (const words of ['first', 'second', 'third']) await append(store, words);
    });
    damage(folder, 'third');
    const store = await openStore(folder);
    expect(await readDocument(store, 'atlas', 'board')).toEqual({
      snapshot: null,
      updates: ['first', 'second'],
      quarantined: 1,
    });
  });

  it('in the middle is set aside, and what comes after it is read', async () => {
    const folder = await folderWith(async (store) => {
      for (const words of ['first', 'second', 'third']) await append(store, words);
    });
    damage(folder, 'second');
    const store = await openStore(folder);
    expect((await readDocument(store, 'atlas', 'board'))?.updates).toEqual(['first', 'third']);
  });

  it('is counted at every later load, and the document goes on being written', async () => {
    const folder = await folderWith(async (store) => {
      await append(store, 'first');
      await append(store, 'second');
    });
    damage(folder, 'second');
    await withStore(folder, async (store) => {
      await readDocument(store, 'atlas', 'board');
      await append(store, 'after');
    });
    const store = await openStore(folder);
    expect(await readDocument(store, 'atlas', 'board')).toEqual({
      snapshot: null,
      updates: ['first', 'after'],
      quarantined: 1,
    });
  });

  it('costs no other document anything', async () => {
    const folder = await folderWith(async (store) => {
      await append(store, 'board words');
      await store.commit({
        events: [eventRow('atlas', 1)],
        updates: [updateRow('atlas', 'desk:ana', 'desk words')],
      });
    });
    damage(folder, 'board words');
    const store = await openStore(folder);
    expect((await readDocument(store, 'atlas', 'desk:ana'))?.updates).toEqual(['desk words']);
    expect((await store.loadRoom('atlas'))?.events).toEqual([eventRow('atlas', 1)]);
  });

  it('is kept for repair until a snapshot erases', async () => {
    const folder = await folderWith((store) => append(store, 'first words'));
    damage(folder, 'first words');
    await withStore(folder, async (store) => {
      await readDocument(store, 'atlas', 'board');
      await store.commit({ snapshots: [keepingSnapshotRow('atlas', 'board', 'kept')] });
    });
    expect(read(folder)).toContain(damaged('first words'));
    await withStore(folder, async (store) => {
      await store.commit({ snapshots: [snapshotRow('atlas', 'board', 'erased')] });
      expect((await readDocument(store, 'atlas', 'board'))?.quarantined).toBe(0);
    });
    expect(read(folder)).not.toContain(damaged('first words'));
  });
});

describe('a damaged snapshot', () => {
  it('gives way to the one before it and everything since, so that nothing is lost', async () => {
    const folder = await folderWith(async (store) => {
      await append(store, 'one');
      await store.commit({ snapshots: [keepingSnapshotRow('atlas', 'board', 'snapshot of one')] });
      await append(store, 'two');
      await store.commit({ snapshots: [keepingSnapshotRow('atlas', 'board', 'snapshot of two')] });
      await append(store, 'three');
    });
    damage(folder, 'snapshot of two');
    const store = await openStore(folder);
    expect(await readDocument(store, 'atlas', 'board')).toEqual({
      snapshot: 'snapshot of one',
      updates: ['two', 'three'],
      quarantined: 1,
    });
  });

  it('gives way to the log from its beginning, when it was the first', async () => {
    const folder = await folderWith(async (store) => {
      await append(store, 'one');
      await store.commit({ snapshots: [keepingSnapshotRow('atlas', 'board', 'snapshot of one')] });
      await append(store, 'two');
    });
    damage(folder, 'snapshot of one');
    const store = await openStore(folder);
    expect((await readDocument(store, 'atlas', 'board'))?.updates).toEqual(['one', 'two']);
  });

  it('that erased what it replaced leaves the log after it', async () => {
    const folder = await folderWith(async (store) => {
      await append(store, 'one');
      await store.commit({ snapshots: [snapshotRow('atlas', 'board', 'snapshot of one')] });
      await append(store, 'two');
    });
    damage(folder, 'snapshot of one');
    const store = await openStore(folder);
    expect(await readDocument(store, 'atlas', 'board')).toEqual({
      snapshot: null,
      updates: ['two'],
      quarantined: 1,
    });
  });
});

describe('a damaged page', () => {
  it('fails the requests that meet it, in words, and not the process', async () => {
    const folder = await folderWith(async (store) => {
      for (let number = 0; number < 200; number += 1) void append(store, `update ${number}`);
      await store.probe();
    });
    const file = join(folder, 'hearth.db');
    const bytes = readFileSync(file);
    for (let page = 1; page < bytes.length / 4096; page += 1) {
      if (bytes[page * 4096] === 10 || bytes[page * 4096] === 2)
        bytes.fill(0xff, page * 4096, page * 4096 + 16);
    }
    writeFileSync(file, bytes);
    const store = await openStore(folder);
    await expect(store.loadRoom('atlas')).rejects.toThrow(StoreFailure);
    await expect(store.loadRoom('atlas')).rejects.toThrow(/malformed/);
  });
});

/** A folder whose store holds the room atlas and what `write` put there. */
async function folderWith(write: (store: Store) => Promise<void>): Promise<string> {
  const folder = dataFolder();
  await withStore(folder, async (store) => {
    await store.commit({ rooms: [roomRow('atlas')] });
    await write(store);
  });
  return folder;
}

function append(store: Store, words: string): Promise<void> {
  return store.commit({ updates: [updateRow('atlas', 'board', words)] });
}

function damaged(words: string): string {
  return `#${words.slice(1)}`;
}

/** Changes the first byte of the words where they lie, which must be in one place. */
function damage(folder: string, words: string): void {
  const parts = read(folder).split(words);
  expect(parts).toHaveLength(2);
  writeFileSync(join(folder, 'hearth.db'), parts.join(damaged(words)), 'latin1');
}

function read(folder: string): string {
  return readFileSync(join(folder, 'hearth.db'), 'latin1');
}
