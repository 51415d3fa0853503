/** Talking topics through: which one, for how long, and what the bell asks. 12 minutes in the plan of an hour. */
import { describe, expect, it } from 'vitest';
import { leftMs } from '../../../src/domain/stage/clock.ts';
import { forecastEnd } from '../../../src/domain/stage/forecast.ts';
import { isOpen, pollOf } from '../../../src/domain/stage/polls.ts';
import { shareAheadMs } from '../../../src/domain/stage/topic-time.ts';
import { Meeting, minute } from './meeting.ts';

function talking(...topics: string[]): Meeting {
  const meeting = new Meeting().regroup(...topics);
  meeting.voted({});
  return meeting.goTo('discuss');
}

const left = ({ stage, now }: Meeting) => leftMs(stage.clock, now);
const shareAhead = ({ stage, topics, now }: Meeting) => shareAheadMs(stage, 'discuss', topics, now);
const opened = ({ discussion }: Meeting) => discussion.turns.map(({ topic }) => topic);
const last = ({ stage }: Meeting) => stage.polls.at(-1);
const twoSaidDown = {
  ballotsOf: () =>
    new Map([
      ['ana', { answers: ['down' as const] }],
      ['ben', { answers: ['down' as const] }],
    ]),
};

describe('entering a discussion', () => {
  it('opens the topic with most votes for its share', () => {
    const meeting = new Meeting().regroup('queue', 'pager');
    meeting.voted({ pager: 3 });
    meeting.goTo('discuss');
    expect(opened(meeting)).toEqual(['pager']);
    expect(left(meeting)).toBe(6 * minute);
    expect(shareAhead(meeting)).toBe(6 * minute);
  });

  it('gives one topic everything, and many no less than five minutes each as long as there are ten', () => {
    expect(left(talking('queue'))).toBe(12 * minute);
    const many = talking('queue', 'pager', 'docs', 'login', 'costs');
    expect(left(many)).toBe(6 * minute);
    many.pass(6 * minute);
    many.do({ type: 'openTopic', topic: 'pager' });
    expect(left(many)).toBe(6 * minute);
    expect(shareAhead(many)).toBe(0);
  });

  it('opens nothing where there is no topic, and the first one then gets what is left', () => {
    const meeting = talking();
    expect(opened(meeting)).toEqual([]);
    expect(left(meeting)).toBe(12 * minute);
    meeting.pass(4 * minute);
    const end = forecastEnd(meeting.stage, meeting.now);
    meeting.regroup('queue');
    meeting.do({ type: 'openTopic', topic: 'queue' });
    expect(left(meeting)).toBe(8 * minute);
    expect(forecastEnd(meeting.stage, meeting.now)).toBe(end);
  });

  it('goes on with the topic that was on, when people come back', () => {
    const meeting = talking('queue', 'pager');
    meeting.pass(2 * minute);
    meeting.do({ type: 'goNext' });
    meeting.pass(minute);
    meeting.do({ type: 'goBack' });
    expect(opened(meeting)).toEqual(['queue']);
    expect(left(meeting)).toBe(4 * minute);
    expect(shareAhead(meeting)).toBe(6 * minute);
  });

  it('begins again from the first topic where the segment is repeated', () => {
    const meeting = talking('queue', 'pager');
    meeting.pass(3 * minute);
    meeting.do({ type: 'openTopic', topic: 'pager' });
    meeting.pass(minute);
    meeting.do({ type: 'repeatSegment' });
    expect(opened(meeting)).toEqual(['queue']);
    expect(left(meeting)).toBe(6 * minute);
    expect(meeting.discussion.earlier.map(({ budgetMs }) => budgetMs)).toEqual([3 * minute, minute]);
  });
});

