/** Voting over real sockets: who may, how often, and what anybody is told before the count. */
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { HandClock } from '../support/hand-clock.ts';
import type { HeadlessPerson } from '../support/headless-person.ts';
import { HeadlessStage } from '../support/headless-stage.ts';
import { noRates, openLiveRoomOn, untilGone, type LiveRoom } from '../support/live-room.ts';
import { startOwnServer, type OwnServer } from '../support/server.ts';
import { accepted, cast, dots, goToVote, lastPoll, openVote } from '../support/voting-room.ts';

const topics = ['queue', 'pager', 'docs'];
const clock = new HandClock();

let server: OwnServer;
let live: LiveRoom;
let mara: HeadlessPerson;
let ana: HeadlessPerson;
let poll: string;

beforeAll(async () => {
  server = await startOwnServer({ around: { clock }, env: { ...noRates, HEARTH_COMMANDS_PER_SECOND: '0' } });
});
beforeEach(async () => {
  live = await openLiveRoomOn(server);
  ({ mara } = live);
  ana = await live.join('Ana');
  await goToVote(mara, ...topics);
  await ana.stage.connect();
  poll = (await openVote(mara, [ana], { budget: 3, cap: 2 })).id;
});
afterEach(() => live.close());
afterAll(() => server.close());

const counts = () => lastPoll(mara).result?.counts;
const refused = (code: string) => ({ ok: false, code });
/** Answers are told a little later, all at once. */
const tellAnswers = () => clock.advance(150);
const rows = async () => (await server.around.store.loadRoom(live.room.id))?.ballots ?? [];

/** How often Ana's seat is named in all that is stored of the room. */
async function namesInStore(): Promise<number> {
  const stored = await server.around.store.loadRoom(live.room.id);
  const written = JSON.stringify(stored, (_, value: unknown) =>
    value instanceof Uint8Array ? Buffer.from(value).toString('latin1') : value,
  );
  return written.split(ana.seat).length - 1;
}

async function secondTab({ origin, room, cookie }: HeadlessPerson, query = {}): Promise<HeadlessStage> {
  const tab = new HeadlessStage(origin, room, cookie, query);
  await tab.connect();
  await tab.until(() => tab.received.some((text) => text.startsWith('["answers"')));
  await tab.ask('clock');
  return tab;
}

async function close(): Promise<void> {
  await accepted(mara, { type: 'closePoll', poll });
}

describe('casting', () => {
  it('[POLL-4] replaces what the seat gave before, makes no event and no revision', async () => {
    const before = structuredClone(mara.stage.state);
    const rev = before?.rev;
    expect(await cast(ana, poll, dots({ queue: 2, pager: 1 }))).toEqual({ ok: true, rev });
    expect(await cast(ana, poll, dots({ docs: 1 }))).toEqual({ ok: true, rev });
    await mara.stage.ask('clock');
    expect(mara.stage.state).toEqual(before);
    await close();
    expect(counts()).toEqual({ queue: 0, pager: 0, docs: 1 });
  });

  it('[POLL-4] repeated is answered as the first time and does not come back over a later one', async () => {
    const frame = {
      cmdId: 'first',
      command: { type: 'castBallot', poll, ballot: dots({ queue: 2 }) },
    };
    const first = await ana.stage.raw(frame);
    await cast(ana, poll, dots({ docs: 2 }));
    await accepted(mara, { type: 'pauseClock' });
    expect(await ana.stage.raw(frame)).toEqual(first);
    await close();
    expect(counts()).toMatchObject({ queue: 0, docs: 2 });
    expect(await ana.stage.raw(frame)).toEqual(first);
  });

  it('is taken back with null', async () => {
    await cast(ana, poll, dots({ queue: 2 }));
    expect(await cast(ana, poll, null)).toMatchObject({ ok: true });
    await close();
    expect(lastPoll(mara).result).toMatchObject({ answered: 0, counts: { queue: 0 } });
  });

  it('facilitators vote too; observers and those who only watch do not', async () => {
    const wall = await live.watch();
    await wall.stage.connect();
    const watching = await secondTab(ana, { as: 'observer' });
    const frame = { cmdId: 'c', command: { type: 'castBallot', poll, ballot: dots({ queue: 1 }) } };
    for (const stage of [wall.stage, watching]) {
      expect(await stage.raw(frame)).toEqual(refused('not-yours-to-do'));
    }
    expect(await mara.stage.raw(frame)).toMatchObject({ ok: true });
    await close();
    expect(lastPoll(mara).result).toMatchObject({ answered: 1, counts: { queue: 1 } });
    watching.disconnect();
  });
});

