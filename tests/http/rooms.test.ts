import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { errorBody } from '../../src/protocol/errors.ts';
import type { NewRoomAnswer, PeekAnswer, SeatAnswer } from '../../src/protocol/http.ts';
import { join as joinLive, openRoom } from '../support/headless-person.ts';
import { HeadlessStage } from '../support/headless-stage.ts';
import { Browser, join, read, secretOf, startMeeting } from '../support/people.ts';
import { openSqliteStore } from '../../server/store/sqlite-store.ts';
import { startOwnServer, temporaryDirectory, type OwnServer } from '../support/server.ts';

let server: OwnServer;
beforeAll(async () => {
  server = await startOwnServer({
    env: { HEARTH_ROOMS_PER_HOUR: '0', HEARTH_WRONG_SECRETS_PER_MINUTE: '0' },
  });
});
afterAll(() => server.close());

describe('starting a room', () => {
  it('answers with a link for each role and puts the browser in the facilitator’s seat', async () => {
    const browser = new Browser(server.origin);
    const response = await browser.post('/api/rooms', { title: 'Sprint 12', name: 'Fay' });
    expect(response.status).toBe(201);
    const { room, links } = await read<NewRoomAnswer>(response);
    for (const link of Object.values(links)) expect(link).toMatch(new RegExp(`^/j/${room}#[\\w-]{22}$`));
    expect(new Set(Object.values(links).map(secretOf)).size).toBe(3);
    const seat = await read<SeatAnswer>(await browser.get(`/api/rooms/${room}/seat`));
    expect(seat).toMatchObject({ name: 'Fay', role: 'facilitator' });
  });

  it('needs nothing but a title', async () => {
    const meeting = await startMeeting(server.origin, { name: undefined });
    expect(meeting.facilitator.name).toBe('');
  });

  it.each([
    ['no title', {}, /^title has to be text/],
    ['a title of spaces', { title: '   ' }, /^title .* 1 character/],
    ['a title past the limit', { title: 'x'.repeat(121) }, /^title .* 120 characters/],
    ['a format nobody knows', { title: 'A', format: 'constructor' }, /^format .*heart-heat/],
    ['too few minutes', { title: 'A', minutes: 14 }, /^minutes .* at least 15/],
    ['too many minutes', { title: 'A', minutes: 181 }, /^minutes .* at most 180/],
    ['half a minute', { title: 'A', minutes: 30.5 }, /^minutes .* whole number/],
    ['minutes as text', { title: 'A', minutes: '30' }, /^minutes .* number/],
    ['too many people', { title: 'A', people: 51 }, /^people .* at most 50/],
    ['a name past the limit', { title: 'A', name: 'x'.repeat(41) }, /^name .* 40 characters/],
    ['a list', ['A'], /^The body/],
    ['nothing', null, /^Check what you entered/],
  ])('refuses %s, and says what is wrong with it', async (_what, body, next) => {
    const response = await new Browser(server.origin).post('/api/rooms', body);
    expect(response.status).toBe(400);
    const { message } = errorBody('bad-input');
    expect(await response.json()).toEqual({
      code: 'bad-input',
      message,
      next: expect.stringMatching(next) as string,
    });
    expect(response.headers.getSetCookie()).toEqual([]);
  });

  it('takes everything at its limit', async () => {
    const body = {
      title: 'x'.repeat(120),
      minutes: 180,
      people: 50,
      name: 'n'.repeat(40),
      format: 'start-stop-continue',
    };
    expect((await new Browser(server.origin).post('/api/rooms', body)).status).toBe(201);
  });
});

