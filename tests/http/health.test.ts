import { describe, expect, it } from 'vitest';
import { errorBody } from '../../src/protocol/errors.ts';
import { Browser } from '../support/people.ts';
import { startOwnServer, temporaryDirectory } from '../support/server.ts';
import { openSqliteStore } from '../../server/store/sqlite-store.ts';

describe('health', () => {
  it('says that the process lives and can store', async () => {
    const server = await startOwnServer();
    const browser = new Browser(server.origin);
    expect((await browser.get('/healthz')).status).toBe(200);
    expect((await browser.get('/readyz')).status).toBe(200);
    await server.close();
  });

  it('says that nothing can be stored, asks the disk once a second, and is well again by itself', async () => {
    const store = await openSqliteStore(temporaryDirectory());
    let now = 1_000_000;
    let isBroken = true;
    let probes = 0;
    const probe = async () => {
      probes += 1;
      if (isBroken) throw new Error('no space left');
    };
    const server = await startOwnServer({
      around: {
        clock: { now: () => now, after: () => () => {} },
        store: {
          probe,
          commit: (change) => store.commit(change),
          loadRoom: (room) => store.loadRoom(room),
          key: () => store.key(),
          untouchedRooms: (page) => store.untouchedRooms(page),
          close: () => store.close(),
        },
      },
    });
    const browser = new Browser(server.origin);
    for (let asked = 0; asked < 5; asked++) {
      const response = await browser.get('/readyz');
      expect(response.status).toBe(503);
      expect(await response.json()).toEqual(errorBody('store-failed'));
    }
    expect(probes).toBe(1);
    expect((await browser.get('/healthz')).status).toBe(200);
    isBroken = false;
    now += 1_000;
    expect((await browser.get('/readyz')).status).toBe(200);
    await server.close();
  });
});
