import { describe, expect, it } from 'vitest';
import { lensIn } from '../../../src/domain/stage/own-lenses.ts';
import type { OwnLens } from '../../../src/protocol/agenda.ts';
import { limits } from '../../../src/protocol/limits.ts';
import { Meeting } from './meeting.ts';

const legal: OwnLens = {
  id: 'legal',
  name: 'Legal',
  letter: 'L',
  icon: 'scale',
  questions: ['Which contract?', 'Which promise?', 'Which change?'],
};
const put = (lens: OwnLens = legal) => ({ type: 'putLens', lens }) as const;
const drop = { type: 'dropLens', lens: 'legal' } as const;

/** A meeting that looks through it. */
function lookingThrough(lens: string): Meeting {
  const meeting = new Meeting();
  meeting.do(put());
  const [gather] = meeting.stage.segments.filter(({ activity }) => activity === 'gather');
  meeting.do({ type: 'changeSegment', segment: gather?.id ?? '', change: { lenses: [lens], rounds: 1 } });
  return meeting;
}

describe('a lens of the team’s own', () => {
  it('is found beside those of the catalogue', () => {
    const meeting = new Meeting();
    expect(lensIn(meeting.stage, 'legal')).toBeNull();
    meeting.do(put());
    expect(lensIn(meeting.stage, 'legal')).toEqual(legal);
    expect(lensIn(meeting.stage, 'user')?.name).toBe('User');
  });

  it('[LENS-4] replaces the one with its id, in its place, and changes nothing where it is the same', () => {
    const meeting = new Meeting();
    meeting.do(put());
    meeting.do(put({ ...legal, id: 'sales', name: 'Sales' }));
    expect(meeting.do(put())).toEqual([]);
    for (const change of [{ name: 'Law' }, { letter: 'W' }, { icon: 'eye' }] as const) {
      meeting.do(put({ ...legal, ...change }));
      expect(meeting.stage.ownLenses[0]).toEqual({ ...legal, ...change });
    }
    const questions: OwnLens['questions'] = ['One?', 'Two?', 'Four?'];
    meeting.do(put({ ...legal, questions }));
    expect(meeting.stage.ownLenses.map(({ id, questions: [, , third] }) => `${id} ${third}`)).toEqual([
      'legal Four?',
      'sales Which change?',
    ]);
  });

  it('[LENS-4] is never one of the catalogue, and there are only so many', () => {
    const meeting = new Meeting();
    expect(meeting.refusal(put({ ...legal, id: 'user' }))).toBe('bad-input');
    for (let i = 0; i < limits.ownLenses; i++) meeting.do(put({ ...legal, id: `l${i}`, name: `L ${i}` }));
    expect(meeting.refusal(put())).toBe('lenses-full');
    meeting.do(put({ ...legal, id: 'l3', name: 'Still changes' }));
    meeting.do({ type: 'dropLens', lens: 'l0' });
    meeting.do(put());
  });

  it('[LENS-4] has a name that no other lens has', () => {
    const meeting = new Meeting();
    meeting.do(put());
    for (const name of ['Legal', ' legal', 'user', 'On-call', 'on call', 'Le-gal'])
      expect(meeting.refusal(put({ ...legal, id: 'other', name }))).toBe('lens-name-taken');
    meeting.do(put({ ...legal, id: 'sales', name: 'Sales' }));
    expect(meeting.refusal(put({ ...legal, id: 'sales' }))).toBe('lens-name-taken');
    meeting.do(put({ ...legal, letter: 'W' }));
  });

  it('goes when it is dropped, and dropping it again changes nothing', () => {
    const meeting = new Meeting();
    meeting.do(put());
    expect(meeting.do(drop)).toEqual(['lensDropped']);
    expect(meeting.do(drop)).toEqual([]);
    expect(meeting.stage.ownLenses).toEqual([]);
  });

  it('[LENS-4] stays while a part of the agenda looks through it', () => {
    const meeting = lookingThrough('legal');
    expect(meeting.refusal(drop)).toBe('lens-in-use');
    meeting.do({ type: 'changeSegment', segment: 'gather', change: { lenses: ['user'] } });
    expect(meeting.do(drop)).toEqual(['lensDropped']);
  });

  it('[LENS-4] stays as it is once somebody has held it, and ever after', () => {
    const meeting = lookingThrough('legal');
    meeting.joinMany(3);
    meeting.goTo('wins');
    meeting.do(put({ ...legal, name: 'Law' }));
    meeting.goTo('gather');
    expect(Object.values(meeting.held)).toContain('legal');
    expect(meeting.refusal(put())).toBe('lens-held');
    expect(meeting.refusal(drop)).toBe('lens-held');
    meeting.do({ type: 'repeatSegment' });
    meeting.goTo('discuss');
    expect(meeting.refusal(put())).toBe('lens-held');
    meeting.do(put({ ...legal, id: 'sales' }));
  });

  it('counts as held also where whoever was dealt it gave it away', () => {
    const meeting = new Meeting();
    meeting.joinMany(2);
    meeting.do(put());
    meeting.do({
      type: 'changeSegment',
      segment: 'gather',
      change: { lenses: ['legal', 'user', 'oncall', 'product'], rounds: 1 },
    });
    meeting.do({ type: 'setRoundMode', segment: 'gather', mode: 'distributed' });
    meeting.goTo('gather');
    const [holder] = Object.entries(meeting.held).find(([, lens]) => lens === 'legal') ?? [''];
    const passed = meeting.ask({ type: 'passLens' }, { seat: holder, role: 'participant' });
    expect(passed.ok).toBe(true);
    expect(Object.values(meeting.held)).not.toContain('legal');
    expect(meeting.refusal(drop)).toBe('lens-held');
    expect(meeting.refusal(put({ ...legal, name: 'Law' }))).toBe('lens-held');
  });
});
