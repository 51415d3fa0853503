import { describe, expect, test } from 'vitest';
import { pagesOf } from '../../../src/lib/components/wall/pages.ts';
import { isBare, pollBeside, sceneOf } from '../../../src/lib/components/wall/scene.ts';
import type { Activity, Segment } from '../../../src/domain/agenda/segment.ts';
import type { Topic } from '../../../src/domain/board/topic.ts';
import type { Ballot } from '../../../src/protocol/ballots.ts';
import { Meeting } from '../../domain/stage/meeting.ts';

const lengths = (pages: readonly (readonly unknown[])[]) => pages.map((page) => page.length);
const texts = (count: number, chars: number) => Array.from({ length: count }, () => 'x'.repeat(chars));
const charsOf = (text: string) => text.length;

describe('pages of a wall', () => {
  test('hold twelve at most, in order, and nothing is left out', () => {
    const items = Array.from({ length: 30 }, (_, index) => `${index}`);
    const pages = pagesOf(items, charsOf);
    expect(lengths(pages)).toEqual([12, 12, 6]);
    expect(pages.flat()).toEqual(items);
  });

  test('hold fewer where notes are long, and one that is too long by itself', () => {
    expect(lengths(pagesOf(texts(8, 300), charsOf))).toEqual([4, 4]);
    expect(lengths(pagesOf([...texts(1, 2_000), ...texts(2, 10)], charsOf))).toEqual([1, 2]);
  });

  test('are none where there is nothing', () => {
    expect(pagesOf([], charsOf)).toEqual([]);
  });
});

function topic(id: string): Topic {
  return {
    id,
    title: id,
    name: id,
    notes: [],
    minutes: '',
    merged: [],
    isLone: false,
    isBlank: false,
    order: 0,
  };
}

function meeting(): Meeting {
  const started = new Meeting().regroup('queue');
  started.joinMany(3);
  return started;
}

const lastPollOf = ({ stage }: Meeting) => stage.polls.at(-1)?.id ?? '';

/** Several did not feel safe, and that is what is talked about first. */
function safetyFirst(): Meeting {
  const running = new Meeting().goTo('check-in');
  running.do({ type: 'openPoll', question: 'safety' });
  const ballots = (['1', '2', '4', '5'] as const).map((answer): Ballot => ({ answers: [answer] }));
  const given = new Map(ballots.map((ballot, at) => [`seat${at}`, ballot]));
  running.ask({ type: 'closePoll', poll: lastPollOf(running) }, { ballotsOf: () => given });
  running.do({ type: 'makeSafetyTopic' });
  return running.regroup('queue', running.stage.safetyTopic ?? '').goTo('discuss');
}

const isNoTimeline = ({ activity }: Segment) => activity !== 'timeline';
const isRead = ({ activity }: Segment) => activity === 'read';

const kinds = ({ stage }: Meeting, ...topics: Topic[]) => sceneOf(stage, topics).kind;