describe('opening a topic', () => {
  it('shares what the one before left over, or took too long', () => {
    const early = talking('queue', 'pager', 'docs');
    early.pass(2 * minute);
    early.do({ type: 'openTopic', topic: 'docs' });
    expect([left(early), shareAhead(early)]).toEqual([5 * minute, 5 * minute]);
    const late = talking('queue', 'pager', 'docs');
    late.pass(8 * minute);
    late.do({ type: 'openTopic', topic: 'docs' });
    expect([left(late), shareAhead(late)]).toEqual([4 * minute, 0]);
    expect(late.discussion.turns[0]?.budgetMs).toBe(8 * minute);
  });

  it('gives a minute where nothing is left', () => {
    const meeting = talking('queue', 'pager');
    meeting.pass(15 * minute);
    meeting.do({ type: 'openTopic', topic: 'pager' });
    expect(left(meeting)).toBe(minute);
    expect(meeting.run('discuss').budgetMs).toBe(16 * minute);
  });

  it('is nothing new for the topic that is on, also by the name of one that was merged into it', () => {
    const meeting = talking('queue', 'pager');
    meeting.topics = [{ id: 'docs', title: 'docs', merged: ['queue'] }, ...meeting.topics.slice(1)];
    expect(meeting.do({ type: 'openTopic', topic: 'queue' })).toEqual([]);
    expect(meeting.do({ type: 'openTopic', topic: 'docs' })).toEqual([]);
    meeting.do({ type: 'openTopic', topic: 'pager' });
    meeting.do({ type: 'openTopic', topic: 'queue' });
    expect(opened(meeting)).toEqual(['queue', 'pager', 'docs']);
  });

  it('is refused for what is no topic, outside of a discussion, and to participants', () => {
    const meeting = new Meeting().regroup('queue', 'pager');
    expect(meeting.refusal({ type: 'openTopic', topic: 'queue' })).toBe('wrong-moment');
    meeting.goTo('discuss');
    expect(meeting.refusal({ type: 'openTopic', topic: 'moon' })).toBe('conflict');
    const pager = { type: 'openTopic', topic: 'pager' } as const;
    expect(meeting.refusal(pager, { role: 'participant' })).toBe('not-yours-to-do');
    meeting.goTo('decide');
    expect(meeting.refusal(pager)).toBe('wrong-moment');
    const order = { type: 'orderTopics' as const, segment: 'constructor', order: [] };
    expect(meeting.refusal(order)).toBe('bad-input');
  });
});

describe('more time for a topic', () => {
  it('is paid by the topics to come, then by segments to come, and never by decide or close', () => {
    const meeting = talking('queue', 'pager').spendSpare();
    meeting.pass(6 * minute);
    const end = forecastEnd(meeting.stage, meeting.now);
    meeting.do({ type: 'extendTime', minutes: 2 });
    const extended = () => meeting.events.findLast(({ type }) => type === 'timeExtended');
    expect(extended()).toMatchObject({ payers: [{ segment: 'discuss', ms: 2 * minute }] });
    expect([left(meeting), shareAhead(meeting)]).toEqual([2 * minute, 4 * minute]);
    expect(forecastEnd(meeting.stage, meeting.now)).toBe(end);
    meeting.do({ type: 'extendTime', minutes: 5 });
    expect(extended()).toMatchObject({ payers: [{ segment: 'discuss', ms: 3 * minute }] });
    expect(shareAhead(meeting)).toBe(minute);
    expect(meeting.discussion.turns[0]?.extensions).toBe(2);
  });

  it('is given twice, however long and however early, and not once more', () => {
    const meeting = talking('queue', 'pager');
    for (const minutes of [1, 1] as const) meeting.do({ type: 'extendTime', minutes });
    for (const minutes of [1, 2, 5] as const)
      expect(meeting.refusal({ type: 'extendTime', minutes })).toBe('wrong-moment');
    meeting.do({ type: 'openTopic', topic: 'pager' });
    expect(meeting.refusal({ type: 'extendTime', minutes: 1 })).toBeNull();
  });

  it('leaves those to come without what the topic had already taken too long', () => {
    const meeting = talking('queue', 'pager').spendSpare();
    meeting.pass(8 * minute);
    expect(shareAhead(meeting)).toBe(4 * minute);
    meeting.do({ type: 'extendTime', minutes: 2 });
    expect([left(meeting), shareAhead(meeting)]).toEqual([2 * minute, 2 * minute]);
  });
});

