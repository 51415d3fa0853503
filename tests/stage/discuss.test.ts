/** Talking topics through over real sockets: the topics are those of the board, and what is talked about stands there. */
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { Topics } from '../../src/domain/board/topics.ts';
import { Outcomes } from '../../src/domain/board/outcomes.ts';
import { HandClock } from '../support/hand-clock.ts';
import type { HeadlessPerson } from '../support/headless-person.ts';
import { openLiveRoom, type LiveRoom } from '../support/live-room.ts';

const minute = 60_000;

let clock: HandClock;
let live: LiveRoom;
let ana: HeadlessPerson;
beforeEach(async () => {
  clock = new HandClock();
  live = await openLiveRoom({ around: { clock }, env: { HEARTH_COMMANDS_PER_SECOND: '0' } });
  ana = await live.join('Ana');
  for (const person of [live.mara, ana]) {
    await person.stage.connect();
    await person.open('board');
    await person.open('desk');
  }
});
afterEach(() => live.close());

const topicsOf = (person: HeadlessPerson) => new Topics(person.boardDocument.doc, { kind: 'own' });
const shown = (person: HeadlessPerson) => topicsOf(person).readTopics(person.board().readNotes());
const current = () => live.mara.stage.state?.current;
const turns = () => live.mara.stage.state?.discussions.discuss?.turns ?? [];

async function command(body: Parameters<HeadlessPerson['stage']['command']>[0]): Promise<void> {
  expect(await live.mara.stage.command(body)).toMatchObject({ ok: true });
}

/** Ana writes, the notes are revealed, and the meeting goes on until topics are talked about. */
async function goToDiscuss(...words: readonly string[]): Promise<void> {
  await goToVoteOn(...words);
  while (current() !== 'discuss') await command({ type: 'goNext' });
}

async function goToVoteOn(...words: readonly string[]): Promise<void> {
  await command({ type: 'startMeeting' });
  while (current() !== 'gather') await command({ type: 'goNext' });
  words.forEach((text, i) => ana.write({ id: `draft${i}`, segment: 'gather', lens: 'user', text }));
  await ana.deskDocument.saved();
  const lastRound = live.mara.stage.state?.gathers.gather?.roundsDue ?? 0;
  for (let round = 1; round < lastRound; round += 1) await command({ type: 'goNext' });
  await command({ type: 'askReveal', segment: 'gather' });
  clock.advance(3_000);
  await live.mara.boardDocument.until(() => live.mara.board().readNotes().length === words.length);
  while (current() !== 'vote') await command({ type: 'goNext' });
}

describe('entering a discussion', () => {
  it('[TALK-1] opens the first topic of the board, which a note that nobody grouped is too', async () => {
    await goToDiscuss('The pager is silent');
    const [note] = live.mara.board().readNotes();
    expect(turns()).toMatchObject([{ topic: note?.id, budgetMs: 12 * minute }]);
    await ana.boardDocument.until(() => topicsOf(ana).minutesOf(note?.id ?? '') !== null);
    expect(shown(ana)).toMatchObject([{ id: note?.id, isLone: false, name: 'The pager is silent' }]);
    const outcomes = new Outcomes(ana.boardDocument.doc, { kind: 'own' });
    expect(outcomes.readOutcomes()).toMatchObject([{ id: note?.id, topic: note?.id, kind: null }]);
  });

  it('leaves out a topic in which nothing is and about which nobody said a word', async () => {
    topicsOf(live.mara).addTopic('blank', []);
    await live.mara.boardDocument.saved();
    await goToDiscuss('The pager is silent');
    expect(turns()).toMatchObject([{ topic: live.mara.board().readNotes()[0]?.id }]);
    expect(await live.mara.stage.command({ type: 'openTopic', topic: 'blank' })).toEqual({
      ok: false,
      code: 'conflict',
    });
  });

  it('opens nothing where nothing was gathered', async () => {
    await goToDiscuss();
    expect(turns()).toEqual([]);
    expect(await live.mara.stage.command({ type: 'openTopic', topic: 'moon' })).toEqual({
      ok: false,
      code: 'conflict',
    });
  });
});

