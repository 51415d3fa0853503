/** Somebody who waits at the door tries to see something of the room, and people with a seat come and go as before. */
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Door } from '../../src/protocol/commands/hold.ts';
import { askEverything, openEverything } from '../support/entering.ts';
import { join, openRoom, type HeadlessPerson } from '../support/headless-person.ts';
import { openLiveRoom, type LiveRoom } from '../support/live-room.ts';

let live: LiveRoom;
let ana: HeadlessPerson;
beforeEach(async () => {
  live = await openLiveRoom({
    env: { HEARTH_COMMANDS_PER_SECOND: '0', HEARTH_WRONG_SECRETS_PER_MINUTE: '0' },
  });
  ana = await live.join('Ana');
  await live.mara.stage.connect();
  await ana.stage.connect();
});
afterEach(() => live.close());

const setDoor = (door: Door) => live.mara.stage.command({ type: 'setDoor', door });
const answer = (person: HeadlessPerson, admit: boolean) =>
  live.mara.stage.command({ type: 'answerKnock', seat: person.seat, admit });
const seatAs = async (person: HeadlessPerson): Promise<unknown> =>
  (await person.request('GET', '/seat')).json();
const peekAt = (link: string) => {
  const [path = '', secret] = link.split('#');
  return post('/peek', { secret }, '', path.split('/').at(-1));
};
const post = (path: string, body: unknown, cookie = '', room = live.room.id) =>
  fetch(`${live.server.origin}/api/rooms/${room}${path}`, {
    method: 'POST',
    headers: { origin: live.server.origin, cookie, 'content-type': 'application/json' },
    body: JSON.stringify(body),
  });
const secretOf = (link: string) => link.split('#')[1];

