import { fork } from 'node:child_process';
import { once } from 'node:events';
import { describe, expect, it } from 'vitest';
import { copyOfFolder, dataFolder, withStore } from './data-folder.ts';
import { readDocument, roomRow, updateRow } from '../contracts/store-rows.ts';
import { writers, type ChildMessage } from './writing-child.ts';

interface Promised {
  sent: number;
  kept: number;
}

describe('what was committed', () => {
  it('is there when the store is opened again, and so is the key', async () => {
    const folder = dataFolder();
    const key = await withStore(folder, async (store) => {
      await store.commit({ rooms: [roomRow('atlas')], updates: [updateRow('atlas', 'board', 'kept')] });
      return store.key();
    });
    await withStore(folder, async (store) => {
      expect((await readDocument(store, 'atlas', 'board'))?.updates).toEqual(['kept']);
      expect(await store.key()).toEqual(key);
    });
  });

  it('is in the files as soon as the promise resolves, without anything being closed', async () => {
    const folder = dataFolder();
    await withStore(folder, async (store) => {
      await store.commit({ rooms: [roomRow('atlas')], updates: [updateRow('atlas', 'board', 'kept')] });
      await withStore(copyOfFolder(folder), async (copy) => {
        expect((await readDocument(copy, 'atlas', 'board'))?.updates).toEqual(['kept']);
      });
    });
  });

  it('survives kill -9: all that was promised, nothing twice, nothing in halves, round after round', async () => {
    const folder = dataFolder();
    const promises = new Map<string, Promised>(writers.map((room) => [room, { sent: 0, kept: 0 }]));
    for (const acknowledgements of [1, 40, 7, 120, 63]) {
      await killAfter(folder, acknowledgements, promises);
      await withStore(folder, async (store) => {
        for (const [room, promised] of promises) {
          const events = (await store.loadRoom(room))?.events ?? [];
          expect(events.length).toBeGreaterThanOrEqual(promised.kept);
          expect(events.length).toBeLessThanOrEqual(promised.sent);
          const board = await readDocument(store, room, 'board');
          expect(board?.updates ?? []).toEqual(events.map(({ rev }) => `note ${rev}`));
          const compacted = events.length - (events.length % 7);
          const desk = await readDocument(store, room, 'desk:ana');
          expect(desk?.snapshot ?? null).toBe(compacted === 0 ? null : `drafts up to ${compacted}`);
          expect(desk?.updates.at(-1)).toBe(events.at(-1) && `draft ${events.length}`);
        }
      });
    }
    expect([...promises.values()].every(({ kept }) => kept > 0)).toBe(true);
  });
});

/** Lets a child write until it has been promised so many commits, then kills it in the middle of the next ones. */
async function killAfter(
  folder: string,
  acknowledgements: number,
  promises: Map<string, Promised>,
): Promise<void> {
  const child = fork(new URL('./writing-child.ts', import.meta.url), [folder], { execArgv: [] });
  // What it said before it ended may still be on its way when it has ended.
  const heardOut = Promise.all([once(child, 'exit'), once(child, 'disconnect')]);
  let left = acknowledgements;
  child.on('message', ({ state, room, number }: ChildMessage) => {
    const promised = promises.get(room);
    if (promised === undefined) return;
    if (state === 'sent') promised.sent = Math.max(promised.sent, number);
    if (state === 'kept') promised.kept = number;
    if (state === 'kept' && --left === 0) child.kill('SIGKILL');
  });
  await heardOut;
}
