/** A room that looks back on an incident, over real sockets: its parts are there for whoever opens the board. */
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { Incident } from '../../src/domain/board/incident.ts';
import type { SegmentDraft } from '../../src/protocol/agenda.ts';
import type { HeadlessPerson } from '../support/headless-person.ts';
import { noRates, openLiveRoomOn, type LiveRoom } from '../support/live-room.ts';
import { startOwnServer, type OwnServer } from '../support/server.ts';

let server: OwnServer;
let live: LiveRoom;
beforeAll(async () => {
  server = await startOwnServer({ env: noRates });
});
afterEach(() => live.close());
afterAll(() => server.close());

const impactFor = (person: HeadlessPerson) =>
  new Incident(person.boardDocument.doc, { kind: 'own' }).textOf('impact');

describe('the parts of an incident', () => {
  it('[INCIDENT-1] are made with a room whose agenda has a timeline, and everybody writes in the same', async () => {
    live = await openLiveRoomOn(server, { format: 'incident-review' });
    const ana = await live.join('Ana');
    for (const person of [live.mara, ana]) await person.open('board');
    impactFor(live.mara)?.splice(0, 0, '400 orders lost');
    await ana.boardDocument.until(() => impactFor(ana)?.read() === '400 orders lost');
  });

  it('[INCIDENT-1] are not in a room without one', async () => {
    live = await openLiveRoomOn(server, { format: 'heart-heat' });
    await live.mara.open('board');
    expect(live.mara.boardDocument.doc.getMap('headlines').size).toBe(3);
    expect(impactFor(live.mara)).toBeNull();
  });

  it('[INCIDENT-1] are made as soon as a timeline is put on the agenda, once', async () => {
    live = await openLiveRoomOn(server, { format: 'heart-heat' });
    const { mara } = live;
    await mara.open('board');
    await mara.stage.connect();
    const timeline: SegmentDraft = {
      ...{ activity: 'timeline', title: 'Timeline', question: '', minutes: 5, policy: 'none' },
      ...{ lenses: [], rounds: 1, prompts: [], preReads: [], checkIn: 'none' },
    };
    expect(await mara.stage.command({ type: 'addSegment', segment: timeline, before: null })).toMatchObject({
      ok: true,
    });
    await mara.boardDocument.until(() => impactFor(mara) !== null);
    impactFor(mara)?.splice(0, 0, '400 orders lost');
    await mara.stage.command({ type: 'addSegment', segment: timeline, before: null });
    await mara.boardDocument.saved();
    expect(impactFor(mara)?.read()).toBe('400 orders lost');
  });
});
