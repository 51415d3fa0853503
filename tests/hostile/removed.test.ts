/** Somebody whose seat was taken away, or whose link has ended, tries every way back in. */
import { randomBytes } from 'node:crypto';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { hashOf } from '../../server/rooms/links.ts';
import { limits } from '../../src/protocol/limits.ts';
import { HeldStore } from '../server/rooms/stored-room.ts';
import { askEverything, openEverything } from '../support/entering.ts';
import { join, type HeadlessPerson } from '../support/headless-person.ts';
import { HeadlessStage } from '../support/headless-stage.ts';
import { openLiveRoom, type LiveRoom } from '../support/live-room.ts';

let store: HeldStore;
let live: LiveRoom;
let ana: HeadlessPerson;
let ben: HeadlessPerson;
beforeEach(async () => {
  store = new HeldStore();
  live = await openLiveRoom({
    around: { store },
    env: { HEARTH_COMMANDS_PER_SECOND: '0', HEARTH_WRONG_SECRETS_PER_MINUTE: '0' },
  });
  ana = await live.join('Ana');
  ben = await live.join('Ben');
  for (const person of [live.mara, ana, ben]) {
    await person.stage.connect();
    await person.open('board');
    await person.open('desk');
  }
});
afterEach(() => live.close());

const remove = (person: HeadlessPerson) => live.mara.stage.command({ type: 'removeSeat', seat: person.seat });
const stranger = () => ({
  origin: live.server.origin,
  room: live.room.id,
  cookie: ana.cookie.replace(/=.*/, `=${randomBytes(16).toString('base64url')}`),
});
const post = (path: string, body: unknown, cookie = '') =>
  fetch(`${live.server.origin}/api/rooms/${live.room.id}${path}`, {
    method: 'POST',
    headers: { origin: live.server.origin, cookie, 'content-type': 'application/json' },
    body: JSON.stringify(body),
  });
const closed = (person: HeadlessPerson) =>
  Promise.all([
    person.boardDocument.until(() => person.boardDocument.closeCode !== null),
    person.deskDocument.until(() => person.deskDocument.closeCode !== null),
    expect.poll(() => person.stage.isConnected).toBe(false),
  ]);

describe('T-34: a seat that is removed', () => {
  it('[DOOR-2] loses all its connections within a second, each with a final code', async () => {
    const beside = new HeadlessStage(live.server.origin, live.room.id, ana.cookie, { as: 'observer' });
    await beside.connect();
    const from = performance.now();
    await remove(ana);
    await closed(ana);
    await expect.poll(() => beside.isConnected).toBe(false);
    expect(performance.now() - from).toBeLessThan(limits.removalMs);
    expect([ana.boardDocument.closeCode, ana.deskDocument.closeCode]).toEqual([4413, 4413]);
    for (const stage of [ana.stage, beside])
      expect(stage.received.at(-1)).toBe('["goodbye",{"code":"seat-removed"}]');
    expect(ben.stage.isConnected).toBe(true);
  });

  it('[DOOR-2] writes nothing that waits behind the removal, though it was sent before anybody knew of it', async () => {
    store.hold();
    const removal = remove(ana);
    await ben.stage.ask('clock');
    ana.board().addAction('late', 'Behind the removal');
    const command = ana.stage.command({ type: 'objectToFacilitator' }).catch(() => ({ ok: false }));
    await ana.stage.ask('clock');
    store.release();
    expect(await removal).toMatchObject({ ok: true });
    expect(await command).toMatchObject({ ok: false });
    await closed(ana);
    ben.board().addAction('ben', 'By Ben');
    await ben.boardDocument.saved();
    const actions = () =>
      live.mara
        .board()
        .readActions()
        .map(({ id }) => id);
    await live.mara.boardDocument.until(() => actions().includes('ben'));
    expect(actions()).toEqual(['ben']);
  });

  it('[DOOR-3] is answered to the byte like a browser that never had one, on every route and every socket', async () => {
    await remove(ana);
    await closed(ana);
    expect(await askEverything(ana)).toEqual(await askEverything(stranger()));
    expect(await openEverything(ana)).toEqual(await openEverything(stranger()));
    expect(new Set(await openEverything(ana))).toEqual(new Set([4401, 'no-seat']));
  });

  it('[DOOR-3] opens nothing after a restart of the room either', async () => {
    await remove(ana);
    await closed(ana);
    const stored = await live.server.around.store.loadRoom(live.room.id);
    expect(stored?.seats.find(({ id }) => id === ana.seat)?.tokenHash).toBe('');
  });

  it('[DOOR-3] has no voice left in a question that is open, and is nowhere among those who are here', async () => {
    await live.mara.stage.command({ type: 'openPoll', question: 'safety' });
    const poll = live.mara.stage.state?.polls[0]?.id ?? '';
    for (const person of [ana, ben])
      await person.stage.command({ type: 'castBallot', poll, ballot: { answers: ['4'] } });
    await live.mara.stage.until(() => live.mara.stage.answers[0]?.answered === 2);
    await remove(ana);
    await live.mara.stage.until(() => live.mara.stage.answers[0]?.answered === 1);
    await live.mara.stage.until(() => !live.mara.stage.presence.some(({ seat }) => seat === ana.seat));
    expect(live.mara.stage.answers[0]?.of).toBe(2);
    await live.mara.stage.command({ type: 'closePoll', poll });
    expect(live.mara.stage.state?.polls[0]?.result?.answered).toBe(1);
    const stored = await live.server.around.store.loadRoom(live.room.id);
    expect(stored?.ballots).toEqual([]);
  });

  it('[DOOR-3] reveals nothing of what is on its desk', async () => {
    await live.mara.stage.command({ type: 'startMeeting' });
    while (live.mara.stage.state?.current !== 'gather') await live.mara.stage.command({ type: 'goNext' });
    ana.write({ id: 'd1', segment: 'gather', text: 'Of somebody who was removed' });
    ben.write({ id: 'd1', segment: 'gather', text: 'Of somebody who is here' });
    await Promise.all([ana.deskDocument.saved(), ben.deskDocument.saved()]);
    await remove(ana);
    const rounds = live.mara.stage.state.segments.find(({ id }) => id === 'gather')?.rounds ?? 0;
    for (let round = 1; round < rounds; round++) await live.mara.stage.command({ type: 'goNext' });
    await live.mara.stage.command({ type: 'askReveal', segment: 'gather' });
    const words = () =>
      ben
        .board()
        .readNotes()
        .map(({ text }) => text);
    await ben.boardDocument.until(() => words().length > 0);
    expect(words()).toEqual(['Of somebody who is here']);
  });

  it('[DOOR-3] may come again by the link, as somebody else', async () => {
    await remove(ana);
    const again = await join(live.server.origin, live.room.links.participant, 'Ana');
    expect(again.seat).not.toBe(ana.seat);
    await again.stage.connect();
    expect(again.stage.state?.seats[again.seat]).toMatchObject({ name: 'Ana', standing: 'in' });
    again.leave();
  });
});

