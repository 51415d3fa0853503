import { describe, expect, it } from 'vitest';
import { checkBallot, votesOf } from '../../../src/domain/ballots/ballot.ts';
import { suggestedBudget, suggestedCap } from '../../../src/domain/ballots/budgets.ts';
import type { Ballot } from '../../../src/protocol/ballots.ts';
import type { Poll } from '../../../src/domain/stage/state.ts';
import { aPoll, dots } from './a-poll.ts';

const codeOf = (poll: Poll, ballot: Ballot, seat = 'ana') => {
  const checked = checkBallot(poll, seat, ballot);
  return checked.ok ? 'fits' : checked.code;
};

describe('[POLL-1] a vote', () => {
  const vote = aPoll('dots');

  it.each([
    ['nothing at all', {}],
    ['all votes, spread', { queue: 1, pager: 1, docs: 1 }],
    ['as many on one topic as may be', { queue: 2 }],
  ])('may be %s', (_, counts) => {
    expect(codeOf(vote, dots(counts))).toBe('fits');
  });

  it('may not be more than the budget, or more on one topic than the cap', () => {
    expect(codeOf(vote, dots({ queue: 2, pager: 2 }))).toBe('ballot-too-large');
    expect(codeOf(vote, dots({ queue: 3 }))).toBe('ballot-too-large');
  });

  it('goes only to topics that stood to choose from when it opened', () => {
    expect(codeOf(vote, dots({ costs: 1 }))).toBe('bad-input');
    expect(codeOf(vote, { dots: [{ topic: '__proto__', count: 1 }] })).toBe('bad-input');
  });

  it('names each topic once', () => {
    const twice = [1, 1].map((count) => ({ topic: 'queue', count }));
    expect(codeOf(vote, { dots: twice })).toBe('bad-input');
  });

  it.each([0, -1, 0.5, NaN, Infinity, 1e308])('is in whole votes, not %s', (count) => {
    expect(codeOf(vote, { dots: [{ topic: 'queue', count }] })).toBe('bad-input');
  });

  it('is no answer to another question, nor the other way round', () => {
    expect(codeOf(vote, { answers: ['3'] })).toBe('bad-input');
    expect(codeOf(aPoll('fist'), dots({ queue: 1 }))).toBe('bad-input');
  });

  it('is larger by a whole ballot for each person without a device, for that seat alone', () => {
    const granted = aPoll('dots', { extra: { bo: 2 } });
    expect(votesOf(granted, 'bo')).toEqual({ budget: 9, cap: 6 });
    expect(votesOf(granted, 'ana')).toEqual({ budget: 3, cap: 2 });
    expect(codeOf(granted, dots({ queue: 6, pager: 3 }), 'bo')).toBe('fits');
    expect(codeOf(granted, dots({ queue: 7 }), 'bo')).toBe('ballot-too-large');
    expect(codeOf(granted, dots({ queue: 6, pager: 4 }), 'bo')).toBe('ballot-too-large');
    expect(codeOf(granted, dots({ queue: 3 }), 'constructor')).toBe('ballot-too-large');
  });
});

describe('[POLL-1] an answer', () => {
  it.each([
    ['scale', '0'],
    ['fist', '6'],
    ['thumbs', '3'],
    ['scale', 'up'],
  ] as const)('is one of the choices of its question: not on a %s, %s', (kind, answer) => {
    expect(codeOf(aPoll(kind), { answers: [answer as '3'] })).toBe('bad-input');
  });

  it('is one for each ballot that the seat holds, or fewer, but never none', () => {
    const granted = aPoll('scale', { extra: { bo: 1 } });
    expect(codeOf(granted, { answers: ['1', '5'] }, 'bo')).toBe('fits');
    expect(codeOf(granted, { answers: ['1'] }, 'bo')).toBe('fits');
    expect(codeOf(granted, { answers: ['1', '5', '5'] }, 'bo')).toBe('ballot-too-large');
    expect(codeOf(granted, { answers: ['1', '5'] })).toBe('ballot-too-large');
    expect(codeOf(granted, { answers: [] })).toBe('bad-input');
  });
});

describe('the suggested budget', () => {
  it.each([
    [1, 2, 1],
    [6, 2, 1],
    [8, 3, 2],
    [12, 4, 2],
    [15, 5, 3],
    [60, 5, 3],
  ])('for %i topics is %i votes, at most %i on one topic', (topics, budget, cap) => {
    expect(suggestedBudget(topics)).toBe(budget);
    expect(suggestedCap(budget)).toBe(cap);
  });
});