describe('looking through the door', () => {
  it('shows the title, the role, who facilitates and who is here, and makes nothing', async () => {
    const meeting = await startMeeting(server.origin);
    const ana = await join(meeting, 'Ana');
    await join(meeting, 'Ben');
    const stage = new HeadlessStage(server.origin, meeting.room, ana.cookie);
    const before = await stage.connect();
    const stranger = new Browser(server.origin);
    const response = await stranger.post(ana.at('/peek'), { secret: meeting.secrets.participant });
    expect(response.status).toBe(200);
    const answer = await read<PeekAnswer>(response);
    expect(answer).toEqual({
      title: 'Sprint 12',
      role: 'participant',
      facilitator: 'Fay',
      people: ['Ana'],
      closed: false,
      named: false,
    });
    expect(stranger.cookies.size).toBe(0);
    expect(stage.state).toEqual(before);
    stage.disconnect();
  });

  it('names nobody as facilitator before they gave a name', async () => {
    const meeting = await startMeeting(server.origin, { name: undefined });
    const response = await new Browser(server.origin).post(`/api/rooms/${meeting.room}/peek`, {
      secret: meeting.secrets.observer,
    });
    expect(await read<PeekAnswer>(response)).toMatchObject({
      role: 'observer',
      facilitator: null,
      people: [],
    });
  });

  it('[SEAT-1] T-38 has nothing to look at for whoever only follows a link', async () => {
    const meeting = await startMeeting(server.origin);
    const bot = new Browser(server.origin);
    expect((await bot.get(`/j/${meeting.room}`)).status).toBe(200);
    expect((await bot.get(meeting.facilitator.at('/peek'))).status).toBe(404);
    expect((await bot.get(meeting.facilitator.at('/seats'))).status).toBe(404);
    expect(bot.cookies.size).toBe(0);
  });
});

describe('[SEAT-2] T-35 a door that does not open', () => {
  const wrong = 'A'.repeat(22);

  it('looks the same whether there is no room or the secret is wrong', async () => {
    const { room, facilitator, secrets } = await startMeeting(server.origin);
    const other = await startMeeting(server.origin);
    const stranger = new Browser(server.origin);
    for (const way of ['/peek', '/seats']) {
      const answers = await Promise.all(
        [
          ['aaaaaaaaaaaaaaaa', secrets.participant],
          [room, wrong],
          [room, other.secrets.participant],
          ['not%20a%20room!', secrets.participant],
          ['__proto__', secrets.participant],
        ].map(async ([id, secret]) => {
          const response = await stranger.post(`/api/rooms/${id}${way}`, { secret, name: 'Eve' });
          const headers = [...response.headers].filter(([name]) => name !== 'date');
          return JSON.stringify([response.status, headers, await response.text()]);
        }),
      );
      expect(new Set(answers).size).toBe(1);
      expect(answers[0]).toContain('"not-found\\"');
    }
    expect(facilitator.room).toBe(room);
  });

  it('T-36 asks the store as often whether there is a room or not', async () => {
    const store = await openSqliteStore(temporaryDirectory());
    let loads = 0;
    const loadRoom = (room: string) => {
      loads += 1;
      return store.loadRoom(room);
    };
    const own = await startOwnServer({
      around: {
        store: {
          loadRoom,
          commit: (change) => store.commit(change),
          probe: () => store.probe(),
          key: () => store.key(),
          untouchedRooms: (page) => store.untouchedRooms(page),
          close: () => store.close(),
        },
      },
    });
    const { room } = await startMeeting(own.origin);
    const loadsFor = async (id: string) => {
      const before = loads;
      await new Browser(own.origin).post(`/api/rooms/${id}/peek`, { secret: wrong });
      return loads - before;
    };
    expect(await loadsFor(room)).toBe(await loadsFor('aaaaaaaaaaaaaaaa'));
    await own.close();
  });

  it('refuses what cannot be a secret before it looks', async () => {
    const { facilitator } = await startMeeting(server.origin);
    for (const secret of ['', 'short', 'A'.repeat(23), 'A'.repeat(21) + ' ', 7, null, { $ne: '' }]) {
      const response = await new Browser(server.origin).post(facilitator.at('/peek'), { secret });
      expect(response.status).toBe(400);
    }
  });
});

