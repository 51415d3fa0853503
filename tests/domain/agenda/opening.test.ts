import { describe, expect, it } from 'vitest';
import { agendaKeeping, agendaOfFormat, minutesOf } from '../../../src/domain/agenda/agenda.ts';
import { floorMinutes } from '../../../src/domain/agenda/floors.ts';
import { readAgenda } from '../../../src/domain/agenda/markdown/read-agenda.ts';
import { formatOf } from '../../../src/domain/agenda/formats.ts';
import { openingOf, type Opening } from '../../../src/domain/agenda/opening.ts';
import { lensOf } from '../../../src/domain/lenses/catalogue.ts';
import type { OwnLens } from '../../../src/protocol/agenda.ts';
import { formatIds, type FormatId } from '../../../src/protocol/http.ts';

function opened(wish: Parameters<typeof openingOf>[0], follows = true): Opening {
  const outcome = openingOf(wish, { fresh: 'new', follows });
  if (!outcome.ok) throw new Error(outcome.code);
  return outcome.opening;
}
const ofFormat = (format: FormatId, minutes = 60, follows = true) => opened({ format, minutes }, follows);
const ownAgenda = (markdown: string) =>
  opened({ format: 'heart-heat', minutes: 60, agenda: readAgenda(markdown).agenda });
const partsOf = ({ segments }: Opening) => segments.map(({ activity }) => activity);
const planOf = ({ segments }: Opening) => segments.map(({ activity, minutes }) => `${minutes} ${activity}`);

describe('[FOLLOW-5] the plan of a room with something to follow up', () => {
  it('has one part for it, whatever the format', () => {
    for (const id of formatIds)
      for (const minutes of [45, 60, 180]) {
        const opening = ofFormat(id, minutes);
        expect(partsOf(opening).filter((activity) => activity === 'follow-up')).toHaveLength(1);
        expect(minutesOf(opening)).toBe(minutes);
        expect(new Set(opening.segments.map((segment) => segment.id)).size).toBe(opening.segments.length);
      }
  });

  it('has it after arriving, and first where nobody arrives', () => {
    expect(partsOf(ofFormat('incident-review')).slice(0, 3)).toEqual(['check-in', 'follow-up', 'read']);
    expect(partsOf(ownAgenda('- 20m talk\n- 40m decide'))).toEqual(['follow-up', 'talk', 'decide']);
  });

  it('leaves a plan alone that has such a part, and every plan where there is nothing', () => {
    expect(ofFormat('daki')).toEqual(ofFormat('daki', 60, false));
    expect(partsOf(ofFormat('incident-review', 60, false))).not.toContain('follow-up');
    expect(planOf(ownAgenda('- 20m talk\n- 2m follow-up'))).toEqual(['20 talk', '2 follow-up']);
  });

  it('takes its minutes from the other parts of an agenda of one’s own, and its notes stay with their parts', () => {
    const opening = ownAgenda('- 6m check-in\n- 24m talk\n  - notes: Be brief\n- 30m decide\n- 5m buffer');
    expect(minutesOf(opening)).toBe(65);
    expect(planOf(opening)).toEqual(['6 check-in', '4 follow-up', '22 talk', '28 decide']);
    expect(opening.notes).toEqual([{ segment: opening.segments[2]?.id, notes: 'Be brief' }]);
  });

  it('takes them from nobody where somebody would get less than the least', () => {
    const opening = ownAgenda('- 1m wins\n- 4m decide');
    expect(floorMinutes({ activity: 'wins', rounds: 1 })).toBeGreaterThan(1);
    expect(planOf(opening)).toEqual(['4 follow-up', '1 wins', '4 decide']);
  });
});

describe('minutes of a format that are kept free', () => {
  it('are given by its parts, as its plan shows it', () => {
    for (const format of formatIds) {
      const opening = opened({ format, minutes: 60, buffer: 6 }, false);
      expect([opening.buffer, minutesOf(opening), opening.format]).toEqual([6, 60, format]);
      const shown = agendaKeeping(agendaOfFormat(formatOf(format)), 60, 6);
      expect(opening.segments.map(({ minutes }) => minutes)).toEqual(
        shown?.segments.map(({ minutes }) => minutes),
      );
    }
  });

  it('are none unless somebody asks for them, and never everything', () => {
    expect(ofFormat('heart-heat').buffer).toBe(0);
    expect(
      openingOf({ format: 'heart-heat', minutes: 15, buffer: 15 }, { fresh: 'x', follows: false }),
    ).toEqual({ ok: false, code: 'bad-input' });
  });
});

describe('the lenses of an agenda of one’s own', () => {
  const { agenda } = readAgenda('- 20m talk');
  const lens = (id: string, name: string): OwnLens => ({
    ...{ id, name, letter: id.slice(0, 1).toUpperCase(), icon: 'eye', questions: ['One?', 'Two?', 'Three?'] },
  });
  const openedWith = (...lenses: OwnLens[]) =>
    openingOf(
      { format: 'heart-heat', minutes: 60, agenda: { ...agenda, lenses } },
      { fresh: 'new', follows: false },
    );

  it('[LENS-4] have names of which none is that of another', () => {
    const taken = { ok: false, code: 'lens-name-taken' };
    expect(openedWith(lens('buyer', 'Customer'), lens('client', ' customer'))).toEqual(taken);
    expect(openedWith(lens('buyer', lensOf('user')?.name ?? ''))).toEqual(taken);
    expect(openedWith(lens('buyer', 'Customer'), lens('client', 'Client')).ok).toBe(true);
  });

  it('[LENS-4] have ids of which none is that of another', () => {
    const wrong = { ok: false, code: 'bad-input' };
    expect(openedWith(lens('buyer', 'Customer'), lens('buyer', 'Client'))).toEqual(wrong);
    expect(openedWith(lens('user', 'Customer'))).toEqual(wrong);
  });
});
