import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { errorBody } from '../../src/protocol/errors.ts';
import type { LinksAnswer, SeatAnswer } from '../../src/protocol/http.ts';
import { HeadlessDocument } from '../support/headless-document.ts';
import { Browser, join, read, startMeeting, type Meeting } from '../support/people.ts';
import { startOwnServer, type OwnServer } from '../support/server.ts';

let server: OwnServer;
let meeting: Meeting;
beforeAll(async () => {
  server = await startOwnServer({ env: { HEARTH_CLIENT_IDS_PER_MINUTE: '5' } });
  meeting = await startMeeting(server.origin);
});
afterAll(() => server.close());

describe('the cookie that is a seat', () => {
  it('[SEAT-3] is out of reach of scripts and other sites, and lasts 30 days', async () => {
    const response = await new Browser(server.origin).post(meeting.facilitator.at('/seats'), {
      secret: meeting.secrets.participant,
      name: 'Ana',
    });
    const [cookie, ...others] = response.headers.getSetCookie();
    expect(others).toEqual([]);
    const [pair, ...attributes] = (cookie ?? '').split('; ');
    expect(pair).toMatch(new RegExp(`^hearth-${meeting.room}=[\\w-]{22}$`));
    expect(attributes.sort()).toEqual(['HttpOnly', 'Max-Age=2592000', 'Path=/', 'SameSite=Lax']);
  });

  it('is bound to the host where people come by https', async () => {
    const secure = await startOwnServer({ env: { HEARTH_TRUSTED_PROXIES: '1' } });
    const https = { headers: { 'x-forwarded-proto': 'https', 'x-forwarded-for': '203.0.113.1' } };
    const browser = new Browser(secure.origin);
    const response = await browser.post('/api/rooms', { title: 'A' }, https);
    const { room } = await read<{ room: string }>(response);
    expect(response.headers.getSetCookie()[0]).toMatch(
      new RegExp(`^__Host-hearth-${room}=[\\w-]{22}; .*Path=/; .*Secure`),
    );
    expect((await browser.get(`/api/rooms/${room}/seat`, https)).status).toBe(200);
    const token = browser.cookies.get(`__Host-hearth-${room}`);
    const tossed = { headers: { ...https.headers, cookie: `hearth-${room}=${token}` } };
    expect((await browser.get(`/api/rooms/${room}/seat`, tossed)).status).toBe(204);
    expect((await browser.get(`/api/rooms/${room}/links`, tossed)).status).toBe(401);
    await secure.close();
  });

  it('lives on from the last visit', async () => {
    const ana = await join(meeting, 'Ana');
    const before = ana.cookie;
    const response = await ana.get(ana.at('/seat'));
    expect(response.headers.getSetCookie()[0]).toContain('Max-Age=2592000');
    expect(ana.cookie).toBe(before);
  });
});

describe('one’s own seat', () => {
  it('is what was taken', async () => {
    const ana = await join(meeting, 'Ana');
    expect(await read(await ana.get(ana.at('/seat')))).toEqual({
      seat: ana.seat,
      name: ana.name,
      role: 'participant',
    });
  });

  it('can be renamed, also to a name that somebody has', async () => {
    const ana = await join(meeting, 'Rena');
    expect(await read<SeatAnswer>(await ana.patch(ana.at('/seat'), { name: 'Zoë' }))).toMatchObject({
      name: 'Zoë',
    });
    expect(await read<SeatAnswer>(await ana.patch(ana.at('/seat'), { name: 'Fay' }))).toMatchObject({
      name: 'Fay 2',
    });
    expect(await read<SeatAnswer>(await ana.get(ana.at('/seat')))).toMatchObject({ name: 'Fay 2' });
  });

  it.each([[''], ['   '], ['x'.repeat(41)], [7], [undefined]])('cannot be renamed to %o', async (name) => {
    const response = await meeting.facilitator.patch(meeting.facilitator.at('/seat'), { name });
    expect(response.status).toBe(400);
  });

  it('is nobody else’s', async () => {
    const stranger = new Browser(server.origin);
    const nobody = `/api/rooms/aaaaaaaaaaaaaaaa`;
    const asked = await Promise.all([
      stranger.get(meeting.facilitator.at('/seat'), {
        headers: { cookie: `hearth-${meeting.room}=${'A'.repeat(22)}` },
      }),
      stranger.patch(meeting.facilitator.at('/seat'), { name: 'Eve' }),
      stranger.post(meeting.facilitator.at('/client-ids'), { document: 'board' }),
      stranger.get(meeting.facilitator.at('/links')),
      stranger.get(meeting.facilitator.at('/record.md')),
      stranger.get(`${nobody}/record.md`),
    ]);
    for (const response of asked) {
      expect(response.status).toBe(401);
      expect(await response.json()).toEqual(errorBody('no-seat'));
    }
  });

  it('[SEAT-7] is not there for a browser without a cookie for the room, which is no error, nor tells whether there is one', async () => {
    const other = await startMeeting(server.origin);
    const stranger = new Browser(server.origin);
    const asked = await Promise.all([
      stranger.get(meeting.facilitator.at('/seat')),
      stranger.get('/api/rooms/aaaaaaaaaaaaaaaa/seat'),
      other.facilitator.get(meeting.facilitator.at('/seat')),
    ]);
    for (const response of asked) {
      expect([response.status, await response.text()]).toEqual([204, '']);
      expect(response.headers.getSetCookie()).toEqual([]);
    }
  });
});

