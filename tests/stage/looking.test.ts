import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { join, openRoom } from '../support/headless-person.ts';
import { startOwnServer, type OwnServer } from '../support/server.ts';

describe('where somebody looks', () => {
  let server: OwnServer;
  beforeAll(async () => {
    server = await startOwnServer();
  });
  afterAll(() => server.close());

  it('is told to facilitators and to nobody else, as soon as they are that', async () => {
    const room = await openRoom(server.origin);
    const ana = await join(server.origin, room.links.participant, 'Ana');
    const bo = await join(server.origin, room.links.participant, 'Bo');
    for (const { stage } of [room.facilitator, ana, bo]) await stage.connect();
    ana.stage.send('looking', 'wins');
    ana.stage.send('ready', true);
    const seenBy = ({ stage }: typeof ana) => stage.presence.find(({ seat }) => seat === ana.seat);
    await room.facilitator.stage.until(() => seenBy(room.facilitator)?.lookingAt === 'wins');
    await bo.stage.until(() => seenBy(bo)?.ready === true);
    expect(bo.stage.received.join()).not.toContain('"lookingAt":"wins"');
    await room.facilitator.stage.command({ type: 'handOver', seat: bo.seat });
    await bo.stage.until(() => seenBy(bo)?.lookingAt === 'wins');
    await room.facilitator.stage.until(() => seenBy(room.facilitator)?.lookingAt === null);
    for (const person of [room.facilitator, ana, bo]) person.leave();
  });
});
