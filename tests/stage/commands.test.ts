/** Commanding the meeting over a real socket: who may, once, in which order, and when it counts as done. */
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Command } from '../../src/protocol/commands.ts';
import { HeldStore } from '../server/rooms/stored-room.ts';
import type { HeadlessPerson } from '../support/headless-person.ts';
import { HeadlessStage } from '../support/headless-stage.ts';
import { noRates, openLiveRoomOn, type LiveRoom } from '../support/live-room.ts';
import { startOwnServer, type OwnServer } from '../support/server.ts';

let server: OwnServer;
let store: HeldStore;
let live: LiveRoom;
let ana: HeadlessPerson;
beforeAll(async () => {
  store = new HeldStore();
  server = await startOwnServer({ around: { store }, env: { ...noRates, HEARTH_COMMANDS_PER_SECOND: '0' } });
});
beforeEach(async () => {
  live = await openLiveRoomOn(server);
  ana = await live.join('Ana');
  await live.mara.stage.connect();
  await ana.stage.connect();
});
afterEach(() => live.close());
afterAll(() => server.close());

const everyCommand: readonly Command[] = [
  { type: 'startMeeting' },
  { type: 'pauseClock' },
  { type: 'resumeClock' },
  { type: 'extendTime', minutes: 5 },
  { type: 'goNext' },
  { type: 'goBack' },
  { type: 'repeatSegment' },
  { type: 'skipSegment' },
  { type: 'setRoundMode', segment: 'gather', mode: 'distributed' },
  { type: 'setFacilitatorWrites', writes: false },
  { type: 'askReveal', segment: 'gather' },
  { type: 'cancelReveal', segment: 'gather' },
  { type: 'bringEveryone' },
  { type: 'openVote', segment: 'vote' },
  { type: 'openPoll', question: 'safety' },
  { type: 'setVoteBudget', poll: 'p1', budget: 3, cap: 2 },
  { type: 'grantBallots', poll: 'p1', seat: 'ana', extra: 1 },
  { type: 'closePoll', poll: 'p1' },
  { type: 'cancelPoll', poll: 'p1' },
  { type: 'closeRoom', anyway: true, why: 'Out of time' },
];
const revOf = (person: HeadlessPerson) => person.stage.state?.rev ?? 0;
/** Start, then on: the fourth step enters `gather`, the seventh its last round. */
const stepsToLastRound = 7;

async function goOn(steps: number): Promise<void> {
  for (let step = 0; step < steps; step++) {
    const type = step === 0 ? 'startMeeting' : 'goNext';
    expect(await live.mara.stage.command({ type })).toMatchObject({ ok: true });
  }
}

describe('a command of somebody whose role cannot', () => {
  it.each(everyCommand)('T-42: $type is refused to participants and observers', async (command) => {
    const wall = await live.watch();
    await wall.stage.connect();
    const before = structuredClone(live.mara.stage.state);
    for (const person of [ana, wall]) {
      expect(await person.stage.command(command)).toEqual({ ok: false, code: 'not-yours-to-do' });
    }
    await live.mara.stage.ask('clock');
    expect(live.mara.stage.state).toEqual(before);
  });

  it('T-42: claims in the message about who or where one is are not looked at', async () => {
    const claims = {
      role: 'facilitator',
      seat: live.mara.seat,
      room: live.room.id,
      cookie: live.mara.cookie,
    };
    const frame = { ...claims, cmdId: 'claim', command: { ...claims, type: 'startMeeting' } };
    expect(await ana.stage.raw(frame)).toEqual({ ok: false, code: 'not-yours-to-do' });
    // Control: the same bytes from the facilitator.
    expect(await live.mara.stage.raw(frame)).toMatchObject({ ok: true });
  });

  it('T-42: a room named in the message is not reached; the command is for the room of the socket', async () => {
    const other = await openLiveRoomOn(server);
    await other.mara.stage.connect();
    const before = revOf(other.mara);
    const command = { type: 'startMeeting', room: other.room.id };
    expect(await live.mara.stage.raw({ cmdId: 'far', room: other.room.id, command })).toMatchObject({
      ok: true,
    });
    await live.mara.stage.until(() => live.mara.stage.state?.phase === 'running');
    await other.mara.stage.ask('clock');
    expect(revOf(other.mara)).toBe(before);
    const foreign = new HeadlessStage(server.origin, other.room.id, live.mara.cookie);
    await expect(foreign.connect()).rejects.toThrow('no-seat');
    await other.close();
  });

  it('T-55: beside a facilitator’s seat, ?as=observer commands nothing while the seat does', async () => {
    const wall = new HeadlessStage(server.origin, live.room.id, live.mara.cookie, { as: 'observer' });
    await wall.connect();
    expect(await wall.command({ type: 'startMeeting' })).toEqual({ ok: false, code: 'not-yours-to-do' });
    expect(await live.mara.stage.command({ type: 'startMeeting' })).toMatchObject({ ok: true });
    await wall.until(() => wall.state?.phase === 'running');
    wall.disconnect();
  });
});