describe('what a wall shows', () => {
  test('is what the stage is at, from the lobby to the end', () => {
    const running = meeting();
    expect(kinds(running)).toBe('lobby');
    const shown = running.stage.segments.map(({ id }) => kinds(running.goTo(id), topic('queue')));
    expect(shown).toEqual([
      ...['words', 'earlier', 'notes', 'writing', 'topics', 'topics', 'topic', 'leaving', 'closing'],
    ]);
    running.do({ type: 'closeRoom', anyway: true, why: 'enough' });
    expect(kinds(running)).toBe('closed');
  });

  test('is the timeline of a review where that is read or completed, and where the impact has no topics', () => {
    const review = new Meeting({ format: 'incident-review' });
    const at = (activity: Activity, ...topics: Topic[]) => {
      const part = review.stage.segments.find((one) => one.activity === activity);
      return kinds(review.goTo(part?.id ?? ''), ...topics);
    };
    expect([at('read'), at('timeline'), at('discuss')]).toEqual(['timeline', 'timeline', 'timeline']);
    expect(at('discuss', topic('queue'))).toBe('topics');
    const stage = { ...review.stage, segments: review.stage.segments.filter(isNoTimeline) };
    expect(sceneOf({ ...stage, current: stage.segments.find(isRead)?.id ?? null }, []).kind).toBe('notes');
  });

  test('counts a reveal in, shows nothing before it and the notes after it', () => {
    const running = meeting().goTo('gather', 4);
    expect(kinds(running)).toBe('writing');
    running.do({ type: 'askReveal', segment: 'gather' });
    expect(kinds(running)).toBe('counting');
    running.pass(3_000);
    expect(sceneOf(running.stage, [])).toMatchObject({ kind: 'notes', segments: [{ id: 'gather' }] });
  });

  test('never shows notes of a segment that waits for its reveal, wherever the meeting is', () => {
    const running = meeting().goTo('gather', 4);
    const talk = { ...running.stage.segments[0]!, activity: 'talk' as const };
    const stage = {
      ...running.stage,
      segments: [talk, ...running.stage.segments.slice(1)],
      current: talk.id,
    };
    const scene = sceneOf(stage, []);
    expect(scene.kind === 'notes' && scene.segments.map(({ id }) => id)).not.toContain('gather');
  });

  test('is a topic with its place among all, and what was answered where it was made from that', () => {
    const running = safetyFirst();
    const made = running.stage.safetyTopic ?? '';
    const topics = [topic('queue'), topic(made)];
    const safety = running.stage.polls[0];
    expect(sceneOf(running.stage, topics)).toMatchObject({ topic: { id: made }, place: 1, of: 2, safety });
    running.do({ type: 'openTopic', topic: 'queue' });
    expect(sceneOf(running.stage, topics)).toMatchObject({
      ...{ topic: { id: 'queue' }, place: 2, of: 2, safety: null },
    });
  });

  test('does not have beside it what stands in its middle already', () => {
    const running = safetyFirst();
    const polls = running.stage.polls.map((poll) => ({ ...poll, segment: running.stage.current }));
    const stage = { ...running.stage, polls };
    expect(pollBeside(stage)).toMatchObject({ question: 'safety', result: {} });
    expect(pollBeside(stage, polls[0])).toBeNull();
  });

  test('is the vote while people vote and its result afterwards', () => {
    const running = meeting().goTo('vote');
    running.do({ type: 'openVote', segment: 'vote' });
    expect(sceneOf(running.stage, [topic('queue')])).toMatchObject({ kind: 'vote', poll: { result: null } });
    running.do({ type: 'closePoll', poll: lastPollOf(running) });
    expect(sceneOf(running.stage, [topic('queue')])).toMatchObject({ kind: 'vote', poll: { result: {} } });
    expect(pollBeside(running.stage)).toBeNull();
  });

  test('has the question that is asked beside it, then its result, and nothing of earlier parts', () => {
    const running = meeting().goTo('check-in');
    running.do({ type: 'openPoll', question: 'safety' });
    expect(pollBeside(running.stage)).toMatchObject({ question: 'safety', result: null });
    running.do({ type: 'closePoll', poll: lastPollOf(running) });
    expect(pollBeside(running.stage)).toMatchObject({ question: 'safety', result: {} });
    expect(pollBeside(running.goTo('wins').stage)).toBeNull();
  });

  test('leaves its middle to a question where notes could stand and none do', () => {
    const wins = sceneOf(meeting().goTo('wins').stage, []);
    expect(isBare(wins, [])).toBe(true);
    expect(isBare(wins, [{ segment: 'gather' }])).toBe(true);
    expect(isBare(wins, [{ segment: 'wins' }])).toBe(false);
    expect(isBare(sceneOf(meeting().goTo('check-in').stage, []), [])).toBe(true);
    expect(isBare(sceneOf(meeting().goTo('decide').stage, []), [])).toBe(false);
  });

  test('leaves its middle to a question at the end where nobody is thanked and nothing came of it', () => {
    const close = sceneOf(meeting().goTo('close').stage, []);
    expect(isBare(close, [], false)).toBe(true);
    expect(isBare(close, [{ segment: 'close' }], false)).toBe(false);
    expect(isBare(close, [], true)).toBe(false);
  });
});
