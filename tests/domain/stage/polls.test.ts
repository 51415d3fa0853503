import { describe, expect, it } from 'vitest';
import type { Ballot } from '../../../src/protocol/ballots.ts';
import { limits } from '../../../src/protocol/limits.ts';
import type { Poll } from '../../../src/domain/stage/state.ts';
import { Meeting, minute } from './meeting.ts';

const topics = ['queue', 'pager', 'docs', 'login', 'costs', 'alerts', 'tests', 'deploys'];

function voting(): Meeting {
  const meeting = new Meeting().regroup(...topics);
  meeting.joinMany(3);
  return meeting.goTo('vote');
}

function last({ stage }: Meeting): Poll {
  const poll = stage.polls.at(-1);
  if (!poll) throw new Error('no poll');
  return poll;
}

const openVote = { type: 'openVote', segment: 'vote' } as const;
const given = (ballots: Readonly<Record<string, Ballot>>) => ({
  ballotsOf: () => new Map(Object.entries(ballots)),
});

describe('opening a vote', () => {
  it('[POLL-3] freezes the topics there are, with their titles, and suggests a budget and a cap', () => {
    const meeting = voting();
    expect(meeting.do(openVote)).toEqual(['pollOpened']);
    meeting.regroup('queue', 'another');
    expect(last(meeting)).toMatchObject({
      kind: 'dots',
      question: 'vote',
      segment: 'vote',
      options: topics.map((topic) => ({ topic, name: topic })),
      budget: 3,
      cap: 2,
      extra: {},
      result: null,
    });
  });

  it('takes another budget, and suggests the cap for it', () => {
    const meeting = voting();
    meeting.do({ ...openVote, budget: 5 });
    expect(last(meeting)).toMatchObject({ budget: 5, cap: 3 });
    expect(voting().refusal({ ...openVote, budget: 2, cap: 3 })).toBe('bad-input');
  });

  it('[POLL-3] keeps no words of a topic that nobody gave a title', () => {
    const meeting = voting();
    meeting.topics = [{ id: 'n1', title: '', merged: [] }];
    meeting.do(openVote);
    expect(last(meeting).options).toEqual([{ topic: 'n1', name: '' }]);
  });

  it('twice opens one vote; with other numbers the second is refused', () => {
    const meeting = voting();
    meeting.do(openVote);
    expect(meeting.do(openVote)).toEqual([]);
    expect(meeting.do({ ...openVote, budget: 3, cap: 2 })).toEqual([]);
    expect(meeting.refusal({ ...openVote, budget: 4 })).toBe('conflict');
    expect(meeting.stage.polls).toHaveLength(1);
  });

  it('is for the part of the meeting that votes, while it is on and there is something to vote on', () => {
    expect(voting().refusal({ ...openVote, segment: 'wins' })).toBe('bad-input');
    expect(voting().refusal({ ...openVote, segment: 'constructor' })).toBe('bad-input');
    expect(voting().regroup().refusal(openVote)).toBe('wrong-moment');
    expect(new Meeting().regroup(...topics).refusal(openVote)).toBe('wrong-moment');
    expect(
      new Meeting()
        .regroup(...topics)
        .goTo('wins')
        .refusal(openVote),
    ).toBe('wrong-moment');
  });

  it('again starts another round; the earlier one keeps its result', () => {
    const meeting = voting();
    meeting.do(openVote);
    meeting.do({ type: 'closePoll', poll: last(meeting).id });
    meeting.do(openVote);
    expect(meeting.stage.polls.map(({ result }) => result !== null)).toEqual([true, false]);
  });
});

