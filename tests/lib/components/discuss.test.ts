import { describe, expect, test, vi } from 'vitest';
import type { Outcome, Topic } from '../../../src/domain/board/topic.ts';
import { extensionsOffered } from '../../../src/lib/components/dock/bell-offers.ts';
import { topicAhead } from '../../../src/lib/components/dock/topic-ahead.ts';
import { mergedMinutes } from '../../../src/lib/components/discuss/merged-minutes.ts';
import { orderByHand } from '../../../src/lib/components/discuss/order-by-hand.ts';
import { pollOfBell } from '../../../src/lib/components/discuss/bell-poll.ts';
import { handsOf } from '../../../src/lib/components/discuss/hands.ts';
import { placeOfTurn } from '../../../src/lib/components/discuss/place-of-turn.ts';
import { topicRows } from '../../../src/lib/components/discuss/topic-rows.ts';
import { TopicGaze } from '../../../src/lib/components/discuss/topic-gaze.svelte.ts';
import { topicsInOrder } from '../../../src/domain/stage/topic-order.ts';
import { Meeting, minute } from '../../domain/stage/meeting.ts';

const topic = (id: string, merged: string[] = []): Topic => ({
  ...{ id, title: id, name: id, notes: [], minutes: '', merged, isLone: false, isBlank: false, order: 0 },
});
const outcome = (id: string, kind: Outcome['kind']) => ({ id, topic: id, kind }) as Outcome;
const action = (id: string, of: string | null) => ({
  ...{
    id,
    title: id,
    owner: null,
    due: null,
    outcome: of,
    check: '',
    toSelf: '',
    toTeammate: '',
    aim: null,
    order: 0,
  },
});

function talking(...names: string[]): { meeting: Meeting; topics: Topic[] } {
  const meeting = new Meeting().regroup(...names);
  return { meeting, topics: names.map((name) => topic(name)) };
}

const rowsOf = (meeting: Meeting, topics: Topic[], written: Partial<Parameters<typeof topicRows>[2]> = {}) =>
  topicRows(meeting.stage, 'discuss', { topics, outcomes: [], actions: [], ...written });
const states = (meeting: Meeting, topics: Topic[]) => rowsOf(meeting, topics).map(({ state }) => state);

describe('the list of topics', () => {
  test('says what is on, what comes next, and what was never opened', () => {
    const { meeting, topics } = talking('queue', 'pager', 'docs');
    meeting.goTo('discuss');
    expect(states(meeting, topics)).toEqual(['on', 'next', 'waiting']);
    meeting.do({ type: 'openTopic', topic: 'pager' });
    expect(states(meeting, topics)).toEqual(['opened', 'on', 'next']);
    meeting.do({ type: 'goNext' });
    expect(states(meeting, topics)).toEqual(['opened', 'last', 'never']);
  });

  test('shows votes once there was a vote, and ties as ties', () => {
    const { meeting, topics } = talking('queue', 'pager', 'docs', 'login', 'costs');
    expect(rowsOf(meeting, topics)[0]).toMatchObject({ topic: { id: 'queue' }, vote: null });
    meeting.voted({ pager: 4, docs: 2, queue: 2 });
    const votes = rowsOf(meeting, topics).map(({ vote }) => [
      vote?.id,
      vote?.votes,
      vote?.rank,
      vote?.isTied,
    ]);
    expect(votes.slice(0, 4)).toEqual([
      ['pager', 4, 1, false],
      ['queue', 2, 2, true],
      ['docs', 2, 2, true],
      ['login', 0, 4, true],
    ]);
  });

  test('shows no votes for a topic that was not voted on, and names topics that were merged since', () => {
    const { meeting } = talking('queue', 'pager');
    meeting.voted({ pager: 3, queue: 1 });
    const votes = rowsOf(meeting, [topic('pager', ['queue']), topic('made-since')]).map(({ vote }) => vote);
    expect(votes).toEqual([expect.objectContaining({ votes: 4, mergedFrom: ['queue'] }), null]);
  });

  test('says how a topic left, with the actions of everything that was merged into it', () => {
    const { meeting } = talking('queue', 'pager');
    const topics = [topic('queue', ['docs']), topic('pager')];
    const outcomes = [outcome('queue', 'decision'), outcome('pager', null)];
    const actions = [action('one', 'queue'), action('two', 'docs'), action('three', null)];
    const rows = rowsOf(meeting, topics, { outcomes, actions });
    expect(rows.map((row) => [row.outcome, row.actions])).toEqual([
      ['decision', 2],
      [null, 0],
    ]);
  });

  test('counts topics in the order in which they were opened', () => {
    const { meeting, topics } = talking('queue', 'pager', 'docs');
    const place = () => placeOfTurn(meeting.stage, 'discuss', topics);
    expect(place()).toBeNull();
    meeting.goTo('discuss');
    expect(place()).toEqual({ place: 1, of: 3 });
    meeting.do({ type: 'openTopic', topic: 'docs' });
    expect(place()).toEqual({ place: 2, of: 3 });
    meeting.do({ type: 'openTopic', topic: 'queue' });
    expect(place()).toEqual({ place: 1, of: 3 });
  });
});

