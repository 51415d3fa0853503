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
  /** A leaf of the log (its first byte is 10) with records of that room only. */
  const isHit = (page: string) =>
    page.startsWith('\n') && page.split('borealisboard').length > 3 && !page.includes('cygnusboard');

  /** Two long logs behind each other in the same tree, so that neither needs a page of the other to grow. */
  async function damagedFolder(): Promise<string> {
    const folder = await folderWith(async (store) => {
      for (const room of ['borealis', 'cygnus']) {
        const updates = Array.from({ length: 100 }, () => updateRow(room, 'board', room));
        await store.commit({ rooms: [roomRow(room)], updates });
      }
    });
    const pages = read(folder).match(/[^]{4096}/g) ?? [];
    expect(pages.some(isHit)).toBe(true);
    const after = pages.map((page) => (isHit(page) ? '\xff'.repeat(16) + page.slice(16) : page));
    writeFileSync(join(folder, 'hearth.db'), after.join(''), 'latin1');
    return folder;
  }

  it('fails the requests of its room in words, and no others', async () => {
    const store = await openStore(await damagedFolder());
    await expect(store.loadRoom('borealis')).rejects.toThrow(StoreFailure);
    await expect(store.loadRoom('borealis')).rejects.toThrow(/malformed/);
    expect((await readDocument(store, 'cygnus', 'board'))?.updates).toHaveLength(100);
  });

  it('costs nothing to those who commit at the same moment', async () => {
    const store = await openStore(await damagedFolder());
    const outcomes = await Promise.allSettled([
      store.commit({ updates: [updateRow('cygnus', 'board', 'before')] }),
      store.commit({ events: [eventRow('borealis', 1)], updates: [updateRow('borealis', 'a', 'beside it')] }),
      store.commit({ updates: [updateRow('cygnus', 'board', 'after')] }),
    ]);
    expect(outcomes.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'fulfilled']);
    expect((await readDocument(store, 'cygnus', 'board'))?.updates.slice(100)).toEqual(['before', 'after']);
    await store.commit({ events: [eventRow('borealis', 1)] });
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
