import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { HeadlessStage } from '../support/headless-stage.ts';
import { join, openRoom, type HeadlessRoom } from '../support/headless-person.ts';
import { Browser } from '../support/people.ts';
import { exchange, firstOf, upgradeHead } from '../support/raw-exchange.ts';
import { startOwnServer, type OwnServer } from '../support/server.ts';

let server: OwnServer;
let room: HeadlessRoom;
beforeAll(async () => {
  server = await startOwnServer();
  room = await openRoom(server.origin);
});
afterAll(() => server.close());

const ways = () => [
  `/sync/${room.id}/board`,
  `/sync/${room.id}/desk`,
  `/socket.io/?EIO=4&transport=websocket&room=${room.id}`,
];
const host = () => `127.0.0.1:${server.port}`;
const statusOf = (answer: string) => Number(/^HTTP\/1\.1 (\d+)/.exec(answer)?.[1]);

describe('[SEAT-6] T-31 an upgrade', () => {
  it('opens from our own page', async () => {
    for (const path of ways()) {
      const bytes = upgradeHead(path, {
        Host: host(),
        Origin: server.origin,
        Cookie: room.facilitator.cookie,
      });
      expect(statusOf(await firstOf(server.port, bytes))).toBe(101);
    }
  });

  it.each([
    ['another site', () => 'https://evil.example'],
    ['an opaque origin', () => 'null'],
    ['a host that ends like ours', () => `http://evil-${host()}`],
    ['another port', () => 'http://127.0.0.1:1'],
    ['another name of this machine', () => `http://localhost:${server.port}`],
    ['nowhere', () => undefined],
  ])('is refused from %s, whatever cookie it brings', async (_what, originOf) => {
    const origin = originOf();
    for (const path of ways()) {
      const headers = {
        Host: host(),
        Cookie: room.facilitator.cookie,
        ...(origin !== undefined && { Origin: origin }),
      };
      expect(statusOf(await exchange(server.port, upgradeHead(path, headers)))).toBe(403);
    }
  });

  it.each(['/', '/sync', '/nope', '/socket.iox/', '/vite', '//sync/a/board'])(
    'to %s is nothing we know',
    async (path) => {
      for (const protocol of ['y', 'vite-hmr']) {
        const headers = { Host: host(), Origin: server.origin, 'Sec-WebSocket-Protocol': protocol };
        expect(statusOf(await exchange(server.port, upgradeHead(path, headers)))).toBe(404);
      }
    },
  );

  it('cannot come by Socket.IO’s long polling', async () => {
    const browser = new Browser(server.origin);
    const response = await browser.get(`/socket.io/?EIO=4&transport=polling&room=${room.id}`);
    expect(response.status).toBe(404);
  });

  it('T-40 is not negotiated to compress', async () => {
    for (const path of ways()) {
      const answer = await firstOf(
        server.port,
        upgradeHead(path, {
          Host: host(),
          Origin: server.origin,
          Cookie: room.facilitator.cookie,
          'Sec-WebSocket-Extensions': 'permessage-deflate; client_max_window_bits',
        }),
      );
      expect(answer).toMatch(/^HTTP\/1\.1 101/);
      expect(answer.toLowerCase()).not.toContain('permessage-deflate');
    }
  });
});

describe('T-39 live connections', () => {
  it('are limited per address, and the place is free again when one ends', async () => {
    const small = await startOwnServer({ env: { HEARTH_SOCKETS_PER_ADDRESS: '2' } });
    const own = await openRoom(small.origin);
    const [ana, ben] = [
      await join(small.origin, own.links.participant, 'Ana'),
      await join(small.origin, own.links.participant, 'Ben'),
    ];
    await ana.open('board');
    await ana.stage.connect();
    await expect(ben.stage.connect()).rejects.toThrow();
    await expect(ben.open('board')).rejects.toThrow();
    ana.leave();
    const again = new HeadlessStage(small.origin, own.id, ben.cookie);
    await expect
      .poll(() =>
        again.connect().then(
          () => true,
          () => false,
        ),
      )
      .toBe(true);
    again.disconnect();
    await small.close();
  });

  it('end when the head of a request does not arrive', { timeout: 30_000 }, async () => {
    const startedAt = performance.now();
    const answer = await exchange(server.port, `GET / HTTP/1.1\r\nHost: ${host()}\r\nX-Slow: `);
    expect(answer).toMatch(/^HTTP\/1\.1 408/);
    expect(performance.now() - startedAt).toBeLessThan(15_000);
  });
});
