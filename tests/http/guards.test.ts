import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { errorBody } from '../../src/protocol/errors.ts';
import { limits } from '../../src/protocol/limits.ts';
import { Browser, join, read, startMeeting } from '../support/people.ts';
import { exchange, head } from '../support/raw-exchange.ts';
import { startOwnServer, type OwnServer } from '../support/server.ts';

let server: OwnServer;
beforeAll(async () => {
  server = await startOwnServer({ env: { HEARTH_ROOMS_PER_HOUR: '0' } });
});
afterAll(() => server.close());

describe('[SEAT-6] T-32 a write from another site', () => {
  it.each([
    ['says so', { origin: 'https://evil.example' }],
    ['says nothing', { origin: undefined }],
    ['hides it', { origin: 'null' }],
    ['comes from a subdomain', { 'sec-fetch-site': 'same-site' }],
    ['comes from elsewhere by the browser’s own word', { 'sec-fetch-site': 'cross-site' }],
    ['comes from outside of any page', { 'sec-fetch-site': 'none' }],
  ])('that %s is refused', async (_what, headers) => {
    const { facilitator } = await startMeeting(server.origin);
    const asked = [
      await facilitator.post('/api/rooms', { title: 'A' }, { headers }),
      await facilitator.patch(facilitator.at('/seat'), { name: 'Eve' }, { headers }),
      await facilitator.post(facilitator.at('/client-ids'), { document: 'board' }, { headers }),
      await facilitator.ask('DELETE', facilitator.at('/seat'), { headers }),
    ];
    for (const response of asked) {
      expect(response.status).toBe(403);
      expect(await response.json()).toEqual(errorBody('foreign-origin'));
    }
    expect(await read(await facilitator.get(facilitator.at('/seat')))).toMatchObject({ name: 'Fay' });
  });

  it('is let through when the browser calls it our own', async () => {
    const response = await new Browser(server.origin).post(
      '/api/rooms',
      { title: 'A' },
      { headers: { 'sec-fetch-site': 'same-origin' } },
    );
    expect(response.status).toBe(201);
  });

  it('cannot be read either, since no header allows it', async () => {
    const { facilitator } = await startMeeting(server.origin);
    const foreign = { headers: { origin: 'https://evil.example' } };
    for (const response of [
      await facilitator.get(facilitator.at('/seat'), foreign),
      await facilitator.ask('OPTIONS', '/api/rooms', foreign),
    ]) {
      expect([...response.headers.keys()].filter((name) => name.startsWith('access-control'))).toEqual([]);
      expect(response.headers.get('cross-origin-resource-policy')).toBe('same-origin');
    }
  });
});

describe('a body', () => {
  const post = (body: string | Uint8Array, headers: Record<string, string | undefined> = {}) =>
    new Browser(server.origin).ask('POST', '/api/rooms', { body, headers });
  const room = JSON.stringify({ title: 'A' });

  it.each([
    'text/plain',
    'application/x-www-form-urlencoded',
    'multipart/form-data; boundary=x',
    'application/jsonp',
  ])('T-32 of type %s is refused', async (type) => {
    const response = await post(room, { 'content-type': type });
    expect(response.status).toBe(415);
    expect(await response.json()).toEqual(errorBody('unsupported-media'));
  });

  it('without a type is refused', async () => {
    expect((await post(new TextEncoder().encode(room), { 'content-type': undefined })).status).toBe(415);
  });

  it('that is missing is bad input', async () => {
    expect((await new Browser(server.origin).ask('POST', '/api/rooms')).status).toBe(400);
  });

  it('T-40 that is compressed is refused unread', async () => {
    const bomb = gzipSync(JSON.stringify({ title: 'x'.repeat(50_000_000) }));
    const small = gzipSync(room);
    for (const body of [small, bomb.subarray(0, 30_000)]) {
      const response = await post(body, { 'content-encoding': 'gzip' });
      expect(response.status).toBe(415);
      expect(await response.json()).toEqual(errorBody('unsupported-media'));
    }
  });

  it('in another character set is refused', async () => {
    expect((await post(room, { 'content-type': 'application/json; charset=latin1' })).status).toBe(415);
  });

  it('may be as long as the limit and no longer', async () => {
    const padded = (length: number) => room.padEnd(length, ' ');
    expect((await post(padded(limits.requestBytes))).status).toBe(201);
    const response = await post(padded(limits.requestBytes + 1));
    expect(response.status).toBe(413);
    expect(await response.json()).toEqual(errorBody('too-large'));
  });

  it.each(['{', '"text"', '7', '{"title":"A"}}', '\u0000'])('that reads %j is bad input', async (body) => {
    const response = await post(body);
    expect(response.status).toBe(400);
    expect(await response.json()).toEqual(errorBody('bad-input'));
  });

  it.each([
    ['[]', 'The body has to be a JSON object.'],
    ['{"__proto__":{"title":"A"}}', 'title has to be text.'],
  ])('that reads %j is bad input, and it is said why', async (body, next) => {
    const response = await post(body);
    expect(response.status).toBe(400);
    expect(await response.json()).toEqual({ ...errorBody('bad-input'), next });
  });
});

