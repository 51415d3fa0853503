import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { agendaIn, agendaOfFormat, minutesOf, type Agenda } from '../../../src/domain/agenda/agenda.ts';
import { formatOf, formats } from '../../../src/domain/agenda/formats.ts';
import { scaleAgenda } from '../../../src/domain/agenda/scale.ts';

const withBuffer = (buffer: number): Agenda => ({ ...agendaOfFormat(formatOf('heart-heat')), buffer });

describe('an agenda in other minutes than its own', () => {
  it('is for a format what the server makes of it', () => {
    fc.assert(
      fc.property(fc.constantFrom(...formats), fc.integer({ min: 15, max: 180 }), (format, minutes) => {
        const scaled = scaleAgenda(format.id, minutes);
        const planOf = (segments: readonly { title: string; minutes: number; rounds: number }[]) =>
          segments.map(({ title, minutes, rounds }) => ({ title, minutes, rounds }));
        expect(planOf(agendaIn(agendaOfFormat(format), minutes)?.segments ?? [])).toEqual(
          planOf(scaled.ok ? scaled.segments : []),
        );
      }),
    );
  });

  it('is itself in its own', () => {
    expect(agendaIn(withBuffer(6), 66)).toEqual(withBuffer(6));
  });

  it('adds up to exactly those, what is kept free included', () => {
    fc.assert(
      fc.property(fc.nat(30), fc.integer({ min: 15, max: 180 }), (buffer, minutes) => {
        const fitted = agendaIn(withBuffer(buffer), minutes);
        return fitted !== null && minutesOf(fitted) === minutes;
      }),
    );
  });

  it('keeps free in proportion, and nothing before a segment would have to go for it', () => {
    expect(agendaIn(withBuffer(6), 132)?.buffer).toBe(12);
    expect(agendaIn(withBuffer(6), 44)?.buffer).toBe(4);
    const all = withBuffer(6).segments.length;
    expect(agendaIn(withBuffer(6), 28)).toMatchObject({ buffer: 0 });
    expect(agendaIn(withBuffer(6), 28)?.segments).toHaveLength(all);
  });

  it('cannot be where not even what stays for certain fits', () => {
    const long: Agenda = { ...withBuffer(0) };
    const decide = long.segments.filter(({ activity }) => activity === 'decide');
    expect(agendaIn({ ...long, segments: [...decide, ...decide, ...decide, ...decide] }, 15)).toBeNull();
  });
});
