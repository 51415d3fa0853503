/** *I need a minute*: told to facilitators and to nobody else, until somebody takes care of it. */
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { limits } from '../../src/protocol/limits.ts';
import { HandClock } from '../support/hand-clock.ts';
import type { HeadlessPerson } from '../support/headless-person.ts';
import { HeadlessStage } from '../support/headless-stage.ts';
import { openLiveRoom, type LiveRoom } from '../support/live-room.ts';

/** Presence gathers this long before it is sent. */
const gatherMs = 150;

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

async function told(...further: readonly HeadlessStage[]): Promise<void> {
  const stages = [ana.stage, ben.stage, live.mara.stage, ...further].filter(({ isConnected }) => isConnected);
  for (const stage of stages) await stage.ask('clock');
  clock.advance(gatherMs);
  for (const stage of stages) await stage.ask('clock');
}

/** Seats that need a minute, as this connection knows it. */
const needs = ({ presence }: HeadlessStage) =>
  presence.filter(({ needsMinute }) => needsMinute).map(({ seat }) => seat);

describe('a minute', () => {
  it('[TALK-4] T-87: reaches facilitators and whoever asks, and no byte of it anybody else', async () => {
    const wall = await live.watch();
    await wall.stage.connect();
    const beside = new HeadlessStage(live.server.origin, live.room.id, ana.cookie, { as: 'observer' });
    const fay = await live.cofacilitate('Fay');
    await beside.connect();
    await fay.stage.connect();
    const others = [ben.stage, wall.stage, beside];
    ana.stage.send('minute', true);
    await told(wall.stage, beside, fay.stage);
    for (const stage of [live.mara.stage, fay.stage, ana.stage]) expect(needs(stage)).toEqual([ana.seat]);
    for (const stage of others) {
      expect(needs(stage)).toEqual([]);
      expect(stage.received.join()).not.toContain('"needsMinute":true');
    }
    beside.disconnect();
  });

  it('[TALK-4] T-87: sends nobody else a frame, neither when it is asked for nor when it is seen or over', async () => {
    const wall = await live.watch();
    await wall.stage.connect();
    await told(wall.stage);
    clock.advance(limits.presenceGraceMs + gatherMs);
    await told(wall.stage);
    const others = [ben.stage, wall.stage];
    const before = others.map(({ received }) => received.length);
    for (const ask of [
      () => ana.stage.send('minute', true),
      () => live.mara.stage.send('minuteSeen', ana.seat),
    ]) {
      ask();
      await told(wall.stage);
      clock.advance(limits.presenceGraceMs + gatherMs);
      await told(wall.stage);
    }
    expect(others.map(({ received }) => received.length)).toEqual(before);
    ana.stage.send('hand', true);
    await told(wall.stage);
    expect(others.map(({ received }) => received.length)).toEqual(before.map((count) => count + 1));
  });

  it('[LEAD-1] is shown to whoever facilitates as soon as they do, and no longer to whoever does not', async () => {
    ana.stage.send('minute', true);
    await told();
    await live.mara.stage.command({ type: 'handOver', seat: ben.seat });
    await ben.stage.ask('clock');
    expect([needs(ben.stage), needs(live.mara.stage)]).toEqual([[ana.seat], []]);
    await live.mara.stage.command({ type: 'takeBack' });
    await live.mara.stage.command({ type: 'setRole', seat: ben.seat, role: 'participant' });
    await ben.stage.ask('clock');
    expect([needs(ben.stage), needs(live.mara.stage)]).toEqual([[], [ana.seat]]);
  });

  it('is over when its owner says so, or when a facilitator has seen it; control: nobody else can', async () => {
    ana.stage.send('minute', true);
    ben.stage.send('minuteSeen', ana.seat);
    ben.stage.send('minute', false);
    await told();
    expect(needs(live.mara.stage)).toEqual([ana.seat]);
    live.mara.stage.send('minuteSeen', ana.seat);
    await told();
    for (const { stage } of [live.mara, ana]) expect(needs(stage)).toEqual([]);
    ana.stage.send('minute', true);
    await told();
    ana.stage.send('minute', false);
    await told();
    expect(needs(live.mara.stage)).toEqual([]);
  });

  it('stays while a tab reloads and through the next segment, and ends when its owner has left', async () => {
    await live.mara.stage.command({ type: 'startMeeting' });
    ana.stage.send('minute', true);
    await told();
    await live.mara.stage.command({ type: 'goNext' });
    ana.stage.disconnect();
    await told();
    expect(needs(live.mara.stage)).toEqual([ana.seat]);
    await expect
      .poll(async () => {
        clock.advance(limits.presenceGraceMs + gatherMs + 1);
        await told();
        return needs(live.mara.stage);
      })
      .toEqual([]);
    await ana.stage.connect();
    await told();
    expect(needs(live.mara.stage)).toEqual([]);
  });

  it('T-02: is not heard from observers, nor is what is no answer; nobody is made up by it', async () => {
    const wall = await live.watch();
    await wall.stage.connect();
    wall.stage.send('minute', true);
    for (const nonsense of ['yes', 1, null, { seat: ben.seat }]) ana.stage.send('minute', nonsense);
    for (const nonsense of ['constructor', '', null, 7, { seat: ana.seat }])
      live.mara.stage.send('minuteSeen', nonsense);
    await told(wall.stage);
    expect(needs(live.mara.stage)).toEqual([]);
    expect(live.mara.stage.presence.map(({ seat }) => seat)).not.toContain('constructor');
  });
});