describe('T-57 what no browser would send', () => {
  const host = () => ({ Host: `127.0.0.1:${server.port}` });
  const statusOf = (answer: string) => Number(/^HTTP\/1\.1 (\d+)/.exec(answer)?.[1]);

  it.each([
    ['a method nobody uses', () => head('TRACE / HTTP/1.1', host())],
    [
      'a method by header',
      () =>
        head('POST /api/rooms HTTP/1.1', {
          ...host(),
          'X-HTTP-Method-Override': 'GET',
          'Content-Length': '0',
        }),
    ],
    ['an address that cannot be decoded', () => head('GET /api/rooms/%zz/seat HTTP/1.1', host())],
    ['a very long address', () => head(`GET /${'a'.repeat(20_000)} HTTP/1.1`, host())],
    ['a very long query', () => head(`GET /api/rooms?${'a[b]='.repeat(3_000)} HTTP/1.1`, host())],
    [
      'more headers than memory is for',
      () =>
        head('GET /api/nope HTTP/1.1', {
          ...host(),
          ...Object.fromEntries(Array.from({ length: 4_000 }, (_, i) => [`X-${i}`, 'a'])),
        }),
    ],
    [
      'two lengths',
      () => head('POST /api/rooms HTTP/1.1', { ...host(), 'Content-Length': '5', 'content-length': '6' }),
    ],
    [
      'a length and chunks',
      () =>
        head('POST /api/rooms HTTP/1.1', {
          ...host(),
          'Content-Length': '5',
          'Transfer-Encoding': 'chunked',
        }),
    ],
    ['a line break in a header', () => head('GET /api/nope HTTP/1.1', { ...host(), 'X-A': 'b\u0000c' })],
    ['no host', () => head('GET / HTTP/1.1')],
    ['a language that is not HTTP', () => 'HELO hearth\r\n\r\n'],
  ])('is refused: %s', async (_what, bytes) => {
    const status = statusOf(await exchange(server.port, bytes()));
    expect(status).toBeGreaterThanOrEqual(400);
    expect(status).toBeLessThan(500);
    expect((await new Browser(server.origin).get('/healthz')).status).toBe(200);
  });

  it('does not reach the policy of a page by its Host header', async () => {
    const answer = await exchange(
      server.port,
      head('GET / HTTP/1.1', { Host: "a; script-src 'unsafe-inline'" }),
    );
    expect(answer).not.toContain('unsafe-inline');
  });
});

