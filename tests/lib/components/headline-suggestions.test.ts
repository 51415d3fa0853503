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
    expect(suggestHeadlines([], [], now)).toEqual(empty);
    const unsaid = [decision(' '), outcome({ kind: 'escalation' }), outcome({ kind: 'let-go', why: 'Rare' })];
    expect(suggestHeadlines(unsaid, [action({ title: ' ' })], now)).toEqual(empty);
  });

  test('is what was decided, one sentence after the other, without what is superseded', () => {
    const decided = [
      decision('We ship on Mondays'),
      decision('Really?'),
      decision('Old', { status: 'superseded' }),
    ];
    expect(suggestHeadlines(decided, [], now).users).toBe('We ship on Mondays. Really?');
  });

  test('is how much was promised, and until when', () => {
    const promised = [action(), action({ due: null }), action({ due: '2026-12-01' })];
    const { cost } = suggestHeadlines([outcome({ kind: 'spike' })], promised, now);
    expect(cost).toMatch(/^3 actions, the last due .*4.*, 1 spike$/);
    expect(suggestHeadlines([], [action({ due: null })], now).cost).toBe('1 action');
  });

  test('is what was escalated, to whom and by when', () => {
    const asked = outcome({ kind: 'escalation', needed: 'Ship or wait?', whom: ' CTO ' });
    expect(suggestHeadlines([asked], [], now).need).toBe('Ship or wait? (from CTO)');
    expect(suggestHeadlines([{ ...asked, whom: '', by: '2026-12-04' }], [], now).need).toMatch(
      /^Ship or wait\? \(by .*4.*\)$/,
    );
  });

  test('fits into its line', () => {
    const { users } = suggestHeadlines([decision('x'.repeat(400)), decision('y'.repeat(400))], [], now);
    expect(users).toBe('x'.repeat(400));
    expect(suggestHeadlines([decision('z'.repeat(limits.headlineChars + 1))], [], now).users).toBe('');
  });
});
