import { describe, expect, test } from 'vitest';
import { suggestHeadlines } from '../../../src/lib/components/outcomes/headline-suggestions.ts';
import { limits } from '../../../src/protocol/limits.ts';
import { action, outcome } from '../../domain/stage/promised.ts';

const now = Date.UTC(2026, 10, 25);
const decision = (text: string, change: Parameters<typeof outcome>[0] = {}) =>
  outcome({ kind: 'decision', text, ...change });

describe('what the outcomes suggest for the three lines', () => {
  test('is nothing where nothing was decided, promised or escalated', () => {
    const empty = { users: '', cost: '', need: '' };
    expect(suggestHeadlines([], [], false, now)).toEqual(empty);
    const unsaid = [decision(' '), outcome({ kind: 'escalation' }), outcome({ kind: 'let-go', why: 'Rare' })];
    expect(suggestHeadlines(unsaid, [action({ title: ' ' })], false, now)).toEqual(empty);
  });

  test('is what was decided, one sentence after the other, without what is superseded', () => {
    const decided = [
      decision('We ship on Mondays'),
      decision('Really?'),
      decision('Old', { status: 'superseded' }),
    ];
    expect(suggestHeadlines(decided, [], false, now).users).toBe('We ship on Mondays. Really?');
  });

  test('is nothing for users after an incident, where decisions are about how people work', () => {
    const decided = [decision('We page at 2 %'), outcome({ kind: 'escalation', needed: 'A second region' })];
    expect(suggestHeadlines(decided, [action()], true, now)).toMatchObject({
      users: '',
      cost: expect.stringContaining('1 action') as string,
      need: 'A second region',
    });
  });

  test('is how much was promised, until when, and how much of it without a date', () => {
    const promised = [action(), action({ due: '2026-12-01' })];
    const spike = outcome({ kind: 'spike' });
    const undated = action({ due: null });
    const costOf = (...given: Parameters<typeof suggestHeadlines>) => suggestHeadlines(...given).cost;
    expect(costOf([spike], promised, false, now)).toMatch(/^2 actions, due by .*4.*, 1 spike$/);
    expect(costOf([], [...promised, undated], false, now)).toMatch(
      /^3 actions, 1 without a date, the rest due by .*4.*$/,
    );
    expect(costOf([], [undated], false, now)).toBe('1 action without a date');
    expect(costOf([spike], [undated, undated], false, now)).toBe('2 actions without a date, 1 spike');
  });

  test('is what was escalated, to whom and by when', () => {
    const asked = outcome({ kind: 'escalation', needed: 'Ship or wait?', whom: ' CTO ' });
    expect(suggestHeadlines([asked], [], false, now).need).toBe('Ship or wait? (from CTO)');
    expect(suggestHeadlines([{ ...asked, whom: '', by: '2026-12-04' }], [], false, now).need).toMatch(
      /^Ship or wait\? \(by .*4.*\)$/,
    );
  });

  test('fits into its line', () => {
    const { users } = suggestHeadlines(
      [decision('x'.repeat(400)), decision('y'.repeat(400))],
      [],
      false,
      now,
    );
    expect(users).toBe('x'.repeat(400));
    expect(suggestHeadlines([decision('z'.repeat(limits.headlineChars + 1))], [], false, now).users).toBe('');
  });
});
