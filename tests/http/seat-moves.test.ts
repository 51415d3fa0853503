/** Taking one's seat to another device: by a link that is good once, for a while, and for nobody else's seat. */
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { MoveAnswer, PeekAnswer } from '../../src/protocol/http.ts';
import { limits } from '../../src/protocol/limits.ts';
import { HandClock } from '../support/hand-clock.ts';
import { cookieOf, HeadlessPerson } from '../support/headless-person.ts';
import { openLiveRoom, type LiveRoom } from '../support/live-room.ts';

let clock: HandClock;
let live: LiveRoom;
let ana: HeadlessPerson;
beforeEach(async () => {
  clock = new HandClock();
  live = await openLiveRoom({ around: { clock }, env: { HEARTH_WRONG_SECRETS_PER_MINUTE: '0' } });
  ana = await live.join('Ana');
  await ana.stage.connect();
  await ana.open('board');
  await ana.open('desk');
});
afterEach(() => live.close());

const post = (path: string, body: unknown, cookie = '') =>
  fetch(`${live.server.origin}/api/rooms/${live.room.id}${path}`, {
    method: 'POST',
    headers: { origin: live.server.origin, cookie, 'content-type': 'application/json' },
    body: JSON.stringify(body),
  });

async function moveLink(): Promise<MoveAnswer & { secret: string }> {
  const answer = (await (await ana.request('POST', '/seat/move', {})).json()) as MoveAnswer;
  return { ...answer, secret: answer.link.split('#')[1] ?? '' };
}

/** Another browser opens the link and goes on. */
async function take(secret: string): Promise<HeadlessPerson> {
  const answer = await post('/seats', { secret });
  if (answer.status !== 201) throw new Error(`${answer.status} ${await answer.text()}`);
  return new HeadlessPerson(live.server.origin, live.room.id, ana.seat, cookieOf(answer));
}

describe('a link that moves a seat', () => {
  it('[MOVE-1] says whose it is, and gives the same seat, name, role and desk to the browser that takes it', async () => {
    ana.write({ id: 'd1', segment: 'gather', text: 'Half a thought' });
    await ana.deskDocument.saved();
    const { link, until, secret } = await moveLink();
    expect(link).toMatch(new RegExp(`^/j/${live.room.id}#`));
    expect(until).toBe(clock.now() + limits.moveLinkMs);
    const seen = (await (await post('/peek', { secret })).json()) as PeekAnswer;
    expect(seen).toMatchObject({ moves: 'Ana', role: 'participant' });
    const phone = await take(secret);
    expect(await (await phone.request('GET', '/seat')).json()).toMatchObject({ seat: ana.seat, name: 'Ana' });
    await phone.open('desk');
    expect(phone.desk().readDrafts()).toMatchObject([{ id: 'd1', text: 'Half a thought' }]);
    phone.leave();
  });

  it('[MOVE-2] ends all connections of the browser before, for good, and its cookie', async () => {
    const phone = await take((await moveLink()).secret);
    await ana.boardDocument.until(() => ana.boardDocument.closeCode !== null);
    await ana.deskDocument.until(() => ana.deskDocument.closeCode !== null);
    await expect.poll(() => ana.stage.isConnected).toBe(false);
    expect([ana.boardDocument.closeCode, ana.deskDocument.closeCode]).toEqual([4414, 4414]);
    expect(ana.stage.received.at(-1)).toBe('["goodbye",{"code":"seat-moved"}]');
    expect((await ana.request('GET', '/seat')).status).toBe(401);
    await phone.stage.connect();
    expect(phone.stage.isConnected).toBe(true);
    phone.leave();
  });

  it('[MOVE-1] T-67: is good once, and then looks like one that never was', async () => {
    const { secret } = await moveLink();
    (await take(secret)).leave();
    const again = await post('/seats', { secret });
    const never = await post('/seats', { secret: 'x'.repeat(22) });
    expect([again.status, await again.text()]).toEqual([never.status, await never.text()]);
  });

  it('[MOVE-1] T-67: two browsers that open it in one moment do not both get the seat', async () => {
    const { secret } = await moveLink();
    const answers = await Promise.all([post('/seats', { secret }), post('/seats', { secret })]);
    expect(answers.map(({ status }) => status).sort()).toEqual([201, 404]);
  });

  it('[MOVE-1] T-67: is over after ten minutes, and with the next one that is asked for', async () => {
    const first = await moveLink();
    const second = await moveLink();
    expect((await post('/peek', { secret: first.secret })).status).toBe(404);
    clock.advance(limits.moveLinkMs - 1);
    expect((await post('/peek', { secret: second.secret })).status).toBe(200);
    clock.advance(1);
    expect((await post('/peek', { secret: second.secret })).status).toBe(404);
  });

  it('[MOVE-1] is good though everybody has left the room meanwhile', async () => {
    const { secret } = await moveLink();
    ana.leave();
    live.mara.leave();
    clock.advance(limits.evictAfterMs * 2);
    (await take(secret)).leave();
  });

  it('[MOVE-1] T-34, T-67: ends with a seat that is removed', async () => {
    await live.mara.stage.connect();
    const { secret } = await moveLink();
    await live.mara.stage.command({ type: 'removeSeat', seat: ana.seat });
    expect((await post('/seats', { secret })).status).toBe(404);
  });

  it('opened in the browser that has the seat, it changes nothing', async () => {
    const { secret } = await moveLink();
    const same = await post('/seats', { secret }, ana.cookie);
    expect([same.status, cookieOf(same)]).toEqual([201, '']);
    expect(ana.stage.isConnected).toBe(true);
  });
});
