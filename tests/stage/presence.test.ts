/** Who is here, what time it is, and what a client gets that asks; nothing that a client can make up. */
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { limits } from '../../src/protocol/limits.ts';
import { protocolVersion, type SeatPresence } from '../../src/protocol/stage-wire.ts';
import { HandClock } from '../support/hand-clock.ts';
import type { HeadlessPerson } from '../support/headless-person.ts';
import { HeadlessStage } from '../support/headless-stage.ts';
import { openLiveRoom, untilGone, type LiveRoom } from '../support/live-room.ts';

/** Presence gathers this long before it is sent. */
const gatherMs = 150;

let clock: HandClock;
let live: LiveRoom;
let ana: HeadlessPerson;
beforeEach(async () => {
  clock = new HandClock();
  live = await openLiveRoom({ around: { clock }, env: { HEARTH_COMMANDS_PER_SECOND: '0' } });
  ana = await live.join('Ana');
  await live.mara.stage.connect();
  await ana.stage.connect();
});
afterEach(() => live.close());

const seenOf = (person: HeadlessPerson, by = live.mara): SeatPresence | undefined =>
  by.stage.presence.find(({ seat }) => seat === person.seat);

/** Presence as Mara has it once everything sent before was heard and told. */
async function told(): Promise<void> {
  await ana.stage.ask('clock');
  clock.advance(gatherMs);
  await live.mara.stage.ask('clock');
}

describe('on connecting', () => {
  it('[STAGE-1] comes the whole stage with its revision, then presence, and then each event once', async () => {
    const stage = new HeadlessStage(live.server.origin, live.room.id, ana.cookie);
    await stage.connect();
    await stage.ask('clock');
    const [first, second] = stage.received.map((text) => JSON.parse(text) as [string, unknown]);
    expect(first).toEqual(['stage', expect.objectContaining({ rev: live.mara.stage.state?.rev })]);
    expect(second?.[0]).toBe('presence');
    const { rev = 0 } = stage.state ?? {};
    await live.mara.stage.command({ type: 'startMeeting' });
    await stage.until(() => stage.state?.phase === 'running');
    const casts = stage.received.filter((text) => text.startsWith('["events"'));
    const [, cast] = JSON.parse(casts[0] ?? '[]') as [string, { rev: number; events: unknown[] }];
    expect([casts.length, cast.rev - cast.events.length]).toEqual([1, rev]);
    stage.disconnect();
  });
});

describe('what a client asks for', () => {
  it('[STAGE-2] snapshot is the stage as it is now', async () => {
    await live.mara.stage.command({ type: 'startMeeting' });
    await live.mara.stage.command({ type: 'goNext' });
    expect(await ana.stage.ask('snapshot')).toEqual({
      protocol: protocolVersion,
      rev: live.mara.stage.state?.rev,
      state: live.mara.stage.state,
      now: clock.now(),
    });
  });

  it('[STAGE-7] clock is the server’s time, whatever a device believes', async () => {
    expect(await ana.stage.ask('clock')).toEqual({ now: clock.now() });
    clock.advance(1_234);
    expect(await ana.stage.ask('clock')).toEqual({ now: clock.now() });
    await live.mara.stage.command({ type: 'startMeeting' });
    const { clock: shown, segments } = live.mara.stage.state ?? {};
    const minutes = segments?.[0]?.minutes ?? 0;
    expect(shown).toMatchObject({ kind: 'running', endsAt: clock.now() + minutes * 60_000 });
  });
});

