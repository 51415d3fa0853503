import { describe, expect, test } from 'vitest';
import { openLine } from '../../../src/lib/components/record/open-line.ts';
import { outcomeName } from '../../../src/lib/components/record/outcome-name.ts';

describe('a line of what was open', () => {
  test.each([
    ['decision', 'Decision'],
    ['spike', 'Spike'],
    ['escalation', 'Escalation'],
    ['let-go', 'Let go'],
  ] as const)('says how the topic leaves, and which it is: %s', (kind, word) => {
    expect(openLine({ kind, title: 'Refunds are late', lacks: ['title'] })).toBe(
      `${word}, Refunds are late: Needs words`,
    );
  });

  test('says of an action only what it is', () => {
    expect(openLine({ kind: 'action', title: 'Test it', lacks: ['owner', 'due'] })).toBe(
      'Test it: Needs an owner, Needs a date',
    );
  });

  test('says of an action of the meeting before that it is one', () => {
    expect(openLine({ kind: 'earlier', title: 'Rotate the keys', lacks: ['why'] })).toBe(
      'Earlier action, Rotate the keys: Needs a why',
    );
  });

  test('never calls anything by what it lacks', () => {
    expect(openLine({ kind: 'let-go', title: ' ', lacks: ['title'] })).toBe(
      'let go without a reason: Needs words',
    );
    expect(openLine({ kind: 'topic', title: '', lacks: ['outcome'] })).toBe(
      'a topic without words: Needs an outcome',
    );
  });
});

test('an escalation without words is called by its topic', () => {
  expect(outcomeName(' ', 'Refunds are late')).toBe('Refunds are late');
  expect(outcomeName('A second machine', 'Builds')).toBe('A second machine');
  expect([outcomeName('', null), outcomeName('', ' ')]).toEqual(['Needs words', 'Needs words']);
});
