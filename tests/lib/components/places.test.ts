import { describe, expect, test } from 'vitest';
import type { Topic } from '../../../src/domain/board/topic.ts';
import { firstUnsettled, placesOf, topicWith } from '../../../src/lib/components/decide/places.ts';
import { action, outcome } from '../../domain/stage/promised.ts';

const topic = (id: string, change: Partial<Topic> = {}): Topic => ({
  ...{ id, title: id, name: id, notes: [], minutes: '', merged: [], isLone: false, isBlank: false, order: 1 },
  ...change,
});
const topics = [topic('t1', { merged: ['t0'] }), topic('t2'), topic('n1', { isLone: true })];
const outcomes = [
  outcome({ id: 't1', topic: 't1' }),
  outcome({ id: 't0', topic: 't0', kind: 'decision', text: 'Merged and decided' }),
  outcome({ id: 't2', topic: 't2' }),
  outcome({ id: 'd1', topic: null, kind: 'decision', text: 'Without a topic' }),
  outcome({ id: 'gone', topic: 'gone', kind: 'spike', question: 'Of a topic that is gone' }),
];
const actions = [
  action({ id: 'a1', outcome: 't1' }),
  action({ id: 'a2', outcome: 't0' }),
  action({ id: 'a3', outcome: null }),
  action({ id: 'a4', outcome: 'd1' }),
  action({ id: 'a5', outcome: 'gone' }),
  action({ id: 'a6', outcome: 'n1' }),
];
const places = placesOf(topics, outcomes, actions);
const ids = (entries: readonly { readonly id: string }[]) => entries.map(({ id }) => id);

describe('what is decided stands in one place', () => {
  test('topics, notes in none of them, decisions without one, and outcomes whose topic is gone', () => {
    expect(ids(places.topics)).toEqual(['t1', 't2']);
    expect(ids(places.alone)).toEqual(['n1']);
    expect(ids(places.decisions)).toEqual(['d1']);
    expect(ids(places.apart)).toEqual(['gone']);
  });

  test('actions that no outcome on the screen shows are listed by themselves, so that none is out of sight', () => {
    expect(ids(places.actions)).toEqual(['a3', 'a4', 'a6']);
  });

  test('the topic in whose card something is edited is found for its outcome and for its actions', () => {
    expect(topicWith('t1', places, actions)).toBe('t1');
    expect(topicWith('t0', places, actions)).toBe('t1');
    expect(topicWith('a2', places, actions)).toBe('t1');
    for (const id of ['a3', 'a5', 'd1', 'nowhere']) expect(topicWith(id, places, actions)).toBeNull();
  });

  test('the first topic that nobody has settled is known, and one that leaves by a merged one is settled', () => {
    expect(firstUnsettled(places.topics, outcomes)).toBe('t2');
    expect(firstUnsettled(places.topics.slice(0, 1), outcomes)).toBeNull();
  });
});