describe('presence', () => {
  it('keeps somebody who is away for less than the grace, and then shows that they are gone', async () => {
    ana.stage.disconnect();
    await untilGone(live, 'Ana');
    clock.advance(limits.presenceGraceMs);
    await live.mara.stage.ask('clock');
    expect(seenOf(ana)?.connected).toBe(true);
    clock.advance(gatherMs + 1);
    await live.mara.stage.ask('clock');
    expect(seenOf(ana)?.connected).toBe(false);
  });

  it('does not blink when a tab reloads', async () => {
    await told();
    const from = live.mara.stage.received.length;
    ana.stage.disconnect();
    await untilGone(live, 'Ana');
    live.mara.stage.send('ready', true);
    await live.mara.stage.ask('clock');
    clock.advance(limits.presenceGraceMs - gatherMs);
    await ana.stage.connect();
    await told();
    clock.advance(limits.presenceGraceMs * 2);
    await live.mara.stage.ask('clock');
    const shown = live.mara.stage.received
      .slice(from)
      .map((text) => JSON.parse(text) as [string, SeatPresence[]])
      .filter(([event]) => event === 'presence')
      .map(([, presence]) => presence.find(({ seat }) => seat === ana.seat)?.connected);
    expect(shown.length).toBeGreaterThan(0);
    expect(new Set(shown)).toEqual(new Set([true]));
  });

  it('shows who is ready, until the next segment asks everybody anew', async () => {
    await live.mara.stage.command({ type: 'startMeeting' });
    ana.stage.send('ready', true);
    await told();
    expect(seenOf(ana)?.ready).toBe(true);
    await live.mara.stage.command({ type: 'goNext' });
    await told();
    expect(seenOf(ana)?.ready).toBe(false);
  });

  it('keeps who is ready through everything that is no new question', async () => {
    await live.mara.stage.command({ type: 'startMeeting' });
    ana.stage.send('ready', true);
    await told();
    for (const type of ['pauseClock', 'resumeClock', 'bringEveryone'] as const) {
      await live.mara.stage.command({ type });
    }
    await told();
    expect(seenOf(ana)?.ready).toBe(true);
  });

  it('shows where somebody looks, among the segments there are', async () => {
    ana.stage.send('looking', 'gather');
    await told();
    expect(seenOf(ana)?.lookingAt).toBe('gather');
    ana.stage.send('looking', 'the moon');
    await told();
    expect(seenOf(ana)?.lookingAt).toBe('gather');
    ana.stage.send('looking', null);
    await told();
    expect(seenOf(ana)?.lookingAt).toBeNull();
  });

  it('shows what somebody is moving, until they let go or the tab that moved it is gone', async () => {
    const other = new HeadlessStage(live.server.origin, live.room.id, ana.cookie);
    await other.connect();
    for (const letGo of [() => other.send('holding', []), () => other.disconnect()]) {
      other.send('holding', ['n1', 'n2']);
      await other.ask('clock');
      await told();
      expect(seenOf(ana)?.holding).toEqual(['n1', 'n2']);
      letGo();
      await expect.poll(async () => (await told(), seenOf(ana)?.holding)).toEqual([]);
    }
    ana.stage.send(
      'holding',
      Array.from({ length: limits.heldNotes + 1 }, (_, at) => `n${at}`),
    );
    ana.stage.send('holding', ['not an id']);
    await told();
    expect(seenOf(ana)?.holding).toEqual([]);
  });

  it('[STAGE-8] cannot be sent, not for oneself and not for others; control: ready can', async () => {
    const before = structuredClone(live.mara.stage.presence);
    const forged = [{ seat: live.mara.seat, connected: false, ready: true, lookingAt: 'close' }];
    ana.stage.send('presence', forged);
    ana.stage.send('ready', { seat: live.mara.seat, ready: true });
    ana.stage.send('ready', true, live.mara.seat);
    await told();
    expect(seenOf(live.mara)).toEqual(before.find(({ seat }) => seat === live.mara.seat));
    expect(seenOf(ana)?.ready).toBe(true);
    const stored = await live.server.around.store.loadRoom(live.room.id);
    expect(JSON.stringify(stored?.events)).not.toContain('"ready":true');
  });

  it('T-02, T-55: observers take no part in it, with a seat of their own or beside one', async () => {
    const wall = await live.watch();
    await wall.stage.connect();
    const beside = new HeadlessStage(live.server.origin, live.room.id, ana.cookie, { as: 'observer' });
    await beside.connect();
    for (const stage of [wall.stage, beside]) {
      stage.send('ready', true);
      stage.send('looking', 'gather');
      stage.send('holding', ['n1']);
      await stage.ask('clock');
    }
    await told();
    expect(seenOf(ana)).toMatchObject({ ready: false, lookingAt: null, holding: [], needsMinute: false });
    expect(seenOf(wall)?.ready ?? false).toBe(false);
    ana.stage.disconnect();
    await untilGone(live, 'Ana');
    clock.advance(limits.presenceGraceMs + gatherMs + 1);
    await live.mara.stage.ask('clock');
    // The wall that hangs on her cookie does not keep her here.
    expect(seenOf(ana)?.connected).toBe(false);
    beside.disconnect();
  });
});

describe('the next round', () => {
  it.each([
    ['takes along who was here up to a minute ago', 59, true],
    ['leaves out who has been gone for longer', 61, false],
  ])('%s', async (_what, secondsAway, takesPart) => {
    await live.mara.stage.command({ type: 'setRoundMode', segment: 'gather', mode: 'distributed' });
    await live.mara.stage.command({ type: 'startMeeting' });
    const rounds = () => live.mara.stage.state?.gathers['gather']?.rounds ?? [];
    while (rounds().length === 0) await live.mara.stage.command({ type: 'goNext' });
    expect(rounds()[0]?.held).toHaveProperty(ana.seat);
    ana.stage.disconnect();
    await untilGone(live, 'Ana');
    clock.advance(secondsAway * 1_000);
    await live.mara.stage.command({ type: 'goNext' });
    expect(rounds()).toHaveLength(2);
    expect(ana.seat in (rounds()[1]?.held ?? {})).toBe(takesPart);
  });
});