describe('rates', () => {
  async function served<T>(env: Record<string, string>, use: (server: OwnServer) => Promise<T>): Promise<T> {
    const own = await startOwnServer({ env });
    try {
      return await use(own);
    } finally {
      await own.close();
    }
  }

  it('T-51 limit how many rooms an address makes', () =>
    served({ HEARTH_ROOMS_PER_HOUR: '2' }, async ({ origin }) => {
      const make = () => new Browser(origin).post('/api/rooms', { title: 'A' });
      const statuses = [(await make()).status, (await make()).status, (await make()).status];
      expect(statuses).toEqual([201, 201, 429]);
    }));

  it('limit how many join from an address', () =>
    served({ HEARTH_JOINS_PER_MINUTE: '2' }, async ({ origin }) => {
      const meeting = await startMeeting(origin);
      await join(meeting, 'Ana');
      await join(meeting, 'Ben');
      await expect(join(meeting, 'Cy')).rejects.toThrow('429');
    }));

  it('T-35 stop an address that guesses, but nobody who has a seat', () =>
    served({ HEARTH_WRONG_SECRETS_PER_MINUTE: '3' }, async ({ origin }) => {
      const meeting = await startMeeting(origin);
      const guess = (secret: string) => new Browser(origin).post(meeting.facilitator.at('/peek'), { secret });
      const statuses = [];
      for (let tries = 0; tries < 4; tries++) statuses.push((await guess(`${tries}`.repeat(22))).status);
      expect(statuses).toEqual([404, 404, 404, 429]);
      expect((await guess(meeting.secrets.participant)).status).toBe(429);
      expect((await meeting.facilitator.get(meeting.facilitator.at('/seat'))).status).toBe(200);
      const forged = { headers: { cookie: `hearth-${meeting.room}=${'A'.repeat(22)}` } };
      expect((await new Browser(origin).get(meeting.facilitator.at('/seat'), forged)).status).toBe(429);
    }));

  it('T-35 count wrong receipts and wrong cookies as guesses', () =>
    served({ HEARTH_WRONG_SECRETS_PER_MINUTE: '2' }, async ({ origin }) => {
      const meeting = await startMeeting(origin);
      const eve = new Browser(origin);
      const receipt = 'A'.repeat(22);
      await eve.post(meeting.facilitator.at('/notes/n1'), { receipt, withdraw: true });
      await eve.get(meeting.facilitator.at('/seat'), {
        headers: { cookie: `hearth-${meeting.room}=${receipt}` },
      });
      const response = await eve.post(meeting.facilitator.at('/notes/n1'), { receipt, withdraw: true });
      expect(response.status).toBe(429);
    }));

  it('T-53 are not dodged by a header anybody can write', () =>
    served({ HEARTH_ROOMS_PER_HOUR: '1' }, async ({ origin }) => {
      const make = (address: string) =>
        new Browser(origin).post('/api/rooms', { title: 'A' }, { headers: { 'x-forwarded-for': address } });
      expect((await make('198.51.100.1')).status).toBe(201);
      expect((await make('198.51.100.2')).status).toBe(429);
    }));

  it('T-53 are counted for the address that our own proxy saw', () =>
    served({ HEARTH_ROOMS_PER_HOUR: '1', HEARTH_TRUSTED_PROXIES: '1' }, async ({ origin }) => {
      const make = (addresses: string) =>
        new Browser(origin).post('/api/rooms', { title: 'A' }, { headers: { 'x-forwarded-for': addresses } });
      expect((await make('198.51.100.1')).status).toBe(201);
      expect((await make('198.51.100.2')).status).toBe(201);
      expect((await make('198.51.100.9, 198.51.100.2')).status).toBe(429);
    }));

  it('limit how much an address asks at all', () =>
    served({ HEARTH_REQUESTS_PER_SECOND: '1', HEARTH_REQUESTS_BURST: '3' }, async ({ origin }) => {
      const asked = await Promise.all([1, 2, 3, 4, 5].map(() => new Browser(origin).get('/api/nope')));
      expect(asked.filter(({ status }) => status === 429).length).toBeGreaterThan(0);
      expect((await new Browser(origin).get('/healthz')).status).toBe(200);
    }));

  it('are off where they are 0', () =>
    served({ HEARTH_ROOMS_PER_HOUR: '0', HEARTH_WRONG_SECRETS_PER_MINUTE: '0' }, async ({ origin }) => {
      const meeting = await startMeeting(origin);
      for (let room = 0; room < 15; room++) await startMeeting(origin);
      for (let tries = 0; tries < 25; tries++) {
        const secret = String(tries % 10).repeat(22);
        expect((await new Browser(origin).post(meeting.facilitator.at('/peek'), { secret })).status).toBe(
          404,
        );
      }
    }));
});
