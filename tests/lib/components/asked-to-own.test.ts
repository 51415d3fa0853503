import { describe, expect, test } from 'vitest';
import type { Action } from '../../../src/domain/board/action.ts';
import type { Owner } from '../../../src/domain/board/owner.ts';
import { actionHash } from '../../../src/domain/stage/given-words.ts';
import { askedToOwn, inTurn, termsOf } from '../../../src/lib/components/signals/asked-to-own.ts';
import { shortDay } from '../../../src/lib/text/dates.ts';
import { outcomes } from '../../../src/lib/text/outcomes.ts';

const bea: Owner = { kind: 'seat', seat: 'bea' };
const none = { consents: {} };

function action(id: string, owner: Owner | null, title = `Do ${id}`): Action {
  const texts = { check: '', toSelf: '', toTeammate: '' };
  return { ...{ id, title, owner, due: null, outcome: null, ...texts, aim: null, order: 0 } };
}

/** As the stage keeps it when Bea takes an action. */
const takenByBea = (taken: Action) => ({
  consents: { [taken.id]: { seat: 'bea', hash: actionHash(taken), at: 0 } },
});
const idsFor = (seat: string, actions: readonly Action[], stage: Parameters<typeof askedToOwn>[0] = none) =>
  askedToOwn(stage, actions, seat).map(({ id }) => id);

describe('what somebody is asked to own', () => {
  test('is what has their name and words in it, and nothing that others are asked', () => {
    const cleo: Owner = { kind: 'seat', seat: 'cleo' };
    const typed: Owner = { kind: 'name', name: 'bea' };
    const begun = action('begun', bea, ' … ');
    const all = [
      action('hers', bea),
      action('his', cleo),
      action('away', typed),
      begun,
      action('open', null),
    ];
    expect(idsFor('bea', all)).toEqual(['hers']);
    expect(idsFor('cleo', all)).toEqual(['his']);
    expect(idsFor('dan', all)).toEqual([]);
  });

  test('is over once it is taken, and asked again when it has changed', () => {
    const alerts = action('alerts', bea);
    const stage = takenByBea(alerts);
    expect(idsFor('bea', [alerts], stage)).toEqual([]);
    expect(askedToOwn(none, [alerts], 'bea')).toMatchObject([{ hasChanged: false }]);
    const later = { ...alerts, due: '2026-12-01' };
    expect(askedToOwn(stage, [later], 'bea')).toMatchObject([{ id: 'alerts', hasChanged: true }]);
  });

  test('is over once it is taken back or removed', () => {
    const alerts = action('alerts', bea);
    expect(idsFor('bea', [{ ...alerts, owner: null }])).toEqual([]);
    expect(idsFor('bea', [])).toEqual([]);
  });

  test('keeps in front what was there before, whatever is put above it', () => {
    const asked = askedToOwn(none, [action('new', bea), action('first', bea), action('second', bea)], 'bea');
    const ids = (before: readonly string[]) => inTurn(before, asked).map(({ id }) => id);
    expect(ids(['first', 'second'])).toEqual(['first', 'second', 'new']);
    expect(ids(['gone', 'second'])).toEqual(['second', 'new', 'first']);
    expect(ids([])).toEqual(['new', 'first', 'second']);
  });
});

describe('what is said of it', () => {
  const now = Date.parse('2026-11-21T12:00:00Z');
  const day = shortDay('2026-12-03', now);

  test('is the day that stands there now, the aim where it has one, and that there is no day', () => {
    expect(termsOf({ due: '2026-12-03', aim: null }, now)).toBe(`by ${day}`);
    expect(termsOf({ due: '2026-12-03', aim: 'prevent' }, now)).toBe(`by ${day}, aim: prevent`);
    expect(termsOf({ due: null, aim: 'detect' }, now)).toBe('no date yet, aim: detect');
  });

  test('stands behind its words, both where it is asked and where it has changed', () => {
    expect(outcomes.asksFor('Mend alerts', 'by Thu', false, 0)).toBe(
      'You are asked to own: Mend alerts, by Thu',
    );
    expect(outcomes.asksFor('Mend alerts', 'by Fri', true, 2)).toBe(
      'Changed since you took it: Mend alerts, by Fri and 2 more',
    );
  });
});
