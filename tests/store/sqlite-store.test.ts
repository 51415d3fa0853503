import { describe, expect, it } from 'vitest';
import { storeContract } from '../contracts/store-contract.ts';
import { eventRow, roomRow, seatRow } from '../contracts/store-rows.ts';
import { dataFolder, openStore } from './data-folder.ts';

describe('the store on a SQLite file', () => {
  storeContract(() => openStore(dataFolder()));

  it('answers a mistake of a caller with an error, and goes on', async () => {
    const store = await openStore(dataFolder());
    await store.commit({ rooms: [roomRow('atlas')] });
    const withoutRole = { ...seatRow('atlas', 'ana'), role: undefined as unknown as 'participant' };
    const withFunction = { ...eventRow('atlas', 1), body: (() => '') as unknown as string };
    await expect(store.commit({ seats: [withoutRole] })).rejects.toThrow(TypeError);
    await expect(store.commit({ events: [withFunction] })).rejects.toThrow(TypeError);
    await store.commit({ events: [eventRow('atlas', 1)] });
    expect((await store.loadRoom('atlas'))?.events).toHaveLength(1);
  });
});