describe('a command that comes again', () => {
  it('[STAGE-3] T-43: is answered as the first time, whatever it says now, and has one effect', async () => {
    const first = await live.mara.stage.command({ type: 'startMeeting' }, { cmdId: 'once' });
    const again = new HeadlessStage(server.origin, live.room.id, live.mara.cookie);
    await again.connect();
    const replays = await Promise.all([
      live.mara.stage.command({ type: 'startMeeting' }, { cmdId: 'once' }),
      again.command({ type: 'startMeeting' }, { cmdId: 'once', expectedRev: 0 }),
      again.command({ type: 'goNext' }, { cmdId: 'once' }),
    ]);
    expect(replays).toEqual([first, first, first]);
    // Control: under another cmdId it is another command.
    await live.mara.stage.command({ type: 'goNext' }, { cmdId: 'twice' });
    await again.until(() => again.state?.current === 'follow-up');
    again.disconnect();
  });

  it('T-43: a cmdId of somebody else opens nothing and blocks nothing', async () => {
    await live.mara.stage.command({ type: 'startMeeting' }, { cmdId: 'shared' });
    const answer = await ana.stage.command({ type: 'goNext' }, { cmdId: 'shared' });
    expect(answer).toEqual({ ok: false, code: 'not-yours-to-do' });
  });

  it('[STAGE-4] T-43: expecting a revision that has passed is a conflict, and changes nothing', async () => {
    const rev = revOf(live.mara);
    const taken = await live.mara.stage.command({ type: 'startMeeting' }, { expectedRev: rev });
    expect(taken).toMatchObject({ ok: true });
    for (const expectedRev of [rev, 0, rev + 1_000]) {
      expect(await live.mara.stage.command({ type: 'goNext' }, { expectedRev })).toEqual({
        ok: false,
        code: 'conflict',
      });
    }
    expect(live.mara.stage.state?.current).toBe('check-in');
    const now = revOf(live.mara);
    expect(await live.mara.stage.command({ type: 'goNext' }, { expectedRev: now })).toMatchObject({
      ok: true,
    });
  });

  it('T-43: a reveal that arrives behind the closing of the room is too late', async () => {
    await goOn(stepsToLastRound);
    const [closed, revealed] = await Promise.all([
      live.mara.stage.command({ type: 'closeRoom', anyway: true, why: 'Out of time' }),
      live.mara.stage.command({ type: 'askReveal', segment: 'gather' }),
    ]);
    expect([closed.ok, revealed]).toEqual([true, { ok: false, code: 'room-closed' }]);
    expect(live.mara.stage.state?.gathers['gather']?.reveal.kind).toBe('hidden');
  });
});