describe('stuffing the vote', () => {
  it('T-45: two tabs and fifty frames at once are one ballot, the last one', async () => {
    const tab = await secondTab(ana);
    const frames = Array.from({ length: 50 }, (_, index) => {
      const stage = index % 2 === 0 ? ana.stage : tab;
      return stage.command({ type: 'castBallot', poll, ballot: dots({ queue: 2, pager: 1 }) });
    });
    for (const ack of await Promise.all(frames)) expect(ack).toMatchObject({ ok: true });
    await close();
    expect(lastPoll(mara).result).toMatchObject({ answered: 1, ballots: 1 });
    expect(counts()).toEqual({ queue: 2, pager: 1, docs: 0 });
    tab.disconnect();
  });

  it.each([
    ['negative', -1],
    ['none', 0],
    ['half', 0.5],
    ['not a number', NaN],
    ['beyond all numbers', 1e308],
    ['as text', '2'],
    ['as nothing', null],
  ])('T-45: votes that are %s are refused, and the ballot before them stays', async (_, count) => {
    await cast(ana, poll, dots({ queue: 1 }));
    const ballot = { dots: [{ topic: 'pager', count }] };
    const frame = { cmdId: 'x', command: { type: 'castBallot', poll, ballot } };
    expect(await ana.stage.raw(frame)).toEqual(refused('bad-input'));
    await close();
    expect(counts()).toEqual({ queue: 1, pager: 0, docs: 0 });
  });

  it.each([
    ['more than the budget', 'ballot-too-large', { queue: 2, pager: 2 }],
    ['more than the cap', 'ballot-too-large', { queue: 3 }],
    ['a topic that is not to choose from', 'bad-input', { costs: 1 }],
    ['a topic named like a part of every object', 'bad-input', { constructor: 1 }],
  ])('T-45: %s is refused with %s', async (_, code, votes) => {
    expect(await cast(ana, poll, dots(votes))).toEqual(refused(code));
    await close();
    expect(lastPoll(mara).result).toMatchObject({ answered: 0, counts: { queue: 0, pager: 0, docs: 0 } });
    expect(Object.keys(counts() ?? {})).toEqual(topics);
  });

  it('T-45: one topic twice, an answer to another question and an unknown poll are refused', async () => {
    const twice = [2, 2].map((count) => ({ topic: 'queue', count }));
    expect(await cast(ana, poll, { dots: twice })).toEqual(refused('bad-input'));
    expect(await cast(ana, poll, { answers: ['5'] })).toEqual(refused('bad-input'));
    expect(await cast(ana, 'another', dots({ queue: 1 }))).toEqual(refused('poll-gone'));
  });

  it('T-45: [POLL-9] after the poll has closed, was cancelled, or the room has closed, nothing is taken', async () => {
    await close();
    expect(await cast(ana, poll, dots({ queue: 1 }))).toEqual(refused('poll-closed'));
    const second = (await openVote(mara, [ana])).id;
    await accepted(mara, { type: 'cancelPoll', poll: second });
    expect(await cast(ana, second, dots({ queue: 1 }))).toEqual(refused('poll-gone'));
    const third = (await openVote(mara, [ana])).id;
    expect(await cast(ana, third, dots({ queue: 1 }))).toMatchObject({ ok: true });
    await accepted(mara, { type: 'closeRoom', anyway: true, why: 'Out of time' });
    expect(await cast(ana, third, dots({ queue: 1 }))).toEqual(refused('poll-closed'));
    expect(lastPoll(mara).result).toMatchObject({ answered: 1, counts: { queue: 1 } });
  });

  it('T-45: a lower budget leaves a ballot out whole, and a higher one lets it in again', async () => {
    await cast(ana, poll, dots({ queue: 2, pager: 1 }));
    await cast(mara, poll, dots({ docs: 1 }));
    await accepted(mara, { type: 'setVoteBudget', poll, budget: 2, cap: 2 });
    tellAnswers();
    await mara.stage.until(() => mara.stage.answers[0]?.answered === 1);
    await accepted(mara, { type: 'setVoteBudget', poll, budget: 3, cap: 2 });
    tellAnswers();
    await mara.stage.until(() => mara.stage.answers[0]?.answered === 2);
    await accepted(mara, { type: 'setVoteBudget', poll, budget: 2, cap: 1 });
    await close();
    expect(counts()).toEqual({ queue: 0, pager: 0, docs: 1 });
  });

  it('T-46: somebody who joins again votes again, and everybody can count them', async () => {
    const again = await live.join('Ana again');
    await again.stage.connect();
    await cast(ana, poll, dots({ queue: 2 }));
    await cast(again, poll, dots({ queue: 2 }));
    tellAnswers();
    await mara.stage.until(() => mara.stage.answers[0]?.answered === 2);
    expect(mara.stage.answers).toEqual([{ poll, answered: 2, of: 3 }]);
    await close();
    const roster = Object.keys(mara.stage.state?.seats ?? {}).length;
    expect(roster).toBe(3);
    expect(counts()?.queue).toBeLessThanOrEqual(roster * 3);
    expect(lastPoll(mara).result?.answered).toBe(2);
  });

  it('T-46: whoever comes back by the same cookie has the ballot they had', async () => {
    await cast(ana, poll, dots({ queue: 2 }));
    ana.stage.disconnect();
    const back = await secondTab(ana);
    await back.command({ type: 'castBallot', poll, ballot: dots({ docs: 2 }) });
    await close();
    expect(lastPoll(mara).result).toMatchObject({ answered: 1, counts: { queue: 0, docs: 2 } });
    back.disconnect();
  });
});

