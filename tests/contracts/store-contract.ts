/** What every store must do. Each test opens its own, empty one. */
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { StoreFailure, type Store } from '../../server/store/store.ts';
import { contradictionContract } from './contradiction-contract.ts';
import { documentContract } from './document-contract.ts';
import {
  ballotRow,
  bytesOf,
  clientIdRow,
  commandRow,
  eventRow,
  fullChange,
  linkRow,
  readDocument,
  receiptRow,
  roomRow,
  seatRow,
  updateRow,
} from './store-rows.ts';

export function storeContract(open: () => Promise<Store>): void {
  let store: Store;
  beforeEach(async () => {
    store = await open();
    await store.commit({ rooms: [roomRow('atlas')] });
  });
  afterEach(() => store.close());

  documentContract(() => store);
  contradictionContract(() => store);

  describe('reading', () => {
    it('gives null for a room that was never made', async () => {
      expect(await store.loadRoom('nowhere')).toBeNull();
    });

    it('gives back every row of a room as it was committed', async () => {
      await store.commit(fullChange('borealis'));
      expect(await store.loadRoom('borealis')).toEqual({
        room: roomRow('borealis'),
        touchedAt: 1_800_000_000_500,
        links: [linkRow('borealis', 'facilitator', 'f'), linkRow('borealis', 'participant', 'p')],
        seats: [seatRow('borealis', 'ana')],
        events: [eventRow('borealis', 1), eventRow('borealis', 2)],
        commands: [commandRow('borealis', 'ana', 'c1')],
        clientIds: [clientIdRow('borealis', 'board', 11), clientIdRow('borealis', 'desk:ana', 11)],
        receipts: [receiptRow('borealis', 'n1')],
        ballots: [ballotRow('borealis', 'p1', 'ana'), ballotRow('borealis', 'p1', 'bo')],
        documents: [
          { key: 'board', snapshot: bytesOf('board so far'), updates: [bytesOf('and more')], quarantined: 0 },
          { key: 'desk:ana', snapshot: null, updates: [bytesOf('a draft')], quarantined: 0 },
        ],
      });
    });

    it('gives nothing of one room to another', async () => {
      await store.commit(fullChange('borealis'));
      const { room, touchedAt, ...rows } = (await store.loadRoom('atlas')) ?? {};
      expect(room).toEqual(roomRow('atlas'));
      expect(touchedAt).toBe(roomRow('atlas').createdAt);
      expect(Object.values(rows).flat()).toEqual([]);
    });

    it('lists links by role, seats by age and the rest by id, however they came in', async () => {
      await store.commit({
        links: [linkRow('atlas', 'participant', 'p'), linkRow('atlas', 'facilitator', 'f')],
        seats: [seatRow('atlas', 'ana', 30), seatRow('atlas', 'cy', 10), seatRow('atlas', 'bo', 10)],
        commands: [
          commandRow('atlas', 'bo', 'c1'),
          commandRow('atlas', 'ana', 'c2'),
          commandRow('atlas', 'ana', 'c1'),
        ],
        clientIds: [
          clientIdRow('atlas', 'desk:bo', 9),
          clientIdRow('atlas', 'board', 10),
          clientIdRow('atlas', 'board', 9),
        ],
        receipts: [receiptRow('atlas', 'n2'), receiptRow('atlas', 'n1')],
        ballots: [
          ballotRow('atlas', 'p2', 'ana'),
          ballotRow('atlas', 'p1', 'bo'),
          ballotRow('atlas', 'p1', 'ana'),
        ],
        updates: [updateRow('atlas', 'desk:bo', 'x'), updateRow('atlas', 'board', 'x')],
      });
      const room = await store.loadRoom('atlas');
      expect(room?.links.map((row) => row.role)).toEqual(['facilitator', 'participant']);
      expect(room?.seats.map((row) => row.id)).toEqual(['bo', 'cy', 'ana']);
      expect(room?.commands.map((row) => [row.seat, row.cmdId])).toEqual([
        ['ana', 'c1'],
        ['ana', 'c2'],
        ['bo', 'c1'],
      ]);
      expect(room?.clientIds.map((row) => [row.document, row.clientId])).toEqual([
        ['board', 9],
        ['board', 10],
        ['desk:bo', 9],
      ]);
      expect(room?.receipts.map((row) => row.note)).toEqual(['n1', 'n2']);
      expect(room?.ballots.map((row) => [row.poll, row.seat])).toEqual([
        ['p1', 'ana'],
        ['p1', 'bo'],
        ['p2', 'ana'],
      ]);
      expect(room?.documents.map((document) => document.key)).toEqual(['board', 'desk:bo']);
    });

    it('sees every commit that was asked for before it, waited for or not', async () => {
      void store.commit({ updates: [updateRow('atlas', 'board', 'one')] });
      void store.commit({ updates: [updateRow('atlas', 'board', 'two')] });
      expect((await readDocument(store, 'atlas', 'board'))?.updates).toEqual(['one', 'two']);
    });

    it("hands out bytes that are the reader's own", async () => {
      await store.commit({ updates: [updateRow('atlas', 'board', 'words')] });
      (await store.loadRoom('atlas'))?.documents[0]?.updates[0]?.fill(0);
      expect((await readDocument(store, 'atlas', 'board'))?.updates).toEqual(['words']);
    });
  });

  describe('replacing', () => {
    it('keeps one link per role, the newest', async () => {
      await store.commit({
        links: [linkRow('atlas', 'participant', 'old'), linkRow('atlas', 'observer', 'o')],
      });
      await store.commit({ links: [linkRow('atlas', 'participant', 'new')] });
      const links = (await store.loadRoom('atlas'))?.links;
      expect(links).toEqual([linkRow('atlas', 'observer', 'o'), linkRow('atlas', 'participant', 'new')]);
    });

    it('forgets single seats, those of the same commit too, and minds none that is not there', async () => {
      await store.commit({ seats: [seatRow('atlas', 'ana'), seatRow('atlas', 'bo')] });
      await store.commit({
        seats: [seatRow('atlas', 'cy')],
        erasedSeats: ['ana', 'cy', 'dua'].map((id) => ({ room: 'atlas', id })),
      });
      expect((await store.loadRoom('atlas'))?.seats).toEqual([seatRow('atlas', 'bo')]);
    });

    it('keeps one row per seat, the newest', async () => {
      await store.commit({ seats: [seatRow('atlas', 'ana'), seatRow('atlas', 'bo')] });
      const raised = { ...seatRow('atlas', 'ana'), role: 'facilitator', tokenHash: 'another' } as const;
      await store.commit({ seats: [raised] });
      expect((await store.loadRoom('atlas'))?.seats).toEqual([raised, seatRow('atlas', 'bo')]);
    });
  });

  describe('ballots', () => {
    const ballots = async (room: string) => (await store.loadRoom(room))?.ballots;

    it('are one for each seat and poll, the newest', async () => {
      const others = [ballotRow('atlas', 'p1', 'bo'), ballotRow('atlas', 'p2', 'ana')];
      await store.commit({ ballots: [ballotRow('atlas', 'p1', 'ana', '1'), ...others] });
      await store.commit({
        ballots: [ballotRow('atlas', 'p1', 'ana', '4'), ballotRow('atlas', 'p1', 'ana', '5')],
      });
      expect(await ballots('atlas')).toEqual([ballotRow('atlas', 'p1', 'ana', '5'), ...others]);
    });

    it('are taken back one by one', async () => {
      await store.commit({ ballots: [ballotRow('atlas', 'p1', 'ana'), ballotRow('atlas', 'p1', 'bo')] });
      const back = { room: 'atlas', poll: 'p1', seat: 'ana', body: null };
      await store.commit({ ballots: [back, back] });
      expect(await ballots('atlas')).toEqual([ballotRow('atlas', 'p1', 'bo')]);
    });

    it('are erased poll by poll, with what came in the same commit, and nobody else’s', async () => {
      await store.commit({ rooms: [roomRow('borealis')], ballots: [ballotRow('borealis', 'p1', 'ana')] });
      await store.commit({ ballots: [ballotRow('atlas', 'p1', 'ana'), ballotRow('atlas', 'p2', 'ana')] });
      await store.commit({
        ballots: [ballotRow('atlas', 'p1', 'bo')],
        erasedBallots: [
          { room: 'atlas', poll: 'p1' },
          { room: 'atlas', poll: 'never' },
        ],
      });
      expect(await ballots('atlas')).toEqual([ballotRow('atlas', 'p2', 'ana')]);
      expect(await ballots('borealis')).toEqual([ballotRow('borealis', 'p1', 'ana')]);
    });
  });

  describe('rooms that are touched', () => {
    const made = roomRow('atlas').createdAt;
    const touchedAt = async (room: string) => (await store.loadRoom(room))?.touchedAt;
    const untouched = (before: number, after = '', limit = 10) =>
      store.untouchedRooms({ before, after, limit });

    it('count from when they were made, and then from the latest touch, whatever the order', async () => {
      expect(await touchedAt('atlas')).toBe(made);
      await store.commit({ touches: [{ room: 'atlas', at: made + 9 }] });
      await store.commit({
        touches: [
          { room: 'atlas', at: made + 2 },
          { room: 'atlas', at: made - 500 },
        ],
      });
      expect(await touchedAt('atlas')).toBe(made + 9);
    });

    it('are found once a moment lies after their last touch, and not at that very moment', async () => {
      await store.commit({ touches: [{ room: 'atlas', at: made + 9 }] });
      expect(await untouched(made + 9)).toEqual([]);
      expect(await untouched(made + 10)).toEqual(['atlas']);
    });

    it('are found page by page, by their ids', async () => {
      await store.commit({ rooms: ['borealis', 'cassini', 'deneb'].map(roomRow) });
      await store.commit({ touches: [{ room: 'cassini', at: made + 9 }] });
      expect(await untouched(made + 1, '', 2)).toEqual(['atlas', 'borealis']);
      expect(await untouched(made + 1, 'borealis', 2)).toEqual(['deneb']);
      expect(await untouched(made + 1, 'deneb', 2)).toEqual([]);
    });
  });

  describe('a room that is erased', () => {
    it('is gone whole, with what came in the same commit, and no other room is', async () => {
      await store.commit(fullChange('borealis'));
      await store.commit(fullChange('cassini'));
      const other = await store.loadRoom('cassini');
      await store.commit({ events: [eventRow('borealis', 3)], erasedRooms: ['borealis'] });
      expect(await store.loadRoom('borealis')).toBeNull();
      expect(await store.loadRoom('cassini')).toEqual(other);
      expect(await store.untouchedRooms({ before: Infinity, after: '', limit: 10 })).toEqual([
        'atlas',
        'cassini',
      ]);
    });

    it('leaves nothing to a room that is made under its id', async () => {
      await store.commit(fullChange('borealis'));
      await store.commit({ erasedRooms: ['borealis'] });
      await store.commit({ rooms: [roomRow('borealis')] });
      const { room, touchedAt, ...rows } = (await store.loadRoom('borealis')) ?? {};
      expect([room, touchedAt]).toEqual([roomRow('borealis'), roomRow('borealis').createdAt]);
      expect(Object.values(rows).flat()).toEqual([]);
      await store.commit({ ...fullChange('borealis'), rooms: [] });
    });
  });

  describe('the rest', () => {
    it('takes an empty change', async () => {
      await expect(store.commit({})).resolves.toBeUndefined();
    });

    it('says that it can write', async () => {
      await expect(store.probe()).resolves.toBeUndefined();
    });

    it('has one key of 32 bytes, which nobody can change', async () => {
      const key = await store.key();
      expect(key).toHaveLength(32);
      key.fill(0);
      expect(await store.key()).not.toEqual(key);
    });

    it('finishes what was asked for before it closes, and takes nothing after', async () => {
      const last = store.commit({ updates: [updateRow('atlas', 'board', 'last')] });
      const closed = store.close();
      await expect(store.commit({ updates: [updateRow('atlas', 'board', 'late')] })).rejects.toThrow(
        StoreFailure,
      );
      await expect(last).resolves.toBeUndefined();
      await closed;
      await store.close();
      await expect(store.loadRoom('atlas')).rejects.toThrow(StoreFailure);
      await expect(store.probe()).rejects.toThrow(StoreFailure);
    });
  });
}