describe('words of a note', () => {
  it('[POLL-3] are in no event, though the note was voted on, talked about and left open', async () => {
    await goToVoteOn('The pager is silent');
    await command({ type: 'openVote', segment: 'vote' });
    while (current() !== 'discuss') await command({ type: 'goNext' });
    await command({ type: 'closeRoom', anyway: true, why: 'Out of time' });
    expect(live.mara.stage.state?.openItems).toMatchObject([{ kind: 'topic', title: '' }]);
    expect(live.mara.stage.state?.polls[0]?.options).toMatchObject([{ name: '' }]);
    const stored = await live.server.around.store.loadRoom(live.room.id);
    expect(JSON.stringify([stored?.events, live.mara.stage.state])).not.toContain('pager is silent');
  });
});

describe('the bell of a topic', () => {
  it('counts what people answered when the facilitator gives more time', async () => {
    await goToDiscuss('The pager is silent', 'The queue is full');
    clock.advance(turns()[0]?.budgetMs ?? 0);
    await ana.stage.until(() => ana.stage.state?.polls.length === 1);
    const poll = ana.stage.state?.polls[0]?.id ?? '';
    const ballot = { answers: ['up' as const] };
    expect(await ana.stage.command({ type: 'castBallot', poll, ballot })).toMatchObject({ ok: true });
    await command({ type: 'extendTime', minutes: 2 });
    expect(live.mara.stage.state?.polls).toMatchObject([
      { id: poll, result: { answered: 1, ballots: 1, counts: { up: 1 } } },
    ]);
    expect(await ana.stage.command({ type: 'castBallot', poll, ballot })).toEqual({
      ok: false,
      code: 'poll-closed',
    });
  });

  it('[TALK-2] tells nobody what people answered where the next topic comes before anybody counts', async () => {
    await goToDiscuss('The pager is silent', 'The queue is full');
    clock.advance(turns()[0]?.budgetMs ?? 0);
    await ana.stage.until(() => ana.stage.state?.polls.length === 1);
    const poll = ana.stage.state?.polls[0]?.id ?? '';
    const ballot = { answers: ['down' as const] };
    await ana.stage.command({ type: 'castBallot', poll, ballot });
    const topic = shown(live.mara).find(({ id }) => id !== turns()[0]?.topic)?.id ?? '';
    await command({ type: 'openTopic', topic });
    expect(live.mara.stage.state?.polls).toEqual([]);
    expect(await ana.stage.command({ type: 'castBallot', poll, ballot })).toEqual({
      ok: false,
      code: 'poll-gone',
    });
    const stored = await live.server.around.store.loadRoom(live.room.id);
    expect(JSON.stringify(stored?.events)).not.toContain('down');
  });

  it('[TALK-2] asks everybody once, and what is asked is stored with it', async () => {
    await goToDiscuss('The pager is silent', 'The queue is full');
    const { topic = '', budgetMs = 0 } = turns()[0] ?? {};
    clock.advance(budgetMs);
    await ana.stage.until(() => ana.stage.state?.polls.length === 1);
    expect(ana.stage.state?.polls).toMatchObject([{ question: 'keep-talking', topic, result: null }]);
    const stored = await live.server.around.store.loadRoom(live.room.id);
    const opened = stored?.events.filter(({ body }) => body.includes('"pollOpened"'));
    expect(opened).toHaveLength(1);
    clock.advance(minute);
    await ana.stage.ask('clock');
    expect(ana.stage.state?.polls).toHaveLength(1);
  });
});

describe('two facilitators', () => {
  it('who both go to the next topic open it once', async () => {
    const cleo = await live.cofacilitate('Cleo');
    await cleo.stage.connect();
    await goToDiscuss('The pager is silent', 'The queue is full');
    const topic = shown(live.mara).find(({ id }) => id !== turns()[0]?.topic)?.id ?? '';
    const acks = await Promise.all(
      [live.mara, cleo].map((person) => person.stage.command({ type: 'openTopic', topic })),
    );
    expect(acks.map(({ ok }) => ok)).toEqual([true, true]);
    expect(turns().map((turn) => turn.topic)).toEqual([turns()[0]?.topic, topic]);
  });
});

describe('the order of topics', () => {
  it('is the facilitator’s: a discussion that is repeated begins with the first of it', async () => {
    await goToDiscuss('The pager is silent', 'The queue is full', 'The login is slow');
    const [, , third] = shown(live.mara);
    await command({ type: 'goBack' });
    await command({ type: 'orderTopics', segment: 'discuss', order: [third?.id ?? ''] });
    await ana.stage.until(() => ana.stage.state?.discussions.discuss?.order[0] === third?.id);
    await command({ type: 'goNext' });
    expect(turns()).toHaveLength(1);
    await command({ type: 'repeatSegment' });
    expect(turns()).toMatchObject([{ topic: third?.id }]);
  });
});
