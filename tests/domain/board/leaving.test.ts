import { describe, expect, it } from 'vitest';
import { byId, mainWords, outcomeOf, outcomesApart } from '../../../src/domain/board/leaving.ts';
import { outcome } from '../stage/promised.ts';

const topic = (id: string, ...merged: string[]) => ({ id, merged });
const [own, first, second] = ['t1', 't2', 't3'].map((id) => outcome({ id, topic: id }));
const chosen = (id: string) => outcome({ id, topic: id, kind: 'decision', text: id });

describe('the outcome of a topic', () => {
  it('is its own, or none while that has not arrived', () => {
    expect(outcomeOf(topic('t1'), byId([own!, first!]))).toBe(own);
    expect(outcomeOf(topic('t9'), byId([own!]))).toBeNull();
  });

  it('is that of a merged topic where somebody has chosen there and nobody here', () => {
    expect(outcomeOf(topic('t1', 't2', 't3'), byId([own!, first!, chosen('t3')]))?.id).toBe('t3');
    expect(outcomeOf(topic('t1', 't2'), byId([chosen('t1'), chosen('t2')]))?.id).toBe('t1');
    expect(outcomeOf(topic('t1', 't2'), byId([own!, first!]))).toBe(own);
    expect(outcomeOf(topic('t1', 't2'), byId([first!]))).toBe(first);
  });
});

describe('outcomes apart from the topics', () => {
  it('are those chosen without a topic, or for one that is gone or leaves by another', () => {
    const all = [
      chosen('t1'),
      chosen('t2'),
      chosen('gone'),
      outcome({ id: 'd1', topic: null, kind: 'spike' }),
      second!,
    ];
    expect(outcomesApart([topic('t1', 't2'), topic('t3')], all).map(({ id }) => id)).toEqual([
      't2',
      'gone',
      'd1',
    ]);
  });
});

describe('the main words', () => {
  it('are those of the kind that is chosen, without space around them', () => {
    const words = { text: ' decided ', question: 'asked', needed: 'needed', why: 'because' };
    expect(mainWords(outcome(words))).toBe('');
    expect(mainWords(outcome({ ...words, kind: 'decision' }))).toBe('decided');
    expect(mainWords(outcome({ ...words, kind: 'spike' }))).toBe('asked');
    expect(mainWords(outcome({ ...words, kind: 'escalation' }))).toBe('needed');
    expect(mainWords(outcome({ ...words, kind: 'let-go' }))).toBe('because');
  });
});
