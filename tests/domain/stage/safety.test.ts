/** What follows when several people do not feel safe to speak. */
import { describe, expect, it } from 'vitest';
import type { Ballot } from '../../../src/protocol/ballots.ts';
import { maySafetyBecomeTopic } from '../../../src/domain/stage/safety.ts';
import { topicsInOrder } from '../../../src/domain/stage/topic-order.ts';
import { Meeting } from './meeting.ts';

const make = { type: 'makeSafetyTopic' } as const;

/** A safety poll in which each number is the answer of one seat. */
function asked(meeting: Meeting, ...answers: readonly string[]): Meeting {
  meeting.do({ type: 'openPoll', question: 'safety' });
  const poll = meeting.stage.polls.at(-1)?.id ?? '';
  const ballots = new Map(answers.map((answer, at) => [`seat${at}`, { answers: [answer] } as Ballot]));
  const closed = meeting.ask({ type: 'closePoll', poll }, { ballotsOf: () => ballots });
  if (!closed.ok) throw new Error(closed.code);
  return meeting;
}

const inCheckIn = (...answers: readonly string[]) => asked(new Meeting().goTo('check-in'), ...answers);

describe('safety', () => {
  it.each([
    ['two low answers', ['1', '2', '5', '5'], true],
    ['many low answers', ['1', '1', '1', '2', '2', '5'], true],
    ['one low answer, at whom it would point', ['1', '5', '5', '5'], false],
    ['no low answer', ['3', '3', '4', '5'], false],
    ['low answers of so few that they stay hidden', ['1', '1', '2'], false],
  ])('becomes a topic, or not, after %s', (_what, answers, may) => {
    const meeting = inCheckIn(...answers);
    expect(maySafetyBecomeTopic(meeting.stage)).toBe(may);
    expect(meeting.refusal(make)).toBe(may ? null : 'wrong-moment');
  });

  it('is a topic first in the order of the next discussion, before what the facilitator put there', () => {
    const meeting = inCheckIn('1', '2', '4', '5').regroup('pager', 'queue');
    meeting.do({ type: 'orderTopics', segment: 'discuss', order: ['queue'] });
    expect(meeting.do(make)).toEqual(['safetyTopicMade', 'topicsOrdered']);
    const topic = meeting.stage.safetyTopic ?? '';
    meeting.regroup('pager', 'queue', topic);
    meeting.voted({ pager: 9, queue: 1 });
    const order = topicsInOrder(meeting.stage, 'discuss', meeting.topics).map(({ id }) => id);
    expect(order).toEqual([topic, 'queue', 'pager']);
    expect(meeting.goTo('discuss').discussion.turns.map((turn) => turn.topic)).toEqual([topic]);
  });

  it('is made a topic once: asked again nothing more happens, also after another bad answer', () => {
    const meeting = inCheckIn('1', '2', '4', '5');
    meeting.do(make);
    const topic = meeting.stage.safetyTopic;
    expect(meeting.do(make)).toEqual([]);
    asked(meeting, '1', '1', '1', '1');
    expect(maySafetyBecomeTopic(meeting.stage)).toBe(false);
    expect(meeting.do(make)).toEqual([]);
    expect(meeting.stage.safetyTopic).toBe(topic);
  });

  it('goes by the last answers that are shown, not by a question that is open, or that hardly anybody answered', () => {
    const meeting = inCheckIn('1', '2', '4', '5');
    meeting.do({ type: 'openPoll', question: 'safety' });
    expect(maySafetyBecomeTopic(meeting.stage)).toBe(true);
    meeting.do({ type: 'cancelPoll', poll: meeting.stage.polls.at(-1)?.id ?? '' });
    expect(maySafetyBecomeTopic(meeting.stage)).toBe(true);
    asked(meeting);
    asked(meeting, '5', '5');
    expect(maySafetyBecomeTopic(meeting.stage)).toBe(true);
    asked(meeting, '4', '4', '5', '5');
    expect(meeting.refusal(make)).toBe('wrong-moment');
  });

  it('can still be put into a discussion that runs, and no more into one that is over', () => {
    const running = inCheckIn('1', '2', '4', '5').regroup('pager').goTo('discuss');
    expect(maySafetyBecomeTopic(running.stage)).toBe(true);
    running.do(make);
    expect(running.discussion.order[0]).toBe(running.stage.safetyTopic);
    const over = inCheckIn('1', '2', '4', '5').goTo('decide');
    expect(maySafetyBecomeTopic(over.stage)).toBe(false);
    expect(over.refusal(make)).toBe('wrong-moment');
  });

  it('is refused where the board takes no more topics', () => {
    const meeting = inCheckIn('1', '2', '4', '5');
    expect(meeting.refusal(make, { hasTopicSpace: false })).toBe('wrong-moment');
    expect(meeting.stage.safetyTopic).toBeNull();
  });
});