describe('opening another poll', () => {
  it.each([
    ['safety', 'scale'],
    ['roti', 'scale'],
  ] as const)('%s is a scale about the meeting, asked once at a time', (question, kind) => {
    const meeting = voting();
    expect(meeting.do({ type: 'openPoll', question })).toEqual(['pollOpened']);
    expect(meeting.do({ type: 'openPoll', question })).toEqual([]);
    expect(last(meeting)).toMatchObject({ kind, question, topic: null, options: [], budget: 0 });
    expect(meeting.refusal({ type: 'openPoll', question, topic: 'queue' })).toBe('bad-input');
  });

  it('safety can be asked before the start', () => {
    const meeting = new Meeting();
    meeting.do({ type: 'openPoll', question: 'safety' });
    expect(last(meeting).segment).toBeNull();
  });

  it('a fist of five is about a topic that there is, once at a time for each', () => {
    const meeting = voting();
    expect(meeting.refusal({ type: 'openPoll', question: 'fist' })).toBe('bad-input');
    expect(meeting.refusal({ type: 'openPoll', question: 'fist', topic: 'gone' })).toBe('bad-input');
    meeting.do({ type: 'openPoll', question: 'fist', topic: 'queue' });
    expect(meeting.do({ type: 'openPoll', question: 'fist', topic: 'queue' })).toEqual([]);
    expect(meeting.do({ type: 'openPoll', question: 'fist', topic: 'docs' })).toEqual(['pollOpened']);
  });

  it('a fist of five about a topic that was merged is about the one that it counts as', () => {
    const meeting = voting();
    meeting.topics = [{ id: 'queue', title: 'queue', merged: ['pager'] }];
    meeting.do({ type: 'openPoll', question: 'fist', topic: 'pager' });
    expect(last(meeting).topic).toBe('queue');
  });

  it('keep talking is asked of the topic that is on, once at a time', () => {
    const ask = (topic: string) => ({ type: 'openPoll', question: 'keep-talking', topic }) as const;
    expect(voting().refusal(ask('queue'))).toBe('wrong-moment');
    const meeting = voting().goTo('discuss');
    expect(meeting.refusal(ask('pager'))).toBe('wrong-moment');
    expect(meeting.do(ask('queue'))).toEqual(['pollOpened']);
    expect(meeting.do(ask('queue'))).toEqual([]);
    expect(last(meeting)).toMatchObject({ kind: 'thumbs', topic: 'queue', segment: 'discuss' });
  });

  it('keep talking is not asked where no more time can be given', () => {
    const meeting = voting().goTo('discuss');
    for (const minutes of [2, 1] as const) meeting.do({ type: 'extendTime', minutes });
    meeting.pass(minute);
    const ask = { type: 'openPoll', question: 'keep-talking', topic: 'queue' } as const;
    expect(meeting.refusal(ask)).toBe('wrong-moment');
  });

  it('what the meeting was worth is not asked before it has begun', () => {
    const ask = { type: 'openPoll', question: 'roti' } as const;
    const meeting = new Meeting();
    expect(meeting.refusal(ask)).toBe('wrong-moment');
    meeting.do({ type: 'openPoll', question: 'safety' });
    meeting.do({ type: 'closeRoom', anyway: true });
    meeting.do({ type: 'reopenRoom' });
    expect(meeting.refusal(ask)).toBe('wrong-moment');
    meeting.do({ type: 'startMeeting' });
    expect(meeting.do(ask)).toEqual(['pollOpened']);
  });

  it('ends where a room has had more polls than anybody needs', () => {
    const meeting = voting();
    const open = { type: 'openPoll', question: 'roti' } as const;
    for (let count = 0; count < limits.boardPolls; count += 1) {
      meeting.do(open);
      meeting.do({ type: 'closePoll', poll: last(meeting).id });
    }
    expect(meeting.refusal(open)).toBe('wrong-moment');
    expect(meeting.refusal(openVote)).toBe('wrong-moment');
  });
});