describe('the bell of a topic', () => {
  const answered = () => {
    const meeting = talking('queue', 'pager');
    meeting.pass(6 * minute);
    return { meeting, poll: last(meeting)?.id ?? '' };
  };

  it('asks whether to keep talking, twice at most', () => {
    const meeting = talking('queue', 'pager').spendSpare();
    const asked = () => meeting.stage.polls.filter(({ question }) => question === 'keep-talking');
    meeting.pass(6 * minute);
    expect(last(meeting)).toMatchObject({ kind: 'thumbs', topic: 'queue', segment: 'discuss', options: [] });
    meeting.pass(minute);
    expect(asked()).toHaveLength(1);
    meeting.do({ type: 'extendTime', minutes: 2 });
    expect(asked().filter(isOpen)).toEqual([]);
    meeting.pass(2 * minute);
    meeting.do({ type: 'extendTime', minutes: 1 });
    meeting.pass(minute);
    expect(asked()).toHaveLength(2);
    expect(new Set(asked().map(({ id }) => id)).size).toBe(2);
    expect(asked().filter(isOpen)).toEqual([]);
    meeting.do({ type: 'openTopic', topic: 'pager' });
    meeting.pass(3 * minute);
    expect(asked()).toHaveLength(3);
  });

  it('does not ask where somebody has asked already', () => {
    const meeting = talking('queue', 'pager');
    const poll = { id: 'own', kind: 'thumbs', question: 'keep-talking', segment: 'discuss' } as const;
    const about = { topic: 'queue', options: [], budget: 0, cap: 0 };
    meeting.emit([{ at: meeting.now, type: 'pollOpened', poll: { ...poll, ...about } }]);
    meeting.pass(6 * minute);
    expect(last(meeting)?.id).toBe('own');
    expect(meeting.rang()).toBeGreaterThan(0);
  });

  it('asks nothing where no topic is on, or none of the polls a room may have is left', () => {
    const without = talking();
    without.pass(12 * minute);
    expect(last(without)?.question).toBe('vote');
    const full = talking('queue');
    for (let polls = 1; polls < 200; polls += 1) full.voted({});
    full.pass(12 * minute);
    expect(last(full)?.question).toBe('vote');
  });

  it.each([
    ['another topic', { type: 'openTopic', topic: 'pager' }],
    ['the next segment', { type: 'goNext' }],
    ['the segment before', { type: 'goBack' }],
    ['a segment that is skipped', { type: 'skipSegment' }],
    ['the same segment anew', { type: 'repeatSegment' }],
  ] as const)(
    'asks in vain where %s comes before anybody counts: what people said is told to nobody',
    (_, command) => {
      const { meeting, poll } = answered();
      meeting.ask(command, twoSaidDown);
      expect(pollOf(meeting.stage, poll)).toBeNull();
    },
  );

  it('asks in vain where the room is closed before anybody counts', () => {
    const { meeting, poll } = answered();
    meeting.ask({ type: 'closeRoom', anyway: true, why: 'We have to go.' }, twoSaidDown);
    expect(meeting.stage.phase).toBe('closed');
    expect(pollOf(meeting.stage, poll)).toBeNull();
  });

  it('is answered by more time: what people said is counted', () => {
    const { meeting, poll } = answered();
    meeting.ask({ type: 'extendTime', minutes: 2 }, twoSaidDown);
    expect(pollOf(meeting.stage, poll)?.result).toMatchObject({ answered: 2, counts: { down: 2 } });
  });

  it('stays on the record where it was counted by hand, wherever the meeting goes on to', () => {
    const { meeting, poll } = answered();
    meeting.ask({ type: 'closePoll', poll }, twoSaidDown);
    meeting.do({ type: 'openTopic', topic: 'pager' });
    expect(pollOf(meeting.stage, poll)?.result).toMatchObject({ answered: 2 });
  });
});

describe('a room that is opened again', () => {
  it('goes on with the topic that was on, and with the time of those to come', () => {
    const meeting = talking('queue', 'pager');
    meeting.pass(2 * minute);
    meeting.do({ type: 'closeRoom', anyway: false });
    meeting.pass(30 * minute);
    meeting.do({ type: 'reopenRoom' });
    expect(opened(meeting)).toEqual(['queue']);
    expect([left(meeting), shareAhead(meeting)]).toEqual([4 * minute, 6 * minute]);
    meeting.pass(5 * minute);
    meeting.do({ type: 'closeRoom', anyway: false });
    meeting.do({ type: 'reopenRoom' });
    expect([left(meeting), shareAhead(meeting)]).toEqual([minute, 6 * minute]);
  });
});
