/** A room that continues an earlier one, over HTTP and real documents. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { EarlierActions } from '../../src/domain/board/earlier.ts';
import type { RoomRecord } from '../../src/domain/record/room-record.ts';
import type { NewRoomAnswer } from '../../src/protocol/http.ts';
import { HeadlessPerson, join as joinLive, openRoom } from '../support/headless-person.ts';
import { Browser, join, read, startMeeting } from '../support/people.ts';
import { startOwnServer, type OwnServer } from '../support/server.ts';

let server: OwnServer;
beforeAll(async () => {
  server = await startOwnServer({ env: { HEARTH_ROOMS_PER_HOUR: '0' } });
});
afterAll(() => server.close());

const actions = [
  { title: 'Rotate the keys', owner: 'Ana', due: '2026-11-20', aim: 'prevent' },
  { title: 'Write the runbook', owner: null, due: null, aim: null },
];

const recordOf = async (browser: Browser, room: string) =>
  read<RoomRecord>(await browser.get(`/api/rooms/${room}/record.json`));

describe('a room that continues another', () => {
  it('[FOLLOW-1] takes over what is open there, once its facilitator asks, and says which meeting it was', async () => {
    const browser = new Browser(server.origin);
    const first = await read<NewRoomAnswer>(
      await browser.post('/api/rooms', { title: 'Sprint 41', name: 'Fay', actions }),
    );
    const second = await read<NewRoomAnswer>(
      await browser.post('/api/rooms', { title: 'Sprint 42', continues: { room: first.room } }),
    );
    const record = await recordOf(browser, second.room);
    expect(record.continues).toBe('Sprint 41');
    expect(record.earlier).toMatchObject(actions.map((action) => ({ ...action, fate: null })));
    expect(record.actions).toEqual([]);
  });

  it('[FOLLOW-1] says by its title what a saved record was of', async () => {
    const browser = new Browser(server.origin);
    const { room } = await read<NewRoomAnswer>(
      await browser.post('/api/rooms', { title: 'B', actions, continues: { title: 'Sprint 40' } }),
    );
    expect(await recordOf(browser, room)).toMatchObject({ continues: 'Sprint 40', earlier: actions });
  });

  it('[FOLLOW-1] takes no aim but the three, and none where none is said, as in an older record', async () => {
    const browser = new Browser(server.origin);
    const ask = (aim: object) =>
      browser.post('/api/rooms', { title: 'B', actions: [{ ...actions[1], ...aim }] });
    expect((await ask({ aim: 'blame' })).status).toBe(400);
    const { room } = await read<NewRoomAnswer>(await ask({ aim: undefined }));
    expect((await recordOf(browser, room)).earlier).toMatchObject([{ aim: null }]);
  });

  it('[FOLLOW-1] is refused to everybody who did not facilitate that one, and makes nothing', async () => {
    const meeting = await startMeeting(server.origin);
    const ana = await join(meeting, 'Ana');
    const ask = (browser: Browser, room: string) =>
      browser.post('/api/rooms', { title: 'Next', continues: { room } });
    for (const [browser, room, status] of [
      [ana, meeting.room, 403],
      [new Browser(server.origin), meeting.room, 401],
      [meeting.facilitator, 'nowhere', 401],
    ] as const) {
      const response = await ask(browser, room);
      expect(response.status).toBe(status);
      expect(response.headers.getSetCookie()).toEqual([]);
    }
  });

  it('[FOLLOW-5] has a part for it, also where its format has none', async () => {
    const browser = new Browser(server.origin);
    const partsIn = async (body: object) => {
      const made = await browser.post('/api/rooms', { title: 'B', format: 'incident-review', ...body });
      const { room } = await read<NewRoomAnswer>(made);
      return (await recordOf(browser, room)).segments.map(({ activity }) => activity);
    };
    expect(await partsIn({ actions })).toContain('follow-up');
    expect(await partsIn({})).not.toContain('follow-up');
  });

  it('[FOLLOW-2] lets participants say what became of it, and nobody change what was promised', async () => {
    const room = await openRoom(server.origin, { actions });
    const ana = await joinLive(server.origin, room.links.participant, 'Ana');
    const { doc } = await ana.open('board');
    const earlier = new EarlierActions(doc, { kind: 'own' });
    const id = earlier.readEarlier()[0]?.id ?? '';
    earlier.setFate(id, 'kept');
    const fate = async () => {
      const answer = await ana.request('GET', '/record.json');
      return ((await answer.json()) as RoomRecord).earlier?.[0];
    };
    await expect.poll(fate).toMatchObject({ title: 'Rotate the keys', fate: 'kept' });
    await expectRefusedTitle(ana, id);
    expect(await fate()).toMatchObject({ title: 'Rotate the keys', fate: 'kept' });
  });
});

describe('a room that is there already', () => {
  const bring = (person: HeadlessPerson, body: object) => person.request('POST', '/earlier', body);
  /** The first of them, in a browser that has the seats of the others, too. */
  const inOneBrowser = (person: HeadlessPerson, other: HeadlessPerson) =>
    new HeadlessPerson(person.origin, person.room, person.seat, `${person.cookie}; ${other.cookie}`);
  const codeOf = async (answer: Response) => ((await answer.json()) as { code: string }).code;
  const earlierIn = async (person: HeadlessPerson) => {
    const { continues, earlier } = (await (await person.request('GET', '/record.json')).json()) as RoomRecord;
    return { continues, titles: earlier?.map(({ title }) => title) ?? [] };
  };
  const titles = actions.map(({ title }) => title);

  it('[FOLLOW-6] takes over what another one left open, and everybody who is there sees it', async () => {
    const room = await openRoom(server.origin);
    const before = await openRoom(server.origin, { title: 'Sprint 41', actions });
    const ana = await joinLive(server.origin, room.links.participant, 'Ana');
    await ana.stage.connect();
    const { doc } = await ana.open('board');
    const ofBoth = inOneBrowser(room.facilitator, before.facilitator);
    const answer = await bring(ofBoth, { continues: { room: before.id } });
    expect([answer.status, await answer.json()]).toEqual([200, { taken: 2 }]);
    await ana.stage.until(() => ana.stage.state?.continues === 'Sprint 41');
    const seen = () => new EarlierActions(doc, { kind: 'own' }).readEarlier().map(({ title }) => title);
    await expect.poll(seen).toEqual(titles);
  });

  it('[FOLLOW-6] takes over from a saved record while the meeting runs, and nothing a second time', async () => {
    const { facilitator } = await openRoom(server.origin);
    await facilitator.stage.connect();
    await facilitator.stage.command({ type: 'startMeeting' });
    const saved = { continues: { title: 'Sprint 40' }, actions };
    expect((await bring(facilitator, { continues: { title: 'Nothing open' } })).status).toBe(200);
    expect((await bring(facilitator, saved)).status).toBe(200);
    expect(await codeOf(await bring(facilitator, saved))).toBe('conflict');
    expect(await earlierIn(facilitator)).toEqual({ continues: 'Sprint 40', titles });
  });

  it('[FOLLOW-6] keeps what it continues, and its revision, where nothing new is brought', async () => {
    const { facilitator } = await openRoom(server.origin);
    await facilitator.stage.connect();
    const nothing = { continues: { title: 'Nothing open' } };
    await bring(facilitator, nothing);
    await facilitator.stage.until(() => facilitator.stage.state?.continues === 'Nothing open');
    const rev = facilitator.stage.state?.rev;
    expect(await codeOf(await bring(facilitator, {}))).toBe('bad-input');
    expect((await bring(facilitator, nothing)).status).toBe(200);
    await facilitator.stage.ask('clock');
    expect(facilitator.stage.state).toMatchObject({ continues: 'Nothing open', rev });
    expect((await bring(facilitator, { actions })).status).toBe(200);
    expect(await earlierIn(facilitator)).toEqual({ continues: 'Nothing open', titles });
  });

  it('[FOLLOW-6] is refused to everybody but a facilitator of it, and of the other one too', async () => {
    const room = await openRoom(server.origin);
    const before = await openRoom(server.origin, { title: 'Sprint 41', actions });
    const ana = await joinLive(server.origin, room.links.participant, 'Ana');
    const watcher = await joinLive(server.origin, room.links.observer, '');
    const anaBefore = await joinLive(server.origin, before.links.participant, 'Ana');
    for (const person of [ana, watcher])
      expect(await codeOf(await bring(person, { actions }))).toBe('not-yours-to-do');
    const continues = { room: before.id };
    expect(await codeOf(await bring(room.facilitator, { continues }))).toBe('no-seat');
    const asAna = inOneBrowser(room.facilitator, anaBefore);
    expect(await codeOf(await bring(asAna, { continues }))).toBe('not-yours-to-do');
    expect(await codeOf(await bring(inOneBrowser(ana, before.facilitator), { continues }))).toBe(
      'not-yours-to-do',
    );
    expect(await earlierIn(room.facilitator)).toEqual({ continues: null, titles: [] });
  });

  it('[FOLLOW-6] is refused where there is no part for it, after the end, and from the room itself', async () => {
    const review = await openRoom(server.origin, { format: 'incident-review' });
    expect(await codeOf(await bring(review.facilitator, { actions }))).toBe('conflict');
    const { facilitator, id } = await openRoom(server.origin);
    expect(await codeOf(await bring(facilitator, { continues: { room: id } }))).toBe('bad-input');
    await facilitator.stage.connect();
    await facilitator.stage.command({ type: 'closeRoom', anyway: true, why: 'Done' });
    expect(await codeOf(await bring(facilitator, { actions }))).toBe('room-closed');
  });
});

/** Somebody with devtools writes the promise anew: the gate closes the connection, and nothing changes. */
async function expectRefusedTitle(person: HeadlessPerson, id: string): Promise<void> {
  const document = person.boardDocument;
  const entry = document.doc.getMap('earlier').get(id) as { set(key: string, value: string): void };
  entry.set('title', 'Nothing');
  await expect.poll(() => document.closeCode).toBe(4422);
}