describe('changing an open poll', () => {
  it('sets budget and cap of a vote, also while people vote', () => {
    const meeting = voting();
    meeting.do(openVote);
    const poll = last(meeting).id;
    expect(meeting.do({ type: 'setVoteBudget', poll, budget: 4, cap: 4 })).toEqual(['voteBudgetSet']);
    expect(meeting.do({ type: 'setVoteBudget', poll, budget: 4, cap: 4 })).toEqual([]);
    expect(last(meeting)).toMatchObject({ budget: 4, cap: 4 });
    expect(meeting.refusal({ type: 'setVoteBudget', poll, budget: 3, cap: 4 })).toBe('bad-input');
  });

  it('sets no budget of a question that has none', () => {
    const meeting = voting();
    meeting.do({ type: 'openPoll', question: 'safety' });
    const poll = last(meeting).id;
    expect(meeting.refusal({ type: 'setVoteBudget', poll, budget: 2, cap: 1 })).toBe('bad-input');
  });

  it('[POLL-7] grants ballots to seats that may answer, and takes them back', () => {
    const meeting = voting();
    meeting.join('wall', 'observer');
    meeting.do(openVote);
    const poll = last(meeting).id;
    expect(meeting.do({ type: 'grantBallots', poll, seat: 'ana', extra: 2 })).toEqual(['ballotsGranted']);
    expect(meeting.do({ type: 'grantBallots', poll, seat: 'ana', extra: 2 })).toEqual([]);
    expect(last(meeting).extra).toEqual({ ana: 2 });
    expect(meeting.do({ type: 'grantBallots', poll, seat: 'mara', extra: 1 })).toEqual(['ballotsGranted']);
    expect(meeting.do({ type: 'grantBallots', poll, seat: 'ben', extra: 0 })).toEqual([]);
    for (const seat of ['wall', 'nobody', 'constructor'])
      expect(meeting.refusal({ type: 'grantBallots', poll, seat, extra: 1 })).toBe('bad-input');
  });
});

describe('ending a poll', () => {
  it('[POLL-2] counts what fits, and says how many answered', () => {
    const meeting = voting();
    meeting.do(openVote);
    const ballots = given({
      ana: { dots: [{ topic: 'queue', count: 2 }] },
      ben: { dots: [{ topic: 'queue', count: 3 }] },
    });
    meeting.ask({ type: 'closePoll', poll: last(meeting).id }, ballots);
    expect(last(meeting).result).toMatchObject({
      closedAt: meeting.now,
      answered: 1,
      ballots: 1,
      counts: { queue: 2, pager: 0 },
    });
  });

  it('is done once; nothing changes a poll that has ended', () => {
    const meeting = voting();
    meeting.do(openVote);
    const poll = last(meeting).id;
    meeting.do({ type: 'closePoll', poll });
    expect(meeting.do({ type: 'closePoll', poll })).toEqual([]);
    expect(meeting.refusal({ type: 'cancelPoll', poll })).toBe('poll-closed');
    expect(meeting.refusal({ type: 'setVoteBudget', poll, budget: 2, cap: 1 })).toBe('poll-closed');
    expect(meeting.refusal({ type: 'grantBallots', poll, seat: 'ana', extra: 1 })).toBe('poll-closed');
  });

  it('cancelling leaves no result and no poll', () => {
    const meeting = voting();
    meeting.do(openVote);
    const poll = last(meeting).id;
    expect(meeting.do({ type: 'cancelPoll', poll })).toEqual(['pollCancelled']);
    expect(meeting.do({ type: 'cancelPoll', poll })).toEqual([]);
    expect(meeting.stage.polls).toEqual([]);
    for (const type of ['closePoll', 'setVoteBudget', 'grantBallots'] as const) {
      const command = { type, poll, budget: 2, cap: 1, seat: 'ana', extra: 1 };
      expect(meeting.refusal(command)).toBe('conflict');
    }
  });

  it('comes with going on: topics are talked about in the order of the votes', () => {
    const meeting = voting();
    meeting.do(openVote);
    const ballots = given({ ana: { dots: [{ topic: 'docs', count: 2 }] } });
    meeting.ask({ type: 'goNext' }, ballots);
    expect(last(meeting).result?.counts).toMatchObject({ docs: 2, queue: 0 });
    expect(meeting.discussion.turns.at(-1)?.topic).toBe('docs');
  });

  it('does not come with going back, nor with holding the segment again', () => {
    const meeting = voting();
    meeting.do(openVote);
    meeting.do({ type: 'repeatSegment' });
    meeting.do({ type: 'goBack' });
    expect(last(meeting).result).toBeNull();
  });

  it('comes with the end of the meeting', () => {
    const meeting = voting();
    meeting.do(openVote);
    meeting.do({ type: 'openPoll', question: 'safety' });
    const ballots = given({ ana: { answers: ['5'] } });
    meeting.ask({ type: 'closeRoom', anyway: true }, ballots);
    expect(meeting.stage.polls.map(({ result }) => result?.answered)).toEqual([1]);
    expect(meeting.stage.polls[0]?.result?.counts).toBeNull();
  });
});
