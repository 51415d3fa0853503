import { describe, expect, it } from 'vitest';
import {
  nextTopic,
  topicOn,
  topicsAsDiscussed,
  topicsInOrder,
  wasOpened,
} from '../../../src/domain/stage/topic-order.ts';
import { Meeting, minute } from './meeting.ts';

const inOrder = ({ stage, topics }: Meeting) => topicsInOrder(stage, 'discuss', topics).map(({ id }) => id);

describe('topics are talked about', () => {
  it('as they stand on the board, where nobody has voted', () => {
    expect(inOrder(new Meeting().regroup('queue', 'pager', 'docs'))).toEqual(['queue', 'pager', 'docs']);
  });

  it('by votes, and as on the board where these are the same', () => {
    const meeting = new Meeting().regroup('queue', 'pager', 'docs', 'login');
    meeting.voted({ login: 4, pager: 2, docs: 2 });
    expect(inOrder(meeting)).toEqual(['login', 'pager', 'docs', 'queue']);
  });

  it('by the last vote that was closed, and not by one that is open', () => {
    const meeting = new Meeting().regroup('queue', 'pager');
    meeting.voted({ queue: 3 });
    meeting.voted({ pager: 3 });
    const poll = { id: 'open', kind: 'dots', question: 'vote', segment: null, topic: null } as const;
    meeting.emit([
      { at: meeting.now, type: 'pollOpened', poll: { ...poll, options: [], budget: 3, cap: 2 } },
    ]);
    expect(inOrder(meeting)).toEqual(['pager', 'queue']);
  });

  it('with the votes of topics that were merged into them since', () => {
    const meeting = new Meeting().regroup('queue', 'pager', 'docs');
    meeting.voted({ queue: 3, pager: 2, docs: 2 });
    meeting.topics = [
      { id: 'queue', title: 'queue', merged: [] },
      { id: 'docs', title: 'docs', merged: ['pager'] },
    ];
    expect(inOrder(meeting)).toEqual(['docs', 'queue']);
  });

  it('first as the facilitator put them, whatever became of those that are gone', () => {
    const meeting = new Meeting().regroup('queue', 'pager', 'docs', 'login');
    meeting.voted({ queue: 9, pager: 5 });
    meeting.do({ type: 'orderTopics', segment: 'discuss', order: ['gone', 'docs', 'pager', 'docs'] });
    expect(inOrder(meeting)).toEqual(['docs', 'pager', 'queue', 'login']);
  });
});

describe('topics leave', () => {
  const leaving = ({ stage, topics }: Meeting) => topicsAsDiscussed(stage, topics).map(({ id }) => id);

  it('in the order of the discussion, with votes, and with what the facilitator put first', () => {
    const meeting = new Meeting().regroup('queue', 'pager', 'docs', 'login');
    meeting.voted({ login: 4, pager: 2 });
    expect(leaving(meeting)).toEqual(['login', 'pager', 'queue', 'docs']);
    meeting.do({ type: 'orderTopics', segment: 'discuss', order: ['docs'] });
    expect(leaving(meeting)).toEqual(['docs', 'login', 'pager', 'queue']);
  });

  it('by votes where the agenda has no discussion', () => {
    const meeting = new Meeting().regroup('queue', 'pager');
    meeting.voted({ pager: 2 });
    meeting.do({ type: 'removeSegment', segment: 'discuss' });
    expect(leaving(meeting)).toEqual(['pager', 'queue']);
  });
});

describe('what was opened', () => {
  it('is what had its turn, also under the name of a topic it was merged into', () => {
    const meeting = new Meeting().regroup('queue', 'pager', 'docs').goTo('discuss');
    meeting.topics = [
      { id: 'docs', title: 'docs', merged: [] },
      { id: 'pager', title: 'pager', merged: ['queue'] },
    ];
    const { discussion, stage, topics } = meeting;
    expect(topics.map((topic) => wasOpened(discussion, topic))).toEqual([false, true]);
    expect(topicOn(discussion, topics)?.id).toBe('pager');
    expect(nextTopic(stage, 'discuss', topics)?.id).toBe('docs');
  });

  it('is nothing once the segment is repeated without topics', () => {
    const meeting = new Meeting().regroup('queue').goTo('discuss');
    meeting.pass(minute);
    expect(nextTopic(meeting.stage, 'discuss', meeting.topics)).toBeNull();
    const { topics } = meeting;
    meeting.regroup();
    meeting.do({ type: 'repeatSegment' });
    expect(nextTopic(meeting.stage, 'discuss', topics)?.id).toBe('queue');
    expect(topicOn(meeting.discussion, topics)).toBeNull();
  });
});
