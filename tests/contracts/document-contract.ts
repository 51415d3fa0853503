/** What every store must do with documents: their snapshots and updates are bytes, and nothing to it. */
import { describe, expect, it } from 'vitest';
import type { Store } from '../../server/store/store.ts';
import { bytesOf, readDocument, snapshotRow, updateRow } from './store-rows.ts';

/** Each test has an empty store, but for a room `atlas`. */
export function documentContract(store: () => Store): void {
  describe('documents', () => {
    it('keep their updates in the order of the calls', async () => {
      const words = Array.from({ length: 60 }, (_, at) => `update ${at}`);
      await Promise.all(
        words.map((word) => store().commit({ updates: [updateRow('atlas', 'board', word)] })),
      );
      expect((await readDocument(store(), 'atlas', 'board'))?.updates).toEqual(words);
    });

    it('lose to a snapshot what was stored before it, and keep what comes with it and after it', async () => {
      await store().commit({
        updates: [updateRow('atlas', 'board', '1'), updateRow('atlas', 'desk:ana', 'hers')],
      });
      await store().commit({
        snapshots: [snapshotRow('atlas', 'board', 'up to 1')],
        updates: [updateRow('atlas', 'board', '2')],
      });
      await store().commit({ updates: [updateRow('atlas', 'board', '3')] });
      expect(await readDocument(store(), 'atlas', 'board')).toEqual({
        snapshot: 'up to 1',
        updates: ['2', '3'],
        quarantined: 0,
      });
      expect((await readDocument(store(), 'atlas', 'desk:ana'))?.updates).toEqual(['hers']);
    });

    it('read the same after a snapshot that keeps what it replaced', async () => {
      for (const round of ['1', '2', '3']) {
        await store().commit({ updates: [updateRow('atlas', 'board', `before ${round}`)] });
        await store().commit({
          snapshots: [{ ...snapshotRow('atlas', 'board', `up to ${round}`), keepReplaced: true }],
        });
      }
      await store().commit({ updates: [updateRow('atlas', 'board', 'after')] });
      expect(await readDocument(store(), 'atlas', 'board')).toEqual({
        snapshot: 'up to 3',
        updates: ['after'],
        quarantined: 0,
      });
    });

    it('take bytes of any length, and only those of the view that was given', async () => {
      const large = new Uint8Array(1024 * 1024).map((_, at) => at);
      const view = large.subarray(100, 103);
      await store().commit({
        updates: [large, view, new Uint8Array()].map((bytes) => ({
          room: 'atlas',
          document: 'board',
          bytes,
        })),
      });
      const updates = (await store().loadRoom('atlas'))?.documents[0]?.updates;
      expect(updates?.map((bytes) => bytes.length)).toEqual([1024 * 1024, 3, 0]);
      expect(Buffer.compare(updates?.[0] ?? view, large)).toBe(0);
      expect(updates?.[1]).toEqual(new Uint8Array([100, 101, 102]));
    });

    it('take bytes as they are at the call', async () => {
      const bytes = Buffer.from('as written');
      const committed = store().commit({
        links: [{ room: 'atlas', role: 'observer', hash: 'o', sealed: bytes }],
        snapshots: [{ room: 'atlas', document: 'desk:ana', bytes }],
        updates: [{ room: 'atlas', document: 'board', bytes }],
      });
      bytes.fill(0);
      await committed;
      expect((await store().loadRoom('atlas'))?.links[0]?.sealed).toEqual(bytesOf('as written'));
      expect((await readDocument(store(), 'atlas', 'desk:ana'))?.snapshot).toBe('as written');
      expect((await readDocument(store(), 'atlas', 'board'))?.updates).toEqual(['as written']);
    });
  });
}
