import { describe, expect, test } from 'vitest';
import type { Action } from '../../../src/domain/board/action.ts';
import type { Owner } from '../../../src/domain/board/owner.ts';
import { actionHash } from '../../../src/domain/stage/given-words.ts';
import { aboutAction } from '../../../src/lib/components/wall/what-leaves.ts';
import { shortDay } from '../../../src/lib/text/dates.ts';
import { Meeting } from '../../domain/stage/meeting.ts';

const now = Date.parse('2026-11-21T12:00:00Z');
const started = new Meeting();
started.join('Pia');
const due = `due ${shortDay('2026-12-03', now)}`;

function action(owner: Owner | null, day: string | null = null): Action {
  const texts = { check: '', toSelf: '', toTeammate: '' };
  const about = { id: 'mend', title: 'Mend the alerts', owner, due: day, outcome: null };
  return { ...about, ...texts, aim: null, order: 0 };
}
const hers = action({ kind: 'seat', seat: 'Pia' }, '2026-12-03');
const taken = (one: Action) => ({
  ...started.stage,
  consents: { [one.id]: { seat: 'Pia', hash: actionHash(one), at: 0 } },
});
const seen = (one: Action, names = true, stage = started.stage) => aboutAction(one, stage, { names, now });

describe('an action on the wall', () => {
  test('says who is asked and has not taken it yet, beside the day it needs', () => {
    expect(seen({ ...hers, due: null })).toEqual({ below: [], lacks: ['Pia is asked', 'needs a date'] });
    expect(seen(hers)).toEqual({ below: [due], lacks: ['Pia is asked'] });
  });

  test('says whose it is once it is taken, and that they are asked again when it has changed', () => {
    expect(seen(hers, true, taken(hers))).toEqual({ below: ['Pia', due], lacks: [] });
    expect(seen({ ...hers, title: 'Mend all alerts' }, true, taken(hers)).lacks).toEqual(['Pia is asked']);
  });

  test('names nobody where nobody asked for names', () => {
    expect(seen(hers, false)).toEqual({ below: [due], lacks: ['its owner is asked'] });
    expect(seen(hers, false, taken(hers))).toEqual({ below: [due], lacks: [] });
  });

  test('asks nobody for a name that was typed in, and needs an owner without any', () => {
    expect(seen(action({ kind: 'name', name: 'Dee' }))).toEqual({ below: ['Dee'], lacks: ['needs a date'] });
    expect(seen(action(null)).lacks).toEqual(['needs an owner', 'needs a date']);
  });
});
