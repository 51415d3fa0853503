import { readdirSync, readFileSync } from 'node:fs';
import { join as joinPath } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { openSqliteStore } from '../../server/store/sqlite-store.ts';
import { errors } from '../../src/protocol/errors.ts';
import type { HeadlessPerson } from '../support/headless-person.ts';
import { noRates, openLiveRoomOn, type LiveRoom } from '../support/live-room.ts';
import { Browser, join, startMeeting, type Meeting } from '../support/people.ts';
import { startOwnServer, temporaryDirectory, type OwnServer } from '../support/server.ts';

const title = 'What the pigeons know';
let data: string;
let server: OwnServer;
beforeAll(async () => {
  data = joinPath(temporaryDirectory(), 'data');
  server = await startOwnServer({
    env: { ...noRates, HEARTH_DATA: data, HEARTH_WRONG_SECRETS_PER_MINUTE: '0' },
  });
});
afterAll(() => server.close());

describe('deleting a room', () => {
  let meeting: Meeting;
  beforeEach(async () => {
    meeting = await startMeeting(server.origin, { title });
  });

  const remove = (browser: Browser, body: unknown, headers = {}) =>
    browser.ask('DELETE', `/api/rooms/${meeting.room}`, { body, headers });
  const codeOf = async (response: Response) => ((await response.json()) as { code: string }).code;

  it('[END-1] is for facilitators, who give its title as it stands', async () => {
    const ana = await join(meeting, 'Ana');
    const response = await remove(meeting.facilitator, { title: `  ${title} ` });
    expect([response.status, await response.text()]).toEqual([204, '']);
    expect(await server.around.store.loadRoom(meeting.room)).toBeNull();
    for (const person of [meeting.facilitator, ana])
      expect((await person.get(person.at('/seat'))).status).toBe(401);
  });

  it.each([
    ['a facilitator with another title', 'wrong-title'],
    ['a participant', 'not-yours-to-do'],
    ['an observer', 'not-yours-to-do'],
    ['somebody without a seat', 'no-seat'],
    ['a page of another site', 'foreign-origin'],
    ['a facilitator without a title', 'bad-input'],
  ] as const)('[END-1] T-65: is refused to %s, and changes nothing', async (who, code) => {
    const participant = await join(meeting, 'Ana');
    const observer = await join(meeting, undefined, 'observer');
    const before = await server.around.store.loadRoom(meeting.room);
    const refused = {
      'a facilitator with another title': () => remove(meeting.facilitator, { title: title.toLowerCase() }),
      'a participant': () => remove(participant, { title }),
      'an observer': () => remove(observer, { title }),
      'somebody without a seat': () => remove(new Browser(server.origin), { title }),
      'a page of another site': () =>
        remove(meeting.facilitator, { title }, { origin: 'https://elsewhere.example' }),
      'a facilitator without a title': () => remove(meeting.facilitator, {}),
    }[who];
    const response = await refused();
    expect([response.status, await codeOf(response)]).toEqual([errors[code].status, code]);
    expect(await server.around.store.loadRoom(meeting.room)).toEqual(before);
  });

  it('[END-2] makes it unknown: its links, its seats and its record are those of a room that never was', async () => {
    const never = 'a'.repeat(16);
    const body = { secret: meeting.secrets.participant, name: 'Bo' };
    await remove(meeting.facilitator, { title });
    const asked = (room: string) => [
      new Browser(server.origin).post(`/api/rooms/${room}/peek`, { secret: body.secret }),
      new Browser(server.origin).post(`/api/rooms/${room}/seats`, body),
      meeting.facilitator.get(`/api/rooms/${room}/record.md`),
      meeting.facilitator.get(`/api/rooms/${room}/seat`),
      meeting.facilitator.ask('DELETE', `/api/rooms/${room}`, { body: { title } }),
    ];
    const answers = (room: string) =>
      Promise.all(asked(room).map(async (answer) => [(await answer).status, await (await answer).text()]));
    const gone = await answers(meeting.room);
    meeting.facilitator.cookies.set(`hearth-${never}`, 'A'.repeat(22));
    expect(gone).toEqual(await answers(never));
  });
});

