import { describe, expect, test } from 'vitest';
import { agendaOfFormat } from '../../../src/domain/agenda/agenda.ts';
import { formatOf } from '../../../src/domain/agenda/formats.ts';
import { formatIds, newRoomSchema, type NewRoom } from '../../../src/protocol/http.ts';
import { ownPlans } from '../../../src/lib/components/landing/own-plans.ts';
import {
  followUpIn,
  nextChoices,
  openingFor,
  planIn,
  usualChoice,
} from '../../../src/lib/components/saved/next-plan.ts';
import { saveFormat } from '../../../src/lib/room/saved-formats.ts';
import { memoryDevice } from '../room/memory-device.ts';

const device = memoryDevice();
saveFormat({ id: 'a', name: 'Ours', markdown: '- 40m talk\n- 20m decide\n- 5m close', at: 1 }, device);
const own = ownPlans(device);
const common = { minutes: 50, people: 5, named: true, expected: [{ name: 'Ana', reason: '' }] };
const review: Partial<NewRoom> = {
  ...common,
  agenda: { ...agendaOfFormat(formatOf('incident-review')), buffer: 5 },
};
const activities = (plan: Partial<NewRoom> | null) =>
  (plan && openingFor(plan, true))?.segments.map(({ activity }) => activity);

describe('the agenda of the next room', () => {
  test('is that of the room before until another is chosen, a ready format or one’s own', () => {
    const values = (before: Partial<NewRoom>) => nextChoices(before, own).map(({ value }) => value);
    expect(usualChoice(review)).toBe('same');
    expect(planIn(review, 'same', own)).toBe(review);
    expect(values(review)).toEqual(['same', ...formatIds, 'own:a']);
    const daki = { ...common, format: 'daki' } as const;
    expect(usualChoice(daki)).toBe('daki');
    expect(planIn(daki, 'daki', own)).toBe(daki);
    expect(values(daki)).toEqual([...formatIds, 'own:a']);
    expect(usualChoice({})).toBe('heart-heat');
  });

  test.each(formatIds)('can be %s, with the time, the people and the names of the room before', (format) => {
    const plan = planIn(review, format, own);
    expect(plan).toEqual({ ...common, format, buffer: 5 });
    const opening = plan && openingFor(plan, true);
    expect(opening?.segments.reduce((sum, { minutes }) => sum + minutes, 5)).toBe(50);
    expect(activities(plan)).toContain('follow-up');
    expect(newRoomSchema.safeParse({ title: 'Next', ...plan }).success).toBe(true);
  });

  test('can be one’s own, in the time of the room before, or not where that does not fit', () => {
    const plan = planIn(review, 'own:a', own);
    expect(plan).toMatchObject({ ...common, agenda: { buffer: 5 } });
    expect(plan?.agenda?.segments.reduce((sum, { minutes }) => sum + minutes, 5)).toBe(50);
    const narrow = own.map((one) => ({ ...one, fit: () => null }));
    expect(planIn(review, 'own:a', narrow)).toBeNull();
  });

  test('keeps nothing free where the format needs all of the time', () => {
    const tight = { ...common, minutes: 15, agenda: { ...agendaOfFormat(formatOf('daki')), buffer: 12 } };
    expect(planIn(tight, 'heart-heat', own)).toEqual({ ...common, minutes: 15, format: 'heart-heat' });
  });

  test('says whether what is open has its part, gets one, or finds no place', () => {
    expect(followUpIn({ ...common, format: 'daki' })).toBe('there');
    expect(followUpIn({ ...common, format: 'pre-mortem' })).toBe('added');
    expect(activities({ ...common, format: 'pre-mortem' })?.slice(0, 2)).toEqual(['check-in', 'follow-up']);
    expect(followUpIn({ ...common, minutes: 15, format: 'heart-heat' })).toBe('none');
    expect(followUpIn(review)).toBe('added');
  });
});