describe('links to pass on', () => {
  it('bring people who write and people who watch', async () => {
    const links = await read<LinksAnswer>(await meeting.facilitator.get(meeting.facilitator.at('/links')));
    expect(links).toMatchObject({
      participant: `/j/${meeting.room}#${meeting.secrets.participant}`,
      observer: `/j/${meeting.room}#${meeting.secrets.observer}`,
    });
    expect(JSON.stringify(links)).not.toContain(meeting.secrets.facilitator);
  });

  it('come with the addresses for a phone, where the browser came by localhost', async () => {
    const named = await startOwnServer({ env: { HEARTH_ORIGIN: 'http://10.0.0.5:3000' } });
    const origin = { headers: { origin: 'http://10.0.0.5:3000' } };
    const browser = new Browser(named.origin);
    const { room } = await read<{ room: string }>(await browser.post('/api/rooms', { title: 'A' }, origin));
    const links = await read<LinksAnswer>(await browser.get(`/api/rooms/${room}/links`));
    expect(links.addresses).toEqual(['http://10.0.0.5:3000']);
    await named.close();
  });

  it('bring only observers where an observer asks', async () => {
    const wall = await join(meeting, undefined, 'observer');
    const links = await read<LinksAnswer>(await wall.get(wall.at('/links')));
    expect(links).toEqual({
      observer: `/j/${meeting.room}#${meeting.secrets.observer}`,
      addresses: [],
    });
  });
});

describe('ids to write under', () => {
  it('are fresh and already known when they arrive', async () => {
    const ana = await join(meeting, 'Ana');
    const ids = await Promise.all([ana.clientId('board'), ana.clientId('board'), ana.clientId('desk')]);
    expect(new Set(ids).size).toBe(3);
    const board = new HeadlessDocument(
      { origin: server.origin, room: ana.room, name: 'board', cookie: ana.cookie },
      ids[0],
    );
    await board.connect();
    board.cut();
  });

  it('are for the two documents there are', async () => {
    const { facilitator } = meeting;
    for (const document of ['stage', 'desk:other', 'Board', '', null]) {
      expect((await facilitator.post(facilitator.at('/client-ids'), { document })).status).toBe(400);
    }
  });

  it('T-20 are limited per seat', async () => {
    const [ana, ben] = [await join(meeting, 'Ana'), await join(meeting, 'Ben')];
    for (let id = 0; id < 5; id++) await ana.clientId('board');
    const response = await ana.post(ana.at('/client-ids'), { document: 'board' });
    expect(response.status).toBe(429);
    expect(response.headers.get('retry-after')).toBe('60');
    expect(await response.json()).toEqual(errorBody('too-many'));
    await ben.clientId('board');
  });

  it('are not given to observers for a desk they do not have', async () => {
    const wall = await join(meeting, undefined, 'observer');
    expect((await wall.post(wall.at('/client-ids'), { document: 'desk' })).status).toBe(403);
  });
});
