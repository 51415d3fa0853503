/** Reactions: gathered, counted, told to everybody and attributed to nobody. */
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Reactions } from '../../src/protocol/stage-wire.ts';
import { HandClock } from '../support/hand-clock.ts';
import type { HeadlessPerson } from '../support/headless-person.ts';
import { HeadlessStage } from '../support/headless-stage.ts';
import { openLiveRoom, type LiveRoom } from '../support/live-room.ts';

/** Reactions gather this long before anybody is told. */
const gatherMs = 1_000;

let clock: HandClock;
let live: LiveRoom;
let ana: HeadlessPerson;
let ben: HeadlessPerson;

async function open(request: Readonly<Record<string, unknown>> = {}): Promise<void> {
  clock = new HandClock();
  live = await openLiveRoom({ around: { clock }, env: { HEARTH_COMMANDS_PER_SECOND: '0' } }, request);
  ana = await live.join('Ana');
  ben = await live.join('Ben');
  for (const person of [live.mara, ana, ben]) await person.stage.connect();
}

beforeEach(() => open());
afterEach(() => live.close());

function heardBy(stage: HeadlessStage): Reactions[] {
  return stage.received
    .map((text) => JSON.parse(text) as [string, Reactions])
    .filter(([event]) => event === 'reactions')
    .map(([, told]) => told);
}

/** The server has heard everything that was sent before. */
async function heard(...people: readonly HeadlessPerson[]): Promise<void> {
  for (const { stage } of people) await stage.ask('clock');
}

async function told(): Promise<void> {
  await heard(ana, ben, live.mara);
  clock.advance(gatherMs);
  await heard(ana, ben, live.mara);
}

describe('reactions', () => {
  it('[STAGE-9] of one moment are told together, to everybody, and not before it is over', async () => {
    const wall = await live.watch();
    await wall.stage.connect();
    ana.stage.send('react', 'heart');
    ben.stage.send('react', 'heart');
    live.mara.stage.send('react', 'clap');
    await heard(ana, ben, live.mara);
    clock.advance(gatherMs - 1);
    await heard(ana, wall);
    expect(heardBy(wall.stage)).toEqual([]);
    clock.advance(1);
    const all = [live.mara, ana, ben, wall];
    await heard(...all);
    const counts = [
      { reaction: 'clap', count: 1 },
      { reaction: 'heart', count: 2 },
    ];
    for (const person of all) expect(heardBy(person.stage)).toEqual([counts]);
    clock.advance(gatherMs * 10);
    await heard(wall);
    expect(heardBy(wall.stage)).toHaveLength(1);
  });

  it('T-85: say the same to everybody, to the byte, whoever reacted and in whatever order', async () => {
    const bytes = new Set<string>();
    for (const order of [
      [ana, ben, live.mara],
      [live.mara, ben, ana],
    ]) {
      const from = order.map(({ stage }) => stage.received.length);
      order[0]?.stage.send('react', 'think');
      await heard(...order.slice(0, 1));
      order[1]?.stage.send('react', 'laugh');
      await heard(...order.slice(1, 2));
      order[2]?.stage.send('react', 'think');
      await told();
      for (const [index, { stage }] of order.entries())
        bytes.add(JSON.stringify(stage.received.slice(from[index]).filter((text) => text.includes('react'))));
      clock.advance(60_000);
    }
    expect([...bytes]).toEqual([
      JSON.stringify([
        JSON.stringify([
          'reactions',
          [
            { reaction: 'laugh', count: 1 },
            { reaction: 'think', count: 2 },
          ],
        ]),
      ]),
    ]);
  });

  it('T-85: are attributed to nobody in a named room either, and are stored nowhere', async () => {
    await live.close();
    await open({ named: true });
    ana.stage.send('react', 'surprised');
    await told();
    expect(JSON.stringify(heardBy(live.mara.stage))).not.toContain(ana.seat);
    const stored = await live.server.around.store.loadRoom(live.room.id);
    expect(JSON.stringify(stored)).not.toContain('surprised');
    expect(live.server.logged()).not.toContain('surprised');
  });

  it('T-02: are not heard from observers, nor from a connection that only watches', async () => {
    const wall = await live.watch();
    await wall.stage.connect();
    const beside = new HeadlessStage(live.server.origin, live.room.id, live.mara.cookie, { as: 'observer' });
    await beside.connect();
    for (const stage of [wall.stage, beside]) {
      stage.send('react', 'clap');
      await stage.ask('clock');
    }
    await told();
    expect(heardBy(live.mara.stage)).toEqual([]);
    beside.disconnect();
  });

  it('T-86: of one person are counted so often and no more, over all their connections', async () => {
    const second = new HeadlessStage(live.server.origin, live.room.id, ana.cookie);
    await second.connect();
    for (let times = 0; times < 50; times += 1) {
      ana.stage.send('react', 'clap');
      second.send('react', 'clap');
    }
    ben.stage.send('react', 'heart');
    await second.ask('clock');
    await told();
    expect(heardBy(live.mara.stage)).toEqual([
      [
        { reaction: 'clap', count: 6 },
        { reaction: 'heart', count: 1 },
      ],
    ]);
    clock.advance(1_000);
    for (let times = 0; times < 50; times += 1) ana.stage.send('react', 'clap');
    await told();
    expect(heardBy(live.mara.stage).at(-1)).toEqual([{ reaction: 'clap', count: 4 }]);
    second.disconnect();
  });

  it('are one of five: anything else is not heard, and nothing is once the room is closed', async () => {
    for (const nonsense of ['', 'boo', null, 7, ['clap'], { reaction: 'clap' }, 'constructor', '__proto__'])
      ana.stage.send('react', nonsense);
    await told();
    expect(await live.mara.stage.command({ type: 'closeRoom', anyway: false })).toMatchObject({ ok: true });
    ana.stage.send('react', 'clap');
    await told();
    expect(heardBy(ben.stage)).toEqual([]);
  });
});