describe('T-34: a link that was rotated', () => {
  const secretOf = (link: string) => link.split('#')[1];
  const rotate = async (body: unknown, by = live.mara) => {
    const answer = await by.request('POST', '/links/rotate', body);
    return (await answer.json()) as { link: string; code?: string };
  };

  it('[LINK-1] opens nothing any more, at once, and the new one does', async () => {
    const unknown = await post('/peek', { secret: randomBytes(16).toString('base64url') });
    const { link } = await rotate({ role: 'participant' });
    const secret = secretOf(live.room.links.participant);
    for (const [path, body] of [
      ['/peek', { secret }],
      ['/seats', { secret, name: 'Eve' }],
    ] as const) {
      const answer = await post(path, body);
      expect([answer.status, await answer.text()]).toEqual([404, await unknown.clone().text()]);
    }
    const dua = await join(live.server.origin, link, 'Dua');
    expect(await (await dua.request('GET', '/links')).json()).toMatchObject({ participant: link });
    expect(ana.stage.isConnected).toBe(true);
  });

  it('[LINK-1] is on disk: the old one stays dead after a restart', async () => {
    await rotate({ role: 'participant' });
    const stored = await live.server.around.store.loadRoom(live.room.id);
    expect(stored?.links).toHaveLength(3);
    const old = hashOf(secretOf(live.room.links.participant) ?? '');
    expect(stored?.links.some(({ hash }) => hash === old)).toBe(false);
  });

  it('[LINK-2] drops whoever came with it where that is asked, waiting ones too, and facilitators never', async () => {
    await live.mara.stage.command({ type: 'setRole', seat: ben.seat, role: 'facilitator' });
    await rotate({ role: 'participant', drop: true });
    await closed(ana);
    expect(ana.boardDocument.closeCode).toBe(4413);
    expect([ben.stage.isConnected, live.mara.stage.isConnected]).toEqual([true, true]);
    expect(await rotate({ role: 'facilitator', drop: true })).toMatchObject({ code: 'bad-input' });
  });

  it('[LINK-3] of facilitators is told once, to whoever asked, and is sealed nowhere', async () => {
    const { link } = await rotate({ role: 'facilitator' });
    expect(JSON.stringify(await (await live.mara.request('GET', '/links')).json())).not.toContain(
      secretOf(link),
    );
    const stored = await live.server.around.store.loadRoom(live.room.id);
    expect(stored?.links.find(({ role }) => role === 'facilitator')?.sealed).toBeNull();
    const zoe = await join(live.server.origin, link, 'Zoe');
    await zoe.stage.connect();
    expect(zoe.stage.state?.seats[zoe.seat]?.role).toBe('facilitator');
    zoe.leave();
  });

  it('[LINK-1] T-42: is rotated by facilitators alone', async () => {
    expect(await rotate({ role: 'observer' }, ana)).toMatchObject({ code: 'not-yours-to-do' });
  });
});
