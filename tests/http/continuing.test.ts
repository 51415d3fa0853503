/** A room that continues an earlier one, over HTTP and real documents. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { EarlierActions } from '../../src/domain/board/earlier.ts';
import type { RoomRecord } from '../../src/domain/record/room-record.ts';
import type { NewRoomAnswer } from '../../src/protocol/http.ts';
import type { HeadlessPerson } from '../support/headless-person.ts';
import { join as joinLive, openRoom } from '../support/headless-person.ts';
import { Browser, join, read, startMeeting } from '../support/people.ts';
import { startOwnServer, type OwnServer } from '../support/server.ts';

let server: OwnServer;
beforeAll(async () => {
  server = await startOwnServer({ env: { HEARTH_ROOMS_PER_HOUR: '0' } });
});
afterAll(() => server.close());

const actions = [
  { title: 'Rotate the keys', owner: 'Ana', due: '2026-11-20' },
  { title: 'Write the runbook', owner: null, due: null },
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

/** Somebody with devtools writes the promise anew: the gate closes the connection, and nothing changes. */
async function expectRefusedTitle(person: HeadlessPerson, id: string): Promise<void> {
  const document = person.boardDocument;
  const entry = document.doc.getMap('earlier').get(id) as { set(key: string, value: string): void };
  entry.set('title', 'Nothing');
  await expect.poll(() => document.closeCode).toBe(4422);
}
