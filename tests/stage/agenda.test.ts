/** Changing the agenda, over real sockets: for everybody at once, and what facilitators note for them alone. */
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { SegmentDraft } from '../../src/protocol/agenda.ts';
import { HandClock } from '../support/hand-clock.ts';
import type { HeadlessPerson } from '../support/headless-person.ts';
import { openLiveRoom, type LiveRoom } from '../support/live-room.ts';
import { accepted } from '../support/voting-room.ts';

const minute = 60_000;
const talk: SegmentDraft = {
  ...{ activity: 'talk' as const, title: 'Guests', question: '', minutes: 5, policy: 'none' as const },
  ...{ lenses: [], rounds: 1, prompts: [], preReads: [], checkIn: 'none' as const },
};
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
  await accepted(live.mara, { type: 'setRole', seat: ana.seat, role: 'facilitator' });
});
afterEach(() => live.close());

const titles = (person: HeadlessPerson) => person.stage.state?.segments.map(({ title }) => title) ?? [];
const idOf = (title: string) => live.mara.stage.state?.segments.find((one) => one.title === title)?.id ?? '';
const same = () => ben.stage.until(() => ben.stage.state?.rev === live.mara.stage.state?.rev);

describe('the agenda', () => {
  it('[PLAN-1] is changed by several facilitators at once, part by part, and is the same for everybody', async () => {
    const [wins, close] = [idOf('Wins'), idOf('Close')];
    const change = { title: 'Thanks' };
    const answers = await Promise.all([
      live.mara.stage.command({ type: 'changeSegment', segment: wins, change }),
      ana.stage.command({ type: 'changeSegment', segment: wins, change: { minutes: 12 } }),
      ana.stage.command({ type: 'addSegment', segment: talk, before: close }),
      live.mara.stage.command({ type: 'removeSegment', segment: idOf('Vote') }),
    ]);
    expect(answers.map(({ ok }) => ok)).toEqual([true, true, true, true]);
    await same();
    expect(titles(ben)).toEqual(titles(live.mara));
    expect(titles(ben)).toContain('Guests');
    expect(titles(ben)).not.toContain('Vote');
    const thanks = ben.stage.state?.segments.find(({ id }) => id === wins);
    expect(thanks).toMatchObject({ title: 'Thanks', minutes: 12 });
  });

  it('[PLAN-1] keeps what is on, and answers a change to what is gone as a conflict', async () => {
    const [first, vote] = [idOf('Check-in'), idOf('Vote')];
    await accepted(live.mara, { type: 'startMeeting' });
    await accepted(ana, { type: 'removeSegment', segment: vote });
    const late = { type: 'changeSegment', segment: vote, change: { minutes: 9 } } as const;
    expect(await live.mara.stage.command(late)).toMatchObject({ code: 'conflict' });
    expect(await ana.stage.command({ type: 'removeSegment', segment: first })).toMatchObject({
      code: 'segment-begun',
    });
  });

  it('[PLAN-2] keeps a part that has notes on the board, whoever looked ahead to write them', async () => {
    const wins = idOf('Wins');
    for (const name of ['board', 'desk'] as const) await ben.open(name);
    ben.write({ id: 'w1', segment: wins, text: 'Ada fixed the pager', released: true });
    await expect.poll(() => ben.board().readNotes()).toHaveLength(1);
    expect(await live.mara.stage.command({ type: 'removeSegment', segment: wins })).toMatchObject({
      code: 'segment-written',
    });
  });
});

describe('what facilitators note', () => {
  it('[PLAN-3] T-78: is told to facilitators, and to others only that something was noted', async () => {
    const segment = idOf('Wins');
    await accepted(live.mara, { type: 'setSegmentNotes', segment, notes: 'Praise first, Ana knows why' });
    await accepted(live.mara, { type: 'duplicateSegment', segment });
    await ana.stage.until(() => ana.stage.state?.facilitatorNotes[segment] !== undefined);
    await same();
    expect(ben.stage.received.join()).not.toContain('Praise first');
    ben.stage.disconnect();
    await ben.stage.connect();
    expect(ben.stage.received.join()).not.toContain('Praise first');
  });
});

describe('time', () => {
  it('[PLAN-4] that is short is taken from the buffer, then from parts to come; what goes is named', async () => {
    await accepted(live.mara, { type: 'setBuffer', minutes: 6 });
    await accepted(live.mara, { type: 'setGoal', minutes: 66 });
    await accepted(live.mara, { type: 'planStart', start: { at: clock.now(), zone: 'Europe/Berlin' } });
    clock.advance(8 * minute);
    await accepted(live.mara, { type: 'startMeeting', keepEnd: true });
    await same();
    const { state } = ben.stage;
    const given = Object.values(state?.runs ?? {}).reduce((sum, { budgetMs }) => sum + budgetMs, 0);
    expect([state?.minutes, state?.bufferMs, given / minute]).toEqual([58, 0, 58]);
    await accepted(live.mara, { type: 'setGoal', minutes: 20 });
    expect(await live.mara.stage.command({ type: 'fitAgenda' })).toMatchObject({ code: 'agenda-too-long' });
  });
});
