import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { join, openRoom, type HeadlessPerson, type HeadlessRoom } from '../support/headless-person.ts';
import { startOwnServer, type OwnServer } from '../support/server.ts';

let server: OwnServer;
let room: HeadlessRoom;
let ana: HeadlessPerson;
beforeAll(async () => {
  server = await startOwnServer();
  room = await openRoom(server.origin, { title: 'Über <b>"Sprint"</b>\r\n../12' });
  ana = await join(server.origin, room.links.participant, 'Ana');
  await ana.open('board');
});
afterAll(async () => {
  ana.leave();
  await server.close();
});

describe('the record as a file', () => {
  it('has what the board has, at any time', async () => {
    ana.board().addDecision('d1', 'We ship on Tuesdays');
    await ana.boardDocument.saved();
    const response = await ana.request('GET', '/record.md');
    expect(response.status).toBe(200);
    expect(await response.text()).toContain('We ship on Tuesdays');
  });

  it('can be read by every seat', async () => {
    const wall = await join(server.origin, room.links.observer, '');
    for (const person of [room.facilitator, ana, wall]) {
      expect((await person.request('GET', '/record.md')).status).toBe(200);
    }
  });

  it('T-29 is named by the server, whatever the title', async () => {
    const { headers } = await ana.request('GET', '/record.md');
    expect(headers.get('content-type')).toBe('text/markdown; charset=utf-8');
    expect(headers.get('content-disposition')).toMatch(
      /^attachment; filename=\d{4}-\d\d-\d\d-heart-heat-[a-z0-9-]+\.md$/,
    );
    expect(headers.get('cache-control')).toBe('no-store');
    expect(headers.get('x-content-type-options')).toBe('nosniff');
  });
});
