import pino from 'pino';
import { beforeEach, describe, expect, it } from 'vitest';
import { Retention } from '../../../server/rooms/retention.ts';
import { RoomRegistry } from '../../../server/rooms/room-registry.ts';
import type { Surroundings } from '../../../server/rooms/surroundings.ts';
import { memoryStore } from '../../../server/store/memory-store.ts';
import { StoreFailure, type Store } from '../../../server/store/store.ts';
import { newRoomSchema } from '../../../src/protocol/http.ts';
import { HandClock } from '../../support/hand-clock.ts';
import { seededRandom } from '../../support/random.ts';

const day = 24 * 60 * 60_000;
const halfDay = day / 2;
const keepMs = 30 * day;

describe('rooms in which nothing is done', () => {
  let store: Store;
  let clock: HandClock;
  let around: Surroundings;
  let registry: RoomRegistry;
  let retention: Retention;
  let logged: string[];
  const log = pino({ level: 'info' }, { write: (line: string) => void logged.push(line) });

  beforeEach(() => {
    store = memoryStore();
    clock = new HandClock();
    logged = [];
    open();
  });

  /** As a server that starts on this store. */
  function open(kept: { keepMs?: number } = { keepMs }): void {
    around = { clock, chance: seededRandom(clock.now()), store, log, ...kept };
    registry = new RoomRegistry(around, new Uint8Array(32));
    retention = new Retention(registry, around);
  }

  async function makeRoom(): Promise<string> {
    const outcome = await registry.make(newRoomSchema.parse({ title: 'Sprint 12', name: 'Fay' }));
    if (!outcome.ok) throw new Error(outcome.code);
    return outcome.made.room.id;
  }

  async function look(): Promise<void> {
    retention.start();
    await retention.stop();
  }

  /** Two looks in a row, between which the clock stands still: what is due now goes, and nothing else. */
  async function sweep(): Promise<void> {
    await look();
    await look();
  }

  const announced = () => logged.filter((line) => line.includes('rooms are deleted in twelve hours'));
  const isThere = async (room: string) => (await store.loadRoom(room)) !== null;
  const keptUntil = (room: string) => registry.use(room, (found) => found?.keptUntil);

  it('[END-3] are kept until the very moment that people were told, and not a millisecond less', async () => {
    const room = await makeRoom();
    expect(await keptUntil(room)).toBe(clock.now() + keepMs);
    clock.advance(keepMs);
    await sweep();
    expect(await isThere(room)).toBe(true);
    clock.advance(1);
    await sweep();
    expect(await isThere(room)).toBe(false);
  });

  it('[END-3] are kept for longer with everything that is done, and not with what is only opened', async () => {
    const room = await makeRoom();
    clock.advance(10 * day);
    await registry.use(room, (found) =>
      found?.do((turn) => turn.clientIds.push({ room, document: 'board', clientId: 7, seat: 's' })),
    );
    expect(await keptUntil(room)).toBe(clock.now() + 20 * day);
    await registry.use(room, (found) => found?.do(() => found.board().addAction('a1', 'Write it down')));
    expect(await keptUntil(room)).toBe(clock.now() + keepMs);
    clock.advance(keepMs);
    await sweep();
    expect(await isThere(room)).toBe(true);
  });

  it('[END-3] are kept for as long after a meeting that is still to come', async () => {
    const room = await makeRoom();
    const start = { at: clock.now() + 90 * day, zone: 'Europe/Berlin' };
    await registry.use(room, (found) =>
      found?.do((turn) => turn.emit([{ type: 'startPlanned', at: turn.now, start }])),
    );
    expect(await keptUntil(room)).toBe(start.at + keepMs);
    clock.advance(90 * day + keepMs);
    await sweep();
    expect(await isThere(room)).toBe(true);
    clock.advance(1);
    await sweep();
    expect(await isThere(room)).toBe(false);
  });

  it('[END-3] are kept though the clock was wrong for a while', async () => {
    const room = await makeRoom();
    clock.advance(-400 * day);
    await registry.use(room, (found) => found?.do(() => found.board().addAction('a1', 'Set the clock')));
    await sweep();
    clock.advance(400 * day + keepMs);
    await sweep();
    expect(await isThere(room)).toBe(true);
    clock.advance(1);
    await sweep();
    expect(await isThere(room)).toBe(false);
  });

  it('are deleted after a restart as before it', async () => {
    const rooms = [await makeRoom(), await makeRoom()];
    clock.advance(20 * day);
    open();
    await registry.use(rooms[1] ?? '', (found) => found?.do(() => found.board().addAction('a1', 'Stay')));
    clock.advance(10 * day + 1);
    open();
    await sweep();
    expect(await Promise.all(rooms.map(isThere))).toEqual([false, true]);
  });

  it('[END-4] are looked for twice a day while the server runs, and go at the second look at which they are due', async () => {
    const room = await makeRoom();
    clock.advance(keepMs - halfDay + 1);
    retention.start();
    clock.advance(halfDay);
    await expect.poll(announced).toEqual([expect.stringContaining('"rooms":1')]);
    expect(await isThere(room)).toBe(true);
    clock.advance(halfDay);
    await expect.poll(() => isThere(room)).toBe(false);
    await retention.stop();
  });

  it('[END-4] are all there when a clock that had jumped ahead is right again within half a day', async () => {
    const rooms = [await makeRoom(), await makeRoom()];
    await look();
    clock.jump(400 * day);
    await look();
    expect(await Promise.all(rooms.map(isThere))).toEqual([true, true]);
    clock.jump(-400 * day);
    await look();
    clock.jump(400 * day);
    await look();
    expect(await Promise.all(rooms.map(isThere))).toEqual([true, true]);
    await look();
    expect(await Promise.all(rooms.map(isThere))).toEqual([false, false]);
  });

  it('[END-4] that a backup brings back after a long time are all there at the first start, and half a day later', async () => {
    const rooms = [await makeRoom(), await makeRoom()];
    clock.advance(400 * day);
    open();
    retention.start();
    await expect.poll(announced).toEqual([expect.stringContaining('"rooms":2')]);
    clock.advance(halfDay - 1);
    expect(await Promise.all(rooms.map(isThere))).toEqual([true, true]);
    await registry.use(rooms[1] ?? '', (found) => found?.do(() => found.board().addAction('a1', 'Stay')));
    clock.advance(1);
    await expect.poll(() => Promise.all(rooms.map(isThere))).toEqual([false, true]);
    await retention.stop();
  });

  it('[END-4] that were due before a restart are due for the first time after it', async () => {
    const room = await makeRoom();
    clock.advance(keepMs + 1);
    for (let starts = 0; starts < 3; starts += 1) {
      open();
      await look();
    }
    expect(await isThere(room)).toBe(true);
    await look();
    expect(await isThere(room)).toBe(false);
  });

  it('are all found, however many there are, and others stay', async () => {
    for (let count = 0; count < 120; count += 1) await makeRoom();
    clock.advance(day);
    const young = await makeRoom();
    clock.advance(keepMs);
    await sweep();
    expect(await store.untouchedRooms({ before: Infinity, after: '', limit: 999 })).toEqual([young]);
  });

  it('are kept for ever where the operator sets no days', async () => {
    open({});
    const room = await makeRoom();
    expect(await keptUntil(room)).toBeNull();
    clock.advance(10_000 * day);
    await sweep();
    expect(await isThere(room)).toBe(true);
  });

  it('are spared where somebody comes back between the look and the deletion', async () => {
    const room = await makeRoom();
    clock.advance(keepMs + 1);
    const found = await registry.open(room);
    const writing = found?.room.do(() => found.room.board().addAction('a1', 'Just in time'));
    await sweep();
    await writing;
    expect(await isThere(room)).toBe(true);
    found?.release();
  });

  it('do not keep others from being deleted when they cannot be', async () => {
    const rooms = [await makeRoom(), await makeRoom(), await makeRoom()].sort();
    const loadRoom = store.loadRoom.bind(store);
    store.loadRoom = (room) =>
      room === rooms[1] ? Promise.reject(new StoreFailure('damaged')) : loadRoom(room);
    clock.advance(keepMs + 61_000);
    open();
    await sweep();
    store.loadRoom = loadRoom;
    expect(await Promise.all(rooms.map(isThere))).toEqual([false, true, false]);
  });

  it('close on people who only read there, with the code that says so', async () => {
    const room = await makeRoom();
    const found = await registry.open(room);
    const told: string[] = [];
    found?.room.onEnd((code) => told.push(code));
    clock.advance(keepMs + 1);
    await sweep();
    expect([told, await isThere(room)]).toEqual([['room-deleted'], false]);
  });
});
