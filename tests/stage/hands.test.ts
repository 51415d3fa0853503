/** Raised hands: in the order in which they went up, lowered by oneself, by a facilitator, or by going away. */
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { limits } from '../../src/protocol/limits.ts';
import { HandClock } from '../support/hand-clock.ts';
import type { HeadlessPerson } from '../support/headless-person.ts';
import { HeadlessStage } from '../support/headless-stage.ts';
import { openLiveRoom, untilGone, type LiveRoom } from '../support/live-room.ts';

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

/** Places in the queue as Mara has them once everything sent before was heard and told. */
async function queue(): Promise<(number | null)[]> {
  for (const person of [ana, ben, live.mara]) if (person.stage.isConnected) await person.stage.ask('clock');
  clock.advance(gatherMs);
  await live.mara.stage.ask('clock');
  return [ana, ben].map(
    (person) => live.mara.stage.presence.find(({ seat }) => seat === person.seat)?.hand ?? null,
  );
}

describe('hands', () => {
  it('[TALK-3] wait in the order in which they went up, and raising twice changes nothing', async () => {
    ben.stage.send('hand', true);
    expect(await queue()).toEqual([null, 1]);
    ana.stage.send('hand', true);
    ben.stage.send('hand', true);
    expect(await queue()).toEqual([2, 1]);
    ben.stage.send('hand', false);
    expect(await queue()).toEqual([1, null]);
    expect(ana.stage.presence.find(({ seat }) => seat === ana.seat)?.hand).toBe(1);
  });

  it('are told to their owner anew with the whole stage that another role brings', async () => {
    ana.stage.send('hand', true);
    await queue();
    const before = ana.stage.received.length;
    await live.mara.stage.command({ type: 'setRole', seat: ana.seat, role: 'facilitator' });
    await ana.stage.ask('clock');
    const told = ana.stage.received.slice(before).map((text) => (JSON.parse(text) as [string])[0]);
    expect(told.slice(told.indexOf('stage'))).toContain('presence');
  });

  it('are lowered by a facilitator, and by nobody else but their owner', async () => {
    ana.stage.send('hand', true);
    ben.stage.send('lowerHand', ana.seat);
    expect(await queue()).toEqual([1, null]);
    live.mara.stage.send('lowerHand', ana.seat);
    expect(await queue()).toEqual([null, null]);
    for (const nonsense of [null, 7, { seat: ana.seat }, '', 'constructor'])
      live.mara.stage.send('lowerHand', nonsense);
    ana.stage.send('hand', 'yes');
    ana.stage.send('hand', ben.seat);
    expect(await queue()).toEqual([null, null]);
  });

  it('T-02: are not raised or lowered by observers, nor by a connection that only watches', async () => {
    const wall = await live.watch();
    await wall.stage.connect();
    const beside = new HeadlessStage(live.server.origin, live.room.id, live.mara.cookie, { as: 'observer' });
    await beside.connect();
    ana.stage.send('hand', true);
    await queue();
    for (const stage of [wall.stage, beside]) {
      stage.send('hand', true);
      stage.send('lowerHand', ana.seat);
      await stage.ask('clock');
    }
    expect(await queue()).toEqual([1, null]);
    expect(live.mara.stage.presence.filter(({ hand }) => hand !== null)).toHaveLength(1);
    beside.disconnect();
  });

  it('stay up while a tab reloads, and go down when somebody has left', async () => {
    ana.stage.send('hand', true);
    ben.stage.send('hand', true);
    expect(await queue()).toEqual([1, 2]);
    ana.stage.disconnect();
    await untilGone(live, 'Ana');
    clock.advance(limits.presenceGraceMs - gatherMs);
    await ana.stage.connect();
    expect(await queue()).toEqual([1, 2]);
    ana.stage.disconnect();
    await untilGone(live, 'Ana');
    clock.advance(limits.presenceGraceMs + gatherMs + 1);
    expect(await queue()).toEqual([null, 1]);
    await ana.stage.connect();
    expect(await queue()).toEqual([null, 1]);
  });
});