describe('a topic that is moved', () => {
  /** What is asked for, and what comes of it. */
  function mover(...names: string[]) {
    const { meeting, topics } = talking(...names);
    const shown = () => topicsInOrder(meeting.stage, 'discuss', topics);
    return (from: number, to: number) => {
      const chosen = meeting.stage.discussions['discuss']?.order ?? [];
      const order = orderByHand(shown(), { from, to }, chosen);
      if (order) meeting.do({ type: 'orderTopics', segment: 'discuss', order });
      return [
        order?.join(' '),
        shown()
          .map(({ id }) => id)
          .join(' '),
      ];
    };
  }

  test('is put in its place with those above it, and the others follow by themselves', () => {
    const move = mover('a', 'b', 'c', 'd', 'e');
    expect(move(3, 1)).toEqual(['a d', 'a d b c e']);
    expect(move(0, 2)).toEqual(['d b a', 'd b a c e']);
  });

  test('leaves those where they are that were put somewhere before', () => {
    const move = mover('a', 'b', 'c', 'd', 'e');
    move(4, 2);
    expect(move(1, 0)).toEqual(['b a e', 'b a e c d']);
    expect(move(4, 0)).toEqual(['d b a e', 'd b a e c']);
  });

  test('has no place above the first or below the last', () => {
    const move = mover('a', 'b');
    expect([move(0, -1), move(1, 2), move(2, 0)]).toEqual(Array(3).fill([undefined, 'a b']));
  });
});

describe('minutes', () => {
  test('of merged topics are whole, whatever space is around the topic’s own', () => {
    expect(mergedMinutes('Own words\n\nThose of another', '  Own words\n\n ')).toBe('Those of another');
    expect(mergedMinutes('Those of another', ' \n')).toBe('Those of another');
    expect(mergedMinutes('Own words', 'Own words')).toBe('');
  });
});

describe('what comes next', () => {
  test('is the next topic until all were opened, also when the time for it is over', () => {
    const { meeting, topics } = talking('queue', 'pager');
    meeting.goTo('discuss');
    const next = () => topicAhead(meeting.stage, topics)?.id;
    expect(next()).toBe('pager');
    meeting.pass(90 * minute);
    expect(next()).toBe('pager');
    meeting.do({ type: 'openTopic', topic: 'pager' });
    expect(next()).toBeUndefined();
    meeting.do({ type: 'goNext' });
    expect(next()).toBeUndefined();
  });

  test('at the bell of a topic is two minutes more, then one, then only moving on', () => {
    const { meeting } = talking('queue');
    meeting.goTo('wins');
    expect(extensionsOffered(meeting.stage)).toEqual([2, 1]);
    meeting.goTo('discuss');
    const offered = () => extensionsOffered(meeting.stage);
    expect(offered()).toEqual([2]);
    meeting.do({ type: 'extendTime', minutes: 2 });
    expect(offered()).toEqual([1]);
    meeting.do({ type: 'extendTime', minutes: 1 });
    expect(offered()).toEqual([]);
  });
});

describe('where somebody looks', () => {
  test('is with the others, until they look at another topic', () => {
    const gaze = new TopicGaze(() => false);
    gaze.moved('queue', 'pager');
    expect(gaze.elsewhere).toBeNull();
    gaze.lookAt('docs');
    gaze.moved('pager', 'login');
    gaze.rest();
    expect(gaze.elsewhere).toBe('docs');
    gaze.moved('login', 'docs');
    expect(gaze.elsewhere).toBeNull();
    gaze.lookAt('queue');
    gaze.called();
    expect(gaze.elsewhere).toBeNull();
  });

  test('stays with the topic somebody is typing about, until they rest', () => {
    const isTyping = vi.fn(() => true);
    const gaze = new TopicGaze(isTyping);
    gaze.moved('queue', 'pager');
    gaze.moved('pager', 'docs');
    gaze.rest();
    gaze.called();
    expect(gaze.elsewhere).toBe('queue');
    isTyping.mockReturnValue(false);
    gaze.rest();
    expect(gaze.elsewhere).toBeNull();
  });
});

describe('raised hands', () => {
  test('stand in the order of raising, whatever the order of people', () => {
    const { meeting } = talking();
    meeting.joinMany(3);
    const one = (seat: string, hand: number | null) => ({
      ...{ seat, connected: true, ready: false, lookingAt: null, hand, holding: [], needsMinute: false },
    });
    const presence = [one('ana', 2), one('ben', null), one('cem', 1)];
    expect(handsOf(meeting.stage, presence)).toEqual([
      { seat: 'cem', name: 'cem' },
      { seat: 'ana', name: 'ana' },
    ]);
  });
});

describe('whether to keep talking', () => {
  test('is shown from the bell until the topic goes on, with what was counted', () => {
    const { meeting } = talking('queue', 'pager');
    meeting.goTo('discuss');
    expect(pollOfBell(meeting.stage)).toBeNull();
    meeting.pass(6 * minute);
    const poll = pollOfBell(meeting.stage);
    expect(poll).toMatchObject({ topic: 'queue', result: null });
    meeting.do({ type: 'closePoll', poll: poll?.id ?? '' });
    expect(pollOfBell(meeting.stage)?.id).toBe(poll?.id);
    meeting.do({ type: 'extendTime', minutes: 2 });
    expect(pollOfBell(meeting.stage)).toBeNull();
    meeting.pass(2 * minute);
    expect(pollOfBell(meeting.stage)?.id).not.toBe(poll?.id);
  });
});
