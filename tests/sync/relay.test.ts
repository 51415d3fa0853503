/** Who gets in, to what, and with which number everybody else is turned away. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { errors, type ErrorCode } from '../../src/protocol/errors.ts';
import type { HeadlessPerson } from '../support/headless-person.ts';
import { openLiveRoom, type LiveRoom } from '../support/live-room.ts';
import { HandClock } from '../support/hand-clock.ts';
import { isStep2, step1, Wire, wireOf, type Goodbye } from '../support/wire.ts';

let live: LiveRoom;
let ana: HeadlessPerson;
let bo: HeadlessPerson;
beforeAll(async () => {
  live = await openLiveRoom();
  ana = await live.join('Ana');
  bo = await live.join('Bo');
  await bo.open('desk');
  bo.write({ id: 'draft', segment: 'gather', text: 'only Bo may read this' });
  await bo.deskDocument.saved();
});
afterAll(() => live.close());

const at = (path: string, cookie = ana.cookie) =>
  new Wire({ origin: live.server.origin, path: path.replace('ROOM', live.room.id), cookie });
const goodbye = (code: ErrorCode): Goodbye => {
  const row = errors[code];
  return { code: 'close' in row ? row.close : 0, reason: code };
};

describe('a document that is none', () => {
  it.each(['stage', 'Board', 'boards', 'notes', '', 'board/', 'board/board', 'board%20', '__proto__', '..'])(
    'T-01: %j ends with 4404, and nothing is made of it',
    async (name) => {
      const wire = at(`/sync/ROOM/${name}`);
      expect(await wire.ended).toEqual(goodbye('not-found'));
      expect(wire.received).toEqual([]);
      const stored = await live.server.around.store.loadRoom(live.room.id);
      expect(stored?.documents.map(({ key }) => key)).toEqual(['board', `desk:${bo.seat}`]);
    },
  );

  it('T-01: the same cookie opens the documents there are', async () => {
    for (const name of ['board', 'desk']) {
      const wire = await at(`/sync/ROOM/${name}`).open();
      wire.send(step1());
      await wire.next(isStep2);
      wire.socket.terminate();
    }
  });
});

describe('the desk of somebody else', () => {
  it('T-03: has no name: every guess is answered like a document that does not exist', async () => {
    const nonexistent = await at('/sync/ROOM/nope').ended;
    const guesses = [
      'desk:SEAT',
      'desk%3ASEAT',
      'desk/SEAT',
      'DESK',
      'desk%00',
      'desk%3aSEAT%00',
      'desk:%53',
    ];
    for (const guess of guesses) {
      const wire = at(`/sync/ROOM/${guess.replace('SEAT', bo.seat)}`);
      expect(await wire.ended, guess).toEqual(nonexistent);
      expect(wire.received).toEqual([]);
    }
  });

  it('[SYNC-1] T-03: asking for it beside the path still gives one’s own; its owner reads it', async () => {
    const read = async (cookie: string, query: string) => {
      const wire = await at(`/sync/ROOM/desk${query}`, cookie).open();
      wire.send(step1());
      await wire.next(isStep2);
      wire.socket.terminate();
      return Buffer.concat(wire.received);
    };
    const asked = `?seat=${bo.seat}&name=desk:${bo.seat}&document=desk%3A${bo.seat}`;
    expect((await read(ana.cookie, asked)).includes('only Bo may read this')).toBe(false);
    expect((await read(bo.cookie, '')).includes('only Bo may read this')).toBe(true);
  });

  it('an observer has none, with a cookie of their own or beside a seat', async () => {
    const wall = await live.watch();
    expect(await at('/sync/ROOM/desk', wall.cookie).ended).toEqual(goodbye('not-found'));
    expect(await at('/sync/ROOM/desk?as=observer').ended).toEqual(goodbye('not-found'));
  });
});

describe('whoever has no seat', () => {
  it('is turned away with 4401, whether the room exists or not', async () => {
    expect(await at('/sync/ROOM/board', '').ended).toEqual(goodbye('no-seat'));
    expect(await at('/sync/aaaaaaaaaaaaaaaa/board').ended).toEqual(goodbye('no-seat'));
    const forged = ana.cookie.replace(/=.*/, '=AAAAAAAAAAAAAAAAAAAAAA');
    expect(await at('/sync/ROOM/board', forged).ended).toEqual(goodbye('no-seat'));
  });

  it('of this room is not let in by the seat of another', async () => {
    const other = await openLiveRoom();
    const [name = ''] = ana.cookie.split('=');
    const [, foreign = ''] = other.mara.cookie.split('=');
    expect(await at('/sync/ROOM/board', `${name}=${foreign}`).ended).toEqual(goodbye('no-seat'));
    expect(await at('/sync/ROOM/board', other.mara.cookie).ended).toEqual(goodbye('no-seat'));
    await other.close();
  });
});

describe('the number a connection ends with', () => {
  it('[SYNC-11] says whether to come back: 44xx is final, 45xx and 1012 are not', () => {
    for (const row of Object.values(errors)) {
      if (!('close' in row) || (row.close < 4000 && row.close !== 1012)) continue;
      expect(row.close >= 4500 || row.close === 1012, row.message).toBe(row.retry);
    }
  });

  it('4410: more connections than a seat may have, until one ends', async () => {
    const small = await openLiveRoom({ env: { HEARTH_SOCKETS_PER_SEAT: '1' } });
    const first = await wireOf(small.mara, 'board').open();
    first.send(step1());
    await first.next(isStep2);
    expect(await wireOf(small.mara, 'board').ended).toEqual(goodbye('room-full'));
    first.socket.terminate();
    await expect.poll(() => reaches(wireOf(small.mara, 'board'))).toBe(true);
    await small.close();
  });

  it('1012: the server stops, and nothing said before is lost', async () => {
    const stopping = await openLiveRoom();
    const board = await stopping.mara.open('board');
    stopping.mara.board().addAction('a1', 'Last words');
    await board.saved();
    const wire = await wireOf(stopping.mara, 'board').open();
    await stopping.server.stop();
    expect(await wire.ended).toEqual(goodbye('restarting'));
    await board.until(() => board.closeCode !== null);
    expect(board.closeCode).toBe(1012);
    await stopping.close();
  });

  it('4503: a room that cannot be read now', { timeout: 10_000 }, async () => {
    const clock = new HandClock();
    const broken = await openLiveRoom({ around: { clock } });
    const { store } = broken.server.around;
    const loadRoom = store.loadRoom.bind(store);
    clock.advance(61_000);
    store.loadRoom = () => Promise.reject(new Error('unreadable'));
    const wire = () => wireOf(broken.mara, 'board');
    await expect.poll(async () => wire().ended).toEqual(goodbye('store-failed'));
    store.loadRoom = loadRoom;
    expect(await reaches(wire())).toBe(true);
    await broken.close();
  });
});

/** Whether the connection is let in and answered. */
async function reaches(wire: Wire): Promise<boolean> {
  await wire.open();
  wire.send(step1());
  const answered = await Promise.race([wire.next(isStep2).then(() => true), wire.ended.then(() => false)]);
  wire.socket.terminate();
  return answered;
}