describe('T-44 two facilitators at once', () => {
  const reveal: Command = { type: 'askReveal', segment: 'gather' };
  const back: Command = { type: 'goBack' };

  it.each([
    ['reveal', 'back', reveal, back],
    ['back', 'reveal', back, reveal],
  ])('%s before %s: one order, one winner, the same stage for both', async (_one, _two, first, second) => {
    const lea = await live.cofacilitate('Lea');
    await lea.stage.connect();
    await goOn(stepsToLastRound);
    await lea.stage.until(() => revOf(lea) === revOf(live.mara));
    const expectedRev = revOf(lea);
    const answers = await Promise.all([
      live.mara.stage.command(first, { expectedRev }),
      lea.stage.command(second, { expectedRev }),
    ]);
    expect(answers.filter(({ ok }) => ok)).toHaveLength(1);
    expect(answers.find(({ ok }) => !ok)).toEqual({ ok: false, code: 'conflict' });
    await lea.stage.ask('clock');
    await live.mara.stage.ask('clock');
    expect(lea.stage.state).toEqual(live.mara.stage.state);
    expect(revOf(lea)).toBeGreaterThan(expectedRev);
    // Control: alone each of the two would have been possible there.
    const loser = answers[0].ok ? second : first;
    if (loser === back) await lea.stage.command({ type: 'cancelReveal', segment: 'gather' });
    else await lea.stage.command({ type: 'goNext' });
    expect(await lea.stage.command(loser)).toMatchObject({ ok: true });
  });

  it('hear every revision once and in order, however they hurry', async () => {
    const lea = await live.cofacilitate('Lea');
    await lea.stage.connect();
    await live.mara.stage.command({ type: 'startMeeting' });
    const all = Array.from({ length: 40 }, (_, n) =>
      (n % 2 === 0 ? live.mara : lea).stage.command({ type: n % 3 === 0 ? 'goNext' : 'goBack' }),
    );
    await Promise.all(all);
    const revs = (person: HeadlessPerson) =>
      person.stage.received
        .map((text) => JSON.parse(text) as [string, { rev: number; events: unknown[] }])
        .filter(([event]) => event === 'events')
        .map(([, { rev, events }]) => [rev - events.length + 1, rev]);
    await live.mara.stage.ask('clock');
    await lea.stage.ask('clock');
    for (const person of [live.mara, lea]) {
      const heard = revs(person);
      for (const [index, [from]] of heard.entries()) {
        const before = heard[index - 1]?.[1];
        if (before !== undefined) expect(from).toBe(before + 1);
      }
    }
    expect(lea.stage.state).toEqual(live.mara.stage.state);
  });
});

describe('an acknowledgement', () => {
  it('[STAGE-5] comes when the events are on disk and everybody has been sent them', async () => {
    const heard: string[] = [];
    store.hold();
    const acked = live.mara.stage.command({ type: 'startMeeting' }).then((ack) => {
      heard.push('ack');
      return ack;
    });
    // Everything that could be said before the disk answers has been said by then.
    await ana.stage.ask('clock');
    await live.mara.stage.ask('clock');
    expect([heard, ana.stage.state?.phase]).toEqual([[], 'lobby']);
    const before = store.committed.length;
    store.release();
    const ack = await acked;
    expect(store.committed.length).toBeGreaterThan(before);
    expect(live.mara.stage.state).toMatchObject({ phase: 'running', rev: ack.ok ? ack.rev : -1 });
    await ana.stage.until(() => ana.stage.state?.phase === 'running');
  });

  it('never comes when the disk fails: the connection ends, and the command can be sent again', async () => {
    const before = revOf(ana);
    store.failNext(new Error('disk full'));
    await expect(live.mara.stage.command({ type: 'startMeeting' }, { cmdId: 'patient' })).rejects.toThrow(
      'disconnected',
    );
    expect(live.mara.stage.received.at(-1)).toBe('["goodbye",{"code":"store-failed"}]');
    await expect.poll(() => ana.stage.isConnected).toBe(false);
    expect(await ana.stage.connect()).toMatchObject({ phase: 'lobby', rev: before });
    await live.mara.stage.connect();
    const again = await live.mara.stage.command({ type: 'startMeeting' }, { cmdId: 'patient' });
    expect(again).toMatchObject({ ok: true });
    await ana.stage.until(() => ana.stage.state?.phase === 'running');
  });

  it('is too-many where commands come faster than a connection may send them', async () => {
    const limited = await startOwnServer({
      env: { ...noRates, HEARTH_COMMANDS_PER_SECOND: '1', HEARTH_COMMANDS_BURST: '3' },
    });
    const own = await openLiveRoomOn(limited);
    await own.mara.stage.connect();
    const answers = await Promise.all(
      Array.from({ length: 5 }, () => own.mara.stage.command({ type: 'startMeeting' })),
    );
    expect(answers.slice(3)).toEqual(Array(2).fill({ ok: false, code: 'too-many' }));
    await own.close();
    await limited.close();
  });
});
