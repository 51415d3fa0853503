import { describe, expect, test } from 'vitest';
import { forgetRoom } from '../../../src/lib/room/forget-room.ts';
import { readLeftBehind } from '../../../src/lib/room/left-behind.ts';
import { readRecent } from '../../../src/lib/room/recent-rooms.ts';
import { RoomMemory } from '../../../src/lib/room/room-memory.ts';
import type { RoomView } from '../../../src/lib/room/room-view.svelte.ts';
import { createRoom, peek, takeSeat } from '../../../src/lib/room/rooms-api.ts';
import { eventually } from '../../support/eventually.ts';
import type { Browser } from './browser.ts';
import { browser, serveBrowsers } from './served-room.ts';

const day = 24 * 60 * 60_000;
serveBrowsers({ HEARTH_KEEP_DAYS: '30' });

const isReady = (page: RoomView) =>
  eventually(() => expect([page.mayWrite, page.saving]).toEqual([true, 'saved']));

interface Scene {
  readonly room: string;
  readonly secret: string;
  readonly ada: Browser;
  readonly bob: Browser;
  readonly page: RoomView;
  readonly other: RoomView;
}

/** Ada facilitates, Bob takes part. */
async function scene(): Promise<Scene> {
  const ada = await browser();
  const made = await createRoom({ title: 'Sprint 12', format: 'start-stop-continue', name: 'Ada' });
  if (!made.ok) throw new Error(made.code);
  const { room, links } = made.answer;
  const secret = links.participant.split('#')[1] ?? '';
  const page = ada.open(room);
  await isReady(page);
  const bob = await browser();
  await takeSeat(room, secret, 'Bob');
  const other = bob.open(room);
  await isReady(other);
  return { room, secret, ada, bob, page, other };
}

async function deleteRoom({ ada, page, other }: Scene): Promise<void> {
  ada.speak();
  expect(await page.deleteForEverybody('Sprint 12')).toMatchObject({ ok: true });
  await eventually(() => expect([page.entry, other.entry]).toEqual(['deleted', 'deleted']));
}

describe('a room that is deleted', () => {
  test('is said to be gone on every page, once and not as a problem, and is off the list of recent rooms', async () => {
    const all = await scene();
    const recent = () => [all.ada, all.bob].map(({ device }) => readRecent(device).map(({ room }) => room));
    expect(recent()).toEqual([[all.room], [all.room]]);
    await deleteRoom(all);
    expect([all.page.problem, all.other.problem]).toEqual([null, null]);
    expect(recent()).toEqual([[], []]);
  });

  test('leaves on a device what its people wrote there, and the record as it was last seen', async () => {
    const all = await scene();
    const { room, bob, page, other } = all;
    const segment = other.stage?.segments[1]?.id ?? '';
    const action = page.board.addAction();
    page.board.textOf('actions', action)?.splice(0, 0, 'call the bank');
    await eventually(() => expect(other.board.actions[0]?.title).toBe('call the bank'));
    other.desk.addDraft({ segment, text: 'a thought' });
    other.halfTyped.write({ segment, lens: '', prompt: '', text: 'half a th' });
    await isReady(other);
    await deleteRoom(all);
    const left = await readLeftBehind(room, bob.device);
    expect(left.words).toEqual(['a thought', 'half a th']);
    expect(left.record).toMatchObject({ title: 'Sprint 12', actions: [{ title: 'call the bank' }] });
    await forgetRoom(room, bob.device);
    expect(await readLeftBehind(room, bob.device)).toEqual({ words: [], record: null });
    expect(bob.device.keys(`hearth:${room}:`)).toEqual([]);
  });

  test('is still said to be gone when the page is opened again, with a network and without', async () => {
    const all = await scene();
    await deleteRoom(all);
    const again = all.bob.open(all.room);
    await eventually(() => expect(again.entry).toBe('deleted'));
    all.bob.network.cut();
    const offline = all.bob.open(all.room);
    await eventually(() => expect(offline.entry).toBe('deleted'));
  });

  test('opens like any other when it is there again', async () => {
    const { room, bob } = await scene();
    new RoomMemory(room, bob.device).keepEnding('deleted');
    const page = bob.open(room);
    await isReady(page);
    expect([page.entry, new RoomMemory(room, bob.device).readEnding()]).toEqual(['open', null]);
  });

  test('was not, where the title is another or a participant asks', async () => {
    const { ada, bob, page, other } = await scene();
    bob.speak();
    expect(await other.deleteForEverybody('Sprint 12')).toEqual({ ok: false, code: 'not-yours-to-do' });
    ada.speak();
    expect(await page.deleteForEverybody('Sprint 13')).toEqual({ ok: false, code: 'wrong-title' });
    expect([page.entry, page.mayWrite]).toEqual(['open', true]);
  });
});

describe('until when a room is kept', () => {
  test('is told at the door and inside, and moves on with what is done', async () => {
    const before = Date.now();
    const { room, secret, bob, other } = await scene();
    expect(other.keptUntil).toBeGreaterThanOrEqual(before + 30 * day);
    bob.speak();
    const door = await peek(room, secret);
    expect(door.ok && door.answer.keptUntil).toBeGreaterThanOrEqual(other.keptUntil ?? 0);
    const first = other.keptUntil ?? 0;
    await other.rename('Robert');
    await eventually(() => expect(other.me?.name).toBe('Robert'));
    expect(other.keptUntil).toBeGreaterThanOrEqual(first);
    const later = bob.open(room);
    await eventually(() => expect(later.keptUntil).toBeGreaterThan(first));
  });
});