describe('people in a room that is deleted', () => {
  let live: LiveRoom;
  let ana: HeadlessPerson;
  beforeEach(async () => {
    live = await openLiveRoomOn(server, { title });
    ana = await live.join('Ana');
    for (const person of [live.mara, ana]) {
      await person.stage.connect();
      await person.open('board');
      await person.open('desk');
    }
  });
  afterEach(() => live.close());

  const deleteRoom = () => live.mara.request('DELETE', '', { title });

  it('[END-2] are told, on every connection, with a code after which nothing is tried again', async () => {
    const documents = [ana, live.mara].flatMap((one) => [one.boardDocument, one.deskDocument]);
    const closed = Promise.all(documents.map((one) => one.until(() => one.closeCode !== null)));
    const told = [ana, live.mara].map(({ stage }) =>
      stage.until(() => stage.received.some((message) => message.includes('goodbye'))),
    );
    expect((await deleteRoom()).status).toBe(204);
    await Promise.all([closed, ...told]);
    expect(documents.map(({ closeCode }) => closeCode)).toEqual(Array(4).fill(errors['room-deleted'].close));
    expect(ana.stage.received.at(-1)).toBe('["goodbye",{"code":"room-deleted"}]');
    expect(errors['room-deleted'].retry).toBe(false);
    await expect(ana.stage.connect()).rejects.toThrow('no-seat');
  });

  it('[END-2] of other rooms go on as if nothing had happened', async () => {
    const other = await openLiveRoomOn(server);
    const bo = await other.join('Bo');
    await bo.stage.connect();
    await bo.open('desk');
    await deleteRoom();
    bo.write({ id: 'd1', segment: 'wins', text: 'still here' });
    await bo.deskDocument.saved();
    expect(bo.stage.isConnected).toBe(true);
    await other.close();
  });

  it('[END-1] leave nothing behind that they write or ask in that very moment', async () => {
    const writing = Array.from({ length: 60 }, async (_, at) => {
      ana.write({ id: `d${at}`, segment: 'wins', text: `word ${at}` });
      if (at === 30) return deleteRoom();
      return ana.request('PATCH', '/seat', { name: `Ana ${at}` });
    });
    const commands = Array.from({ length: 10 }, () =>
      live.mara.stage.command({ type: 'setFacilitatorWrites', writes: true }).catch(() => 'cut off'),
    );
    const answers = await Promise.all(writing);
    await Promise.all(commands);
    expect(answers.filter(({ status }) => ![200, 204, 401, 410].includes(status))).toEqual([]);
    expect(answers[30]?.status).toBe(204);
    expect(await server.around.store.loadRoom(live.room.id)).toBeNull();
    expect(server.logged()).not.toMatch(/"level":"?(error|50)/);
  });
});

describe('what was said in a room that is deleted', () => {
  const words = ['the-lead-never-listens', 'who-approved-this', 'Ana-Sophie', 'pigeons know', 'Mara-Louise'];
  const inFiles = (folder: string) =>
    words.filter((word) =>
      readdirSync(folder).some((file) => readFileSync(joinPath(folder, file)).includes(word)),
    );

  it('[END-1] T-64: is in no file of the server once it has stopped', async () => {
    const folder = joinPath(temporaryDirectory(), 'data');
    const own = await startOwnServer({ env: { ...noRates, HEARTH_DATA: folder } });
    const live = await openLiveRoomOn(own, { title, name: 'Mara-Louise' });
    const kept = await openLiveRoomOn(own, { title: 'Another room' });
    const ana = await live.join('Ana-Sophie');
    await ana.open('desk');
    ana.write({ id: 'd1', segment: 'gather', text: 'the-lead-never-listens' });
    await ana.open('board');
    ana.board().addAction('a1', 'who-approved-this');
    await Promise.all([ana.deskDocument.saved(), ana.boardDocument.saved()]);
    expect(inFiles(folder)).toEqual(words);
    await live.mara.request('DELETE', '', { title });
    await live.close();
    await kept.close();
    await own.stop();
    expect(inFiles(folder)).toEqual([]);
    const store = await openSqliteStore(folder);
    expect(await store.loadRoom(kept.room.id)).not.toBeNull();
    await store.close();
    await own.close();
  });
});