describe('whoever waits at the door', () => {
  it('[DOOR-4] T-66: learns that they wait, and gets nothing else on any route or socket', async () => {
    await setDoor('ask');
    const eve = await live.join('Eve');
    expect(await seatAs(eve)).toEqual({ seat: eve.seat, name: 'Eve', role: 'participant', waits: true });
    const [own, ...others] = await askEverything(eve);
    expect(own).toContain('200');
    for (const told of others) expect(told).toMatch(/ 403 \{"code":"at-the-door"/);
    expect(new Set(await openEverything(eve))).toEqual(new Set([4412, 'at-the-door']));
  });

  it('[DOOR-4] T-66: is seen by nobody as being here, and counts nowhere', async () => {
    await setDoor('ask');
    const eve = await live.join('Eve');
    await live.mara.stage.until(() => live.mara.stage.state?.seats[eve.seat]?.standing === 'waiting');
    expect(live.mara.stage.presence.map(({ seat }) => seat)).not.toContain(eve.seat);
    expect(await (await live.mara.request('GET', '/record.md')).text()).not.toContain('Eve');
    expect(
      await live.mara.stage.command({ type: 'setRole', seat: eve.seat, role: 'facilitator' }),
    ).toMatchObject({
      code: 'bad-input',
    });
  });

  it('[DOOR-4] comes in with the same cookie once a facilitator says so', async () => {
    await setDoor('ask');
    const eve = await live.join('Eve');
    expect(await ana.stage.command({ type: 'answerKnock', seat: eve.seat, admit: true })).toMatchObject({
      code: 'not-yours-to-do',
    });
    await answer(eve, true);
    expect(await seatAs(eve)).toEqual({ seat: eve.seat, name: 'Eve', role: 'participant' });
    await eve.stage.connect();
    expect(eve.stage.state?.seats[eve.seat]?.standing).toBe('in');
  });

  it('[DOOR-4] turned away, has no seat any more, and leaves no name', async () => {
    await setDoor('ask');
    const eve = await live.join('Eve');
    await answer(eve, false);
    expect((await eve.request('GET', '/seat')).status).toBe(401);
    await live.mara.stage.until(() => live.mara.stage.state?.seats[eve.seat] === undefined);
    const again = await live.join('Eve');
    expect(await seatAs(again)).toMatchObject({ name: 'Eve', waits: true });
  });

  it('[DOOR-6] T-66: is answered alike under the name of somebody inside and under one that nobody has', async () => {
    await setDoor('ask');
    const secret = secretOf(live.room.links.participant);
    for (const name of ['Ana', 'Nobody', 'Ana']) {
      const knocked = await post('/seats', { secret, name });
      expect(await knocked.json()).toMatchObject({ name, waits: true });
    }
  });

  it('[DOOR-4] does not get in by trying the same link again, nor by another name', async () => {
    await setDoor('ask');
    const eve = await live.join('Eve');
    const secret = secretOf(live.room.links.participant);
    const again = await post('/seats', { secret, name: 'Mara' }, eve.cookie);
    expect(await again.json()).toMatchObject({ seat: eve.seat, waits: true, name: 'Mara' });
    await setDoor('open');
    expect(await seatAs(eve)).toEqual({ seat: eve.seat, name: 'Mara 2', role: 'participant' });
  });

  it('[DOOR-5] gets in at once with a facilitator’s link', async () => {
    await setDoor('ask');
    const zoe = await live.join('Zoe');
    const raised = await post('/seats', { secret: secretOf(live.room.links.facilitator) }, zoe.cookie);
    expect(await raised.json()).toEqual({ seat: zoe.seat, name: 'Zoe', role: 'facilitator' });
  });
});

describe('a door that is not open', () => {
  it('[DOOR-5] names whoever leads without telling which facilitator is inside', async () => {
    const { links } = await openRoom(live.server.origin);
    const ben = await join(live.server.origin, links.facilitator, 'Ben');
    await ben.stage.connect();
    const look = async (): Promise<unknown> => (await peekAt(links.participant)).json();
    expect(await look()).toMatchObject({ facilitator: 'Ben' });
    for (const door of ['ask', 'locked'] as const) {
      await ben.stage.command({ type: 'setDoor', door });
      expect(await look()).toMatchObject({ facilitator: 'Mara', people: [] });
    }
  });
});

describe('a locked door', () => {
  it('[DOOR-5] keeps newcomers out, tells them so, and says nothing about who is inside', async () => {
    await setDoor('locked');
    for (const link of [live.room.links.participant, live.room.links.observer]) {
      const secret = secretOf(link);
      expect(await (await post('/peek', { secret })).json()).toMatchObject({ door: 'locked', people: [] });
      const refused = await post('/seats', { secret, name: 'Eve' });
      expect([refused.status, await refused.json()]).toMatchObject([403, { code: 'door-locked' }]);
    }
    const stored = await live.server.around.store.loadRoom(live.room.id);
    expect(stored?.seats).toHaveLength(2);
  });

  it('[DOOR-5] lets whoever has a seat come back, and facilitators in', async () => {
    await setDoor('locked');
    const secret = secretOf(live.room.links.participant);
    const back = await post('/seats', { secret, name: 'Ana' }, ana.cookie);
    expect(await back.json()).toMatchObject({ seat: ana.seat });
    ana.stage.disconnect();
    await ana.stage.connect();
    const zoe = await live.cofacilitate('Zoe');
    expect(await seatAs(zoe)).toMatchObject({ role: 'facilitator' });
  });

  it('[DOOR-5] stays locked when the room is closed, and a facilitator opens it then, too', async () => {
    await setDoor('locked');
    await live.mara.stage.command({ type: 'closeRoom', anyway: true, why: 'Done' });
    await expect(join(live.server.origin, live.room.links.participant, 'Eve')).rejects.toThrow('door-locked');
    expect(await setDoor('open')).toMatchObject({ ok: true });
    expect(await seatAs(await live.join('Eve'))).toMatchObject({ role: 'observer' });
  });
});
