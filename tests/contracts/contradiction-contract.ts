/** What every store must refuse whole. */
import { describe, expect, it } from 'vitest';
import { StoreConflict, type Change, type Store } from '../../server/store/store.ts';
import {
  ballotRow,
  clientIdRow,
  commandRow,
  eventRow,
  linkRow,
  readDocument,
  receiptRow,
  roomRow,
  seatRow,
  snapshotRow,
  updateRow,
} from './store-rows.ts';

/** Each test has an empty store, but for a room `atlas`. */
export function contradictionContract(store: () => Store): void {
  describe('a change that contradicts the store', () => {
    const contradictions: Record<string, Change> = {
      'a room that exists': { rooms: [roomRow('fresh'), roomRow('atlas')] },
      'an event that exists': { events: [eventRow('atlas', 3), eventRow('atlas', 2)] },
      'an event after a gap': { events: [eventRow('atlas', 3), eventRow('atlas', 5)] },
      'an event before the first': { events: [eventRow('atlas', 0)] },
      'a command of a seat that was answered': {
        commands: [commandRow('atlas', 'ana', 'c2'), commandRow('atlas', 'ana', 'c1')],
      },
      'a client id that is taken in its document': { clientIds: [clientIdRow('atlas', 'board', 11, 'bo')] },
      'a note that has a receipt': { receipts: [receiptRow('atlas', 'n2'), receiptRow('atlas', 'n1')] },
      'a link of a room that does not exist': { links: [linkRow('nowhere', 'observer', 'o')] },
      'a seat of a room that does not exist': { seats: [seatRow('nowhere', 'ana')] },
      'a ballot of a room that does not exist': { ballots: [ballotRow('nowhere', 'p1', 'ana')] },
      'a ballot taken back in a room that does not exist': {
        ballots: [{ ...ballotRow('nowhere', 'p1', 'ana'), body: null }],
      },
      'ballots erased in a room that does not exist': { erasedBallots: [{ room: 'nowhere', poll: 'p1' }] },
      'a touch of a room that does not exist': { touches: [{ room: 'nowhere', at: 1 }] },
      'the end of a room that does not exist': { erasedRooms: ['atlas', 'nowhere'] },
      'a snapshot of a room that does not exist': { snapshots: [snapshotRow('nowhere', 'board', 'x')] },
      'an update of a room that does not exist': { updates: [updateRow('nowhere', 'board', 'x')] },
    };
    const before: Change = {
      seats: [seatRow('atlas', 'ana')],
      events: [eventRow('atlas', 1), eventRow('atlas', 2)],
      commands: [commandRow('atlas', 'ana', 'c1')],
      clientIds: [clientIdRow('atlas', 'board', 11)],
      receipts: [receiptRow('atlas', 'n1')],
      updates: [updateRow('atlas', 'board', 'kept')],
    };

    it.each(Object.entries(contradictions))('is refused whole: %s', async (_, contradiction) => {
      await store().commit(before);
      const unchanged = await store().loadRoom('atlas');
      const change: Change = {
        seats: [seatRow('atlas', 'bo')],
        snapshots: [snapshotRow('atlas', 'board', 'never')],
        ballots: [ballotRow('atlas', 'p1', 'ana')],
        ...contradiction,
        updates: [updateRow('atlas', 'board', 'never'), ...(contradiction.updates ?? [])],
      };
      const companion = store().commit({ rooms: [roomRow('borealis')] });
      await expect(store().commit(change)).rejects.toThrow(StoreConflict);
      await companion;
      expect(await store().loadRoom('atlas')).toEqual(unchanged);
      expect(await store().loadRoom('fresh')).toBeNull();
      await store().commit({ events: [eventRow('atlas', 3)] });
    });

    it('costs nothing to those who commit at the same moment', async () => {
      const outcomes = await Promise.allSettled([
        store().commit({ events: [eventRow('atlas', 1)], updates: [updateRow('atlas', 'board', 'first')] }),
        store().commit({ seats: [seatRow('atlas', 'loser')], events: [eventRow('atlas', 1)] }),
        store().commit({
          rooms: [roomRow('borealis')],
          updates: [updateRow('borealis', 'board', 'elsewhere')],
        }),
        store().commit({ events: [eventRow('atlas', 2)], updates: [updateRow('atlas', 'board', 'second')] }),
      ]);
      expect(outcomes.map((outcome) => outcome.status)).toEqual([
        'fulfilled',
        'rejected',
        'fulfilled',
        'fulfilled',
      ]);
      expect((await store().loadRoom('atlas'))?.seats).toEqual([]);
      expect((await readDocument(store(), 'atlas', 'board'))?.updates).toEqual(['first', 'second']);
      expect((await readDocument(store(), 'borealis', 'board'))?.updates).toEqual(['elsewhere']);
    });

    it('is not one when another seat uses the same command id, or another document the same client id', async () => {
      await store().commit(before);
      await store().commit({
        commands: [commandRow('atlas', 'bo', 'c1')],
        clientIds: [clientIdRow('atlas', 'desk:bo', 11)],
      });
      expect((await store().loadRoom('atlas'))?.commands).toHaveLength(2);
    });
  });
}
