import { describe, expect, it } from 'vitest';
import { ballotRow, keepingSnapshotRow, roomRow, snapshotRow, updateRow } from '../contracts/store-rows.ts';
import { seededRandom } from '../support/random.ts';
import { bytesOfFiles, copyOfFolder, countInFiles, dataFolder, openStore, withStore } from './data-folder.ts';

const canary = 'the-lead-never-listens';

describe('words that a snapshot replaces', () => {
  it('are in no file once the store is closed', async () => {
    const folder = dataFolder();
    const store = await openStore(folder);
    await store.commit({ rooms: [roomRow('atlas')], updates: [updateRow('atlas', 'desk:ana', canary)] });
    expect(countInFiles(folder, canary)).toBeGreaterThan(0);
    await store.commit({ snapshots: [snapshotRow('atlas', 'desk:ana', 'emptied')] });
    await store.close();
    expect(countInFiles(folder, canary)).toBe(0);
    expect(countInFiles(folder, 'emptied')).toBe(1);
  });

  it('leave the files of a running store soon after', async () => {
    const folder = dataFolder();
    const store = await openStore(folder, { foldAfterMs: 10 });
    await store.commit({ rooms: [roomRow('atlas')], updates: [updateRow('atlas', 'desk:ana', canary)] });
    await store.commit({ snapshots: [snapshotRow('atlas', 'desk:ana', 'emptied')] });
    await expect.poll(() => countInFiles(folder, canary)).toBe(0);
  });

  it('leave the files at the next start, if the server was killed before', async () => {
    const folder = dataFolder();
    const killed = await withStore(folder, async (store) => {
      await store.commit({ rooms: [roomRow('atlas')], updates: [updateRow('atlas', 'desk:ana', canary)] });
      await store.commit({ snapshots: [snapshotRow('atlas', 'desk:ana', 'emptied')] });
      return copyOfFolder(folder);
    });
    expect(countInFiles(killed, canary)).toBeGreaterThan(0);
    await openStore(killed);
    expect(countInFiles(killed, canary)).toBe(0);
  });

  it('stay for one more snapshot where that was asked for, and go with it', async () => {
    const folder = dataFolder();
    await withStore(folder, async (store) => {
      await store.commit({ rooms: [roomRow('atlas')], updates: [updateRow('atlas', 'board', canary)] });
      await store.commit({ snapshots: [keepingSnapshotRow('atlas', 'board', 'first')] });
    });
    expect(countInFiles(folder, canary)).toBe(1);
    await withStore(folder, (store) =>
      store.commit({ snapshots: [keepingSnapshotRow('atlas', 'board', 'second')] }),
    );
    expect(countInFiles(folder, canary)).toBe(0);
    expect(countInFiles(folder, 'first')).toBe(1);
    await withStore(folder, (store) => store.commit({ snapshots: [snapshotRow('atlas', 'board', 'third')] }));
    expect(countInFiles(folder, 'first') + countInFiles(folder, 'second')).toBe(0);
  });

  it('leave no copy behind in pages that other documents share, however rows have moved', async () => {
    const folder = dataFolder();
    const random = seededRandom(1);
    const desks = Array.from({ length: 200 }, (_, number) => ({
      key: `desk:${number}`,
      words: [] as string[],
    }));
    await withStore(folder, async (store) => {
      void store.commit({ rooms: [roomRow('atlas')] });
      for (let step = 0; step < 2000; step += 1) {
        const desk = random.pick(desks);
        const words = `[${canary} ${step}]`;
        desk.words.push(words);
        void store.commit({ updates: [updateRow('atlas', desk.key, words.padEnd(random.below(700), 'x'))] });
      }
      await store.commit({
        snapshots: everySecond(desks, 0).map(({ key }) => snapshotRow('atlas', key, 'e')),
      });
    });
    const found = new Set(bytesOfFiles(folder).match(new RegExp(`\\[${canary} \\d+\\]`, 'g')));
    const wordsOf = (half: 0 | 1) => everySecond(desks, half).flatMap(({ words }) => words);
    expect(wordsOf(0).filter((words) => found.has(words))).toEqual([]);
    expect(wordsOf(1).filter((words) => !found.has(words))).toEqual([]);
  });
});

describe('[POLL-8] ballots of a poll that has ended', () => {
  const answer = 'i-do-not-feel-safe';
  const erased = { erasedBallots: [{ room: 'atlas', poll: 'p1' }] };

  it('are in no file once the store is closed, nor is what they replaced', async () => {
    const folder = dataFolder();
    const store = await openStore(folder);
    await store.commit({ rooms: [roomRow('atlas')], ballots: [ballotRow('atlas', 'p1', 'ana', answer)] });
    await store.commit({ ballots: [ballotRow('atlas', 'p1', 'ana', `${answer} at all`)] });
    await store.commit({ ballots: [{ room: 'atlas', poll: 'p1', seat: 'ana', body: null }] });
    expect(countInFiles(folder, answer)).toBeGreaterThan(0);
    await store.commit(erased);
    await store.close();
    expect(countInFiles(folder, answer)).toBe(0);
  });

  it('leave the files of a running store soon after', async () => {
    const folder = dataFolder();
    const store = await openStore(folder, { foldAfterMs: 10 });
    await store.commit({ rooms: [roomRow('atlas')], ballots: [ballotRow('atlas', 'p1', 'ana', answer)] });
    await store.commit(erased);
    await expect.poll(() => countInFiles(folder, answer)).toBe(0);
  });

  it('leave no copy behind in pages that other ballots share, however rows have moved', async () => {
    const folder = dataFolder();
    const random = seededRandom(2);
    const last = new Map<string, string>();
    await withStore(folder, async (store) => {
      void store.commit({ rooms: [roomRow('atlas')] });
      for (let step = 0; step < 3000; step += 1) {
        const ballot = { poll: `p${random.below(20)}`, seat: `seat${random.below(60)}` };
        const words = `[${answer} ${step}]`;
        last.set(`${ballot.poll} ${ballot.seat}`, words);
        const body = words.padEnd(random.below(900), 'x');
        void store.commit({ ballots: [{ room: 'atlas', ...ballot, body }] });
      }
      const even = Array.from({ length: 10 }, (_, index) => ({ room: 'atlas', poll: `p${index * 2}` }));
      await store.commit({ erasedBallots: even });
    });
    const found = bytesOfFiles(folder).match(new RegExp(`\\[${answer} \\d+\\]`, 'g')) ?? [];
    const kept = [...last].filter(([key]) => Number(/\d+/.exec(key)?.[0]) % 2 === 1);
    expect([...found].sort()).toEqual(kept.map(([, words]) => words).sort());
  });
});

function everySecond<Item>(items: readonly Item[], from: 0 | 1): Item[] {
  return items.filter((_, place) => place % 2 === from);
}