describe('joining', () => {
  it('gives a seat with the link’s role', async () => {
    const meeting = await startMeeting(server.origin);
    const browser = new Browser(server.origin);
    const body = { secret: meeting.secrets.participant, name: '  Ana \u202e Müller ' };
    const response = await browser.post(meeting.facilitator.at('/seats'), body);
    expect(response.status).toBe(201);
    expect(await read<SeatAnswer>(response)).toMatchObject({ name: 'Ana Müller', role: 'participant' });
  });

  it('[SEAT-5] gives the second of a name a number', async () => {
    const meeting = await startMeeting(server.origin);
    const names = [];
    for (const name of ['Ana', 'Ana', 'ANA', 'Fay']) names.push((await join(meeting, name)).name);
    expect(names).toEqual(['Ana', 'Ana 2', 'ANA 3', 'Fay 2']);
  });

  it('gives people who join at the same moment different seats and names', async () => {
    const meeting = await startMeeting(server.origin);
    const people = await Promise.all(Array.from({ length: 8 }, () => join(meeting, 'Ana')));
    expect(new Set(people.map(({ seat }) => seat)).size).toBe(8);
    expect(new Set(people.map(({ name }) => name)).size).toBe(8);
    expect(new Set(people.map(({ cookie }) => cookie)).size).toBe(8);
  });

  it('asks people who write for a name, and observers for none', async () => {
    const meeting = await startMeeting(server.origin);
    const secret = meeting.secrets.participant;
    const nameless = await new Browser(server.origin).post(meeting.facilitator.at('/seats'), { secret });
    expect(nameless.status).toBe(400);
    expect(nameless.headers.getSetCookie()).toEqual([]);
    expect(await join(meeting, undefined, 'observer')).toMatchObject({ name: '' });
  });

  it('leads back to the same seat', async () => {
    const meeting = await startMeeting(server.origin);
    const ana = await join(meeting, 'Ana');
    const again = await join(meeting, undefined, 'participant', ana);
    expect(again).toMatchObject({ seat: ana.seat, name: 'Ana', cookie: ana.cookie });
  });

  it('[SEAT-4] is raised by a link of a higher role, and never lowered', async () => {
    const meeting = await startMeeting(server.origin);
    const ana = await join(meeting, undefined, 'observer');
    const asParticipant = await join(meeting, 'Ana', 'participant', ana);
    const asFacilitator = await join(meeting, undefined, 'facilitator', asParticipant);
    const asObserver = await join(meeting, undefined, 'observer', asFacilitator);
    expect([asParticipant.seat, asFacilitator.seat, asObserver.seat]).toEqual([ana.seat, ana.seat, ana.seat]);
    const own = await read<SeatAnswer>(await asObserver.get(asObserver.at('/seat')));
    expect(own).toEqual({ seat: ana.seat, name: 'Ana', role: 'facilitator' });
  });

  it('T-33 makes a new token when a role is raised, and the old one opens nothing', async () => {
    const meeting = await startMeeting(server.origin);
    const ana = await join(meeting, 'Ana');
    const before = ana.cookie;
    const raised = await join(meeting, undefined, 'facilitator', ana);
    expect(raised.cookie).not.toBe(before);
    const thief = new Browser(server.origin);
    expect((await thief.get(raised.at('/seat'), { headers: { cookie: before } })).status).toBe(401);
  });

  it('T-33 never takes over a token that was there before', async () => {
    const meeting = await startMeeting(server.origin);
    const browser = new Browser(server.origin);
    const preset = 'A'.repeat(22);
    browser.cookies.set(`hearth-${meeting.room}`, preset);
    const ana = await join(meeting, 'Ana', 'participant', browser);
    expect(ana.cookie).not.toContain(preset);
    const fixed = { headers: { cookie: `hearth-${meeting.room}=${preset}` } };
    expect((await new Browser(server.origin).get(ana.at('/seat'), fixed)).status).toBe(401);
  });
});

describe('joining a closed room', () => {
  it('is for reading: nobody new stands on the record, and nobody is renamed', async () => {
    const room = await openRoom(server.origin);
    const ana = await joinLive(server.origin, room.links.participant, 'Ana');
    await room.facilitator.stage.connect();
    await room.facilitator.stage.command({ type: 'startMeeting' });
    await room.facilitator.stage.command({ type: 'closeRoom', anyway: true, why: 'Out of time' });
    room.facilitator.leave();
    const secret = secretOf(room.links.participant);
    const door = await new Browser(server.origin).post(`/api/rooms/${room.id}/peek`, { secret });
    expect(await read<PeekAnswer>(door)).toMatchObject({ role: 'observer', closed: true });
    const late = await new Browser(server.origin).post(`/api/rooms/${room.id}/seats`, {
      secret,
      name: 'Lea',
    });
    expect(await read<SeatAnswer>(late)).toMatchObject({ name: '', role: 'observer' });
    const back = await ana.request('POST', '/seats', { secret, name: 'Anastasia' });
    expect(await read<SeatAnswer>(back)).toMatchObject({ name: 'Ana', role: 'participant' });
    const record = await (await ana.request('GET', '/record.md')).text();
    expect(record).toContain('Ana');
    expect(record).not.toContain('Lea');
  });
});
