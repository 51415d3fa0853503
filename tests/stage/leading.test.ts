/** Who leads, over real sockets: roles that hold from the next message on, and a room that is found a facilitator. */
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { limits } from '../../src/protocol/limits.ts';
import { HandClock } from '../support/hand-clock.ts';
import { cookieOf, HeadlessPerson } from '../support/headless-person.ts';
import { HeadlessStage } from '../support/headless-stage.ts';
import { openLiveRoom, untilGone, type LiveRoom } from '../support/live-room.ts';

let clock: HandClock;
let live: LiveRoom;
let ana: HeadlessPerson;
let ben: HeadlessPerson;
beforeEach(async () => {
  clock = new HandClock();
  live = await openLiveRoom({ around: { clock }, env: { HEARTH_COMMANDS_PER_SECOND: '0' } });
  ana = await live.join('Ana');
  ben = await live.join('Ben');
  for (const person of [live.mara, ana, ben]) await person.stage.connect();
});
afterEach(() => live.close());

const roleOf = (person: HeadlessPerson, by = ben) => by.stage.state?.seats[person.seat]?.role;
const leaderless = (person: HeadlessPerson): unknown => {
  const told = person.stage.received.filter((text) => text.startsWith('["leaderless"'));
  return (JSON.parse(told.at(-1) ?? '[]') as unknown[])[1];
};

/** Mara's last connection is gone, and the server has noticed. */
async function maraLeaves(): Promise<void> {
  await live.mara.stage.command({ type: 'startMeeting' });
  live.mara.leave();
  await ben.stage.until(() => leaderless(ben) === clock.now());
}

describe('a role', () => {
  it('[LEAD-1] T-42: holds from the next command on, whichever way it was changed', async () => {
    expect(await ana.stage.command({ type: 'startMeeting' })).toMatchObject({ code: 'not-yours-to-do' });
    await live.mara.stage.command({ type: 'setRole', seat: ana.seat, role: 'facilitator' });
    expect(await ana.stage.command({ type: 'startMeeting' })).toMatchObject({ ok: true });
    await ana.stage.command({ type: 'setRole', seat: live.mara.seat, role: 'participant' });
    expect(await live.mara.stage.command({ type: 'goNext' })).toMatchObject({ code: 'not-yours-to-do' });
    expect(await live.mara.stage.command({ type: 'takeBack' })).toMatchObject({ code: 'never-led' });
  });

  it('[LEAD-1] is on disk with the stage: the server that starts again knows both', async () => {
    await live.mara.stage.command({ type: 'handOver', seat: ana.seat });
    const stored = await live.server.around.store.loadRoom(live.room.id);
    const rows = Object.fromEntries(stored?.seats.map(({ id, role }) => [id, role]) ?? []);
    expect([rows[ana.seat], rows[live.mara.seat]]).toEqual(['facilitator', 'participant']);
    expect(await live.mara.stage.command({ type: 'takeBack' })).toMatchObject({ ok: true });
  });

  it('of a facilitator brings what only facilitators see, and takes it away again', async () => {
    const segment = live.mara.stage.state?.segments[0]?.id ?? '';
    await live.mara.stage.command({ type: 'setSegmentNotes', segment, notes: 'Keep it short' });
    await live.mara.stage.command({ type: 'setRole', seat: ana.seat, role: 'facilitator' });
    await ana.stage.until(() => ana.stage.state?.facilitatorNotes[segment] === 'Keep it short');
    await live.mara.stage.command({ type: 'setRole', seat: ana.seat, role: 'participant' });
    await ana.stage.until(() => ana.stage.state?.facilitatorNotes[segment] === undefined);
    expect(ben.stage.received.join()).not.toContain('Keep it short');
  });
});

