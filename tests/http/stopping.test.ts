import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { pino } from 'pino';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { readConfig } from '../../server/config.ts';
import { createApp } from '../../server/http/app.ts';
import { Doorway } from '../../server/rooms/doorway.ts';
import { RoomRegistry } from '../../server/rooms/room-registry.ts';
import { systemChance, systemClock } from '../../server/rooms/surroundings.ts';
import { TokenBuckets } from '../../server/rooms/token-buckets.ts';
import { openSqliteStore } from '../../server/store/sqlite-store.ts';
import type { Store } from '../../server/store/store.ts';
import { errorBody } from '../../src/protocol/errors.ts';
import { Browser, startMeeting } from '../support/people.ts';
import { temporaryDirectory } from '../support/server.ts';

let server: Server;
let store: Store;
let registry: RoomRegistry;
let origin: string;
let isStopping: () => boolean;

beforeEach(async () => {
  const read = readConfig({});
  if (!read.ok) throw new Error(read.sentence);
  store = await openSqliteStore(temporaryDirectory());
  const around = { clock: systemClock, chance: systemChance, store, log: pino({ level: 'silent' }) };
  registry = new RoomRegistry(around, await store.key());
  isStopping = () => false;
  const app = createApp({
    ...{ ...around, registry, rates: read.config.rates, doorway: new Doorway(read.config) },
    requests: new TokenBuckets(read.config.rates.requests, systemClock),
    addressesFor: () => null,
    isStopping: () => isStopping(),
    pages: { inline: null, serve: (_request, response) => response.end('page') },
  });
  server = createServer(app).listen(0, '127.0.0.1');
  await new Promise((resolve) => server.once('listening', resolve));
  origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});

afterEach(async () => {
  server.closeAllConnections();
  server.close();
  await registry.close();
  await store.close();
});

describe('while the server stops', () => {
  it('whoever asks is told to try again, and that nothing is wrong with the link', async () => {
    const { facilitator, secrets } = await startMeeting(origin);
    isStopping = () => true;
    for (const response of [
      await facilitator.get(facilitator.at('/seat')),
      await new Browser(origin).post(facilitator.at('/peek'), { secret: secrets.participant }),
      await new Browser(origin).get('/readyz'),
    ]) {
      expect(response.status).toBe(503);
      expect(response.headers.get('retry-after')).toBe('1');
      expect(await response.json()).toEqual(errorBody('restarting'));
    }
    expect((await new Browser(origin).get('/healthz')).status).toBe(200);
  });

  it('so is somebody whose request came in before and finds the rooms gone', async () => {
    const { facilitator, secrets } = await startMeeting(origin);
    await registry.close();
    let looks = 0;
    isStopping = () => looks++ > 0;
    const seat = await facilitator.get(facilitator.at('/seat'));
    expect([seat.status, await seat.json()]).toEqual([503, errorBody('restarting')]);
    looks = 0;
    const peek = await new Browser(origin).post(facilitator.at('/peek'), { secret: secrets.participant });
    expect([peek.status, await peek.json()]).toEqual([503, errorBody('restarting')]);
  });
});