describe('before the count', () => {
  it('[POLL-5] everybody is told how many have answered, of those who are here and may', async () => {
    const wall = await live.watch();
    await wall.stage.connect();
    await cast(ana, poll, dots({ queue: 2 }));
    tellAnswers();
    for (const { stage } of [mara, ana, wall]) {
      await stage.until(() => stage.answers[0]?.answered === 1);
      expect(stage.answers).toEqual([{ poll, answered: 1, of: 2 }]);
    }
    ana.stage.disconnect();
    await untilGone(live, 'Ana');
    clock.advance(60_000);
    await mara.stage.ask('clock');
    // She has answered, so she is still one of those who may.
    expect(mara.stage.answers).toEqual([{ poll, answered: 1, of: 2 }]);
  });

  it('[POLL-5] a seat is told its own ballots, in all of its tabs, and after it comes back', async () => {
    const tab = await secondTab(ana);
    const ballot = dots({ queue: 2 });
    await cast(ana, poll, ballot);
    await tab.until(() => tab.ballots?.length === 1);
    expect([ana.stage.ballots, tab.ballots]).toEqual([[{ poll, ballot }], [{ poll, ballot }]]);
    const told = () => tab.received.filter((text) => text.startsWith('["ballots"')).length;
    const before = told();
    await accepted(mara, { type: 'setVoteBudget', poll, budget: 2, cap: 1 });
    await tab.until(() => told() === before + 1);
    const later = await secondTab(ana);
    expect(later.ballots).toEqual([{ poll, ballot }]);
    await cast(ana, poll, null);
    await later.until(() => later.ballots?.length === 0);
    for (const stage of [tab, later]) stage.disconnect();
  });

  it('[POLL-5] a connection that watches is not told even its own seat’s ballot', async () => {
    const watching = await secondTab(ana, { as: 'observer' });
    const ballot = dots({ queue: 2 });
    await cast(ana, poll, ballot);
    await watching.ask('clock');
    expect(watching.ballots).toBeNull();
    expect(watching.received.join()).not.toContain('"dots":[{');
    // Control: the same words do reach the seat itself.
    expect(ana.stage.received.join()).toContain('"dots":[{');
    watching.disconnect();
  });

  it('T-47: nothing that reaches anybody else, the log or a file name says how somebody voted', async () => {
    const wall = await live.watch();
    await wall.stage.connect();
    const votes = dots({ pager: 2, docs: 1 });
    await cast(ana, poll, votes);
    tellAnswers();
    await wall.stage.until(() => wall.stage.answers[0]?.answered === 1);
    const told = [...mara.stage.received, ...wall.stage.received, ...mara.answers].join('\n');
    const ballot = JSON.stringify(votes).slice(1, -1);
    expect(told).not.toContain(ballot);
    expect(server.logged()).not.toContain(ballot);
    const stage = JSON.stringify(await mara.stage.ask('snapshot'));
    expect(stage).not.toContain(ana.seat + '":{"dots');
    expect(stage).not.toContain(ballot);
    // Controls: it is there to be found, where it may be.
    expect(ana.stage.received.join()).toContain(ballot);
    expect((await rows()).map(({ body }) => body).join()).toContain(ballot);
  });
});

describe('when a poll has ended', () => {
  it.each(['closePoll', 'cancelPoll', 'closeRoom'] as const)(
    '[POLL-8] its ballots leave the store with the event: %s',
    async (type) => {
      await cast(ana, poll, dots({ queue: 2 }));
      await cast(mara, poll, dots({ pager: 1 }));
      expect(await rows()).toHaveLength(2);
      const why = 'Out of time';
      await accepted(mara, type === 'closeRoom' ? { type, anyway: true, why } : { type, poll });
      expect(await rows()).toEqual([]);
    },
  );

  it.each(['closePoll', 'cancelPoll'] as const)(
    'T-63: [POLL-8] nothing in the store says any more who answered, or how often: %s',
    async (type) => {
      const before = await namesInStore();
      for (const votes of [{ queue: 2 }, { docs: 1 }]) await cast(ana, poll, dots(votes));
      await cast(ana, poll, null);
      await cast(ana, poll, dots({ queue: 1 }));
      // Control: while it is open her ballot stands there under her seat.
      expect(await namesInStore()).toBe(before + 1);
      await accepted(mara, { type, poll });
      expect(await namesInStore()).toBe(before);
    },
  );

  it('[POLL-8] other polls that are open keep theirs', async () => {
    await accepted(mara, { type: 'openPoll', question: 'safety' });
    await ana.stage.until(() => ana.stage.state?.polls.length === 2);
    const safety = lastPoll(mara).id;
    await cast(ana, poll, dots({ queue: 2 }));
    await cast(ana, safety, { answers: ['2'] });
    await close();
    expect((await rows()).map((row) => row.poll)).toEqual([safety]);
    expect(ana.stage.ballots).toHaveLength(2);
  });
});