describe('a room that nobody facilitates', () => {
  it('[LEAD-2] [LEAD-3] tells since when, and is led by whoever asked when nobody objects', async () => {
    await maraLeaves();
    clock.advance(limits.leaderlessMs - 1);
    expect(await ana.stage.command({ type: 'askToFacilitate' })).toMatchObject({ code: 'facilitator-here' });
    clock.advance(1);
    expect(await ana.stage.command({ type: 'askToFacilitate' })).toMatchObject({ ok: true });
    await ben.stage.until(() => ben.stage.state?.succession !== null);
    expect(ben.stage.state?.succession).toEqual({
      seat: ana.seat,
      until: clock.now() + limits.objectionMs,
    });
    clock.advance(limits.objectionMs);
    await ben.stage.until(() => roleOf(ana) === 'facilitator');
    expect(await ana.stage.command({ type: 'goNext' })).toMatchObject({ ok: true });
  });

  it('[LEAD-2] tells at once that somebody leads, and takes nobody else any more', async () => {
    await maraLeaves();
    clock.advance(limits.leaderlessMs);
    await ana.stage.command({ type: 'askToFacilitate' });
    clock.advance(limits.objectionMs);
    await ben.stage.until(() => roleOf(ana) === 'facilitator');
    await ben.stage.until(() => leaderless(ben) === null);
    expect(await ben.stage.command({ type: 'askToFacilitate' })).toMatchObject({ code: 'facilitator-here' });
  });

  it('[LEAD-3] is not led by whoever somebody objects to', async () => {
    await maraLeaves();
    clock.advance(limits.leaderlessMs);
    await ana.stage.command({ type: 'askToFacilitate' });
    expect(await ben.stage.command({ type: 'objectToFacilitator' })).toMatchObject({ ok: true });
    clock.advance(limits.objectionMs);
    expect(await ana.stage.command({ type: 'goNext' })).toMatchObject({ code: 'not-yours-to-do' });
  });

  it('[LEAD-3] is not led by whoever asked and went away, and somebody else may ask at once', async () => {
    await maraLeaves();
    clock.advance(limits.leaderlessMs);
    await ana.stage.command({ type: 'askToFacilitate' });
    ana.leave();
    await untilGone(live, 'Ana', ben);
    clock.advance(limits.objectionMs);
    await ben.stage.until(() => ben.stage.state?.succession === null);
    expect(roleOf(ana)).toBe('participant');
    expect(await ben.stage.command({ type: 'askToFacilitate' })).toMatchObject({ ok: true });
  });

  it('[LEAD-3] needs nobody any more when a facilitator is back', async () => {
    await maraLeaves();
    clock.advance(limits.leaderlessMs);
    await ana.stage.command({ type: 'askToFacilitate' });
    await live.mara.stage.connect();
    await ben.stage.until(() => ben.stage.state?.succession === null);
    expect(leaderless(live.mara)).toBeNull();
    clock.advance(limits.objectionMs);
    expect(await ana.stage.command({ type: 'goNext' })).toMatchObject({ code: 'not-yours-to-do' });
  });

  it('[LEAD-2] counts as led by nobody who only watches beside a facilitator’s seat', async () => {
    await maraLeaves();
    clock.advance(limits.leaderlessMs);
    const wall = new HeadlessStage(live.server.origin, live.room.id, live.mara.cookie, { as: 'observer' });
    await wall.connect();
    expect(await ana.stage.command({ type: 'askToFacilitate' })).toMatchObject({ ok: true });
    wall.disconnect();
  });
});

describe('whoever facilitates for now', () => {
  const remove = (person: HeadlessPerson) =>
    person.request('DELETE', '', { title: live.mara.stage.state?.title ?? ben.stage.state?.title });
  const rotate = (person: HeadlessPerson, role: string, drop = false) =>
    person.request('POST', '/links/rotate', { role, drop });
  const open = (person: HeadlessPerson, link: string) =>
    person.request('POST', '/seats', { secret: link.split('#')[1] });
  const codeOf = async (response: Response) => ((await response.json()) as { code: string }).code;

  beforeEach(async () => {
    await maraLeaves();
    clock.advance(limits.leaderlessMs);
    await ana.stage.command({ type: 'askToFacilitate' });
    clock.advance(limits.objectionMs);
    await ben.stage.until(() => roleOf(ana) === 'facilitator');
  });

  it('[LEAD-4] T-89: neither deletes the room nor makes a new link of facilitators', async () => {
    for (const refused of [await remove(ana), await rotate(ana, 'facilitator')])
      expect([refused.status, await codeOf(refused)]).toEqual([403, 'left-to-others']);
    expect((await rotate(ana, 'observer')).status).toBe(201);
    expect((await open(live.mara, live.room.links.facilitator)).status).toBe(201);
  });

  it('[LEAD-4] T-89: keeps whoever led before when the link of their role is renewed and its people leave', async () => {
    await live.mara.stage.connect();
    await live.mara.stage.command({ type: 'setRole', seat: live.mara.seat, role: 'participant' });
    expect((await rotate(ana, 'participant', true)).status).toBe(201);
    await expect.poll(() => ben.stage.isConnected).toBe(false);
    expect(await live.mara.stage.command({ type: 'takeBack' })).toMatchObject({ ok: true });
  });

  it('[LEAD-4] does all of it once the link of facilitators was opened in the same browser', async () => {
    const raised = await open(ana, live.room.links.facilitator);
    const same = new HeadlessPerson(live.server.origin, live.room.id, ana.seat, cookieOf(raised));
    expect((await rotate(same, 'facilitator')).status).toBe(201);
    expect((await remove(same)).status).toBe(204);
  });
});
