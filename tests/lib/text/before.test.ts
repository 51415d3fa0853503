import { describe, expect, it } from 'vitest';
import { before, invitationText, type InvitationFacts } from '../../../src/lib/text/before.ts';
import { timeOfDay } from '../../../src/lib/text/dates.ts';
import { wall } from '../../../src/lib/text/wall.ts';

const minute = 60_000;
const at = Date.UTC(2026, 11, 1, 17, 0);
const facts: InvitationFacts = {
  title: 'Checkout, sprint 42',
  facilitator: 'Mara',
  start: { at, zone: 'Europe/Berlin' },
  minutes: 75,
  link: 'https://retro.example.org/j/room1#secret',
  toRead: [
    { title: 'The incident', link: 'https://example.org/1' },
    { title: 'Our rules', link: '' },
  ],
  writeUntil: at - 60 * minute,
};

describe('open actions that came along', () => {
  it.each([
    [1, 'Sprint 41', 'Follow-up', '1 open action came along from Sprint 41. You find it in Follow-up.'],
    [2, null, 'Promises', '2 open actions came along. You find them in Promises.'],
    [2, 'Sprint 41', null, '2 open actions came along from Sprint 41.'],
  ])('%i from %s, coming up in %s', (count, from, part, said) =>
    expect(before.cameAlong(count, from, part)).toBe(said),
  );
});

describe('how far away the start is', () => {
  it.each([
    [130 * minute, 'Starts in 2 h 10 min'],
    [59 * minute + 59_000, 'Starts in 59 min'],
    [120 * minute, 'Starts in 2 h'],
    [23 * 60 * minute, 'Starts in 23 h'],
    [24 * 60 * minute + 59 * minute, 'Starts in 1 day'],
    [36 * 60 * minute + minute, 'Starts in 1 day 12 h'],
    [49 * 60 * minute, 'Starts in 2 days'],
  ])('%i ms ahead', (ms, said) => expect(before.startsIn(ms)).toBe(said));

  it('is told backwards where it has gone by', () => {
    expect(before.wasToStart(-6 * minute)).toBe('Was to start 6 min ago');
  });

  it.each([
    [61_000, 'Starts in 1 min'],
    [40_000, 'Starts in less than a minute'],
    [0, 'It starts now'],
    [-59_000, 'It starts now'],
    [-minute, 'Was to start 1 min ago'],
  ])('is now only from the moment on that was planned: %i ms', (left, said) =>
    expect(before.start(left)).toBe(said),
  );

  it('is told on a wall as what was planned, once that has gone by', () => {
    expect([at - 1, at, at + 59_000].map((now) => wall.startsAt(at, now))).toEqual(
      Array.from({ length: 3 }, () => `We start at ${timeOfDay(at)}`),
    );
    expect(wall.startsAt(at, at + minute)).toBe(`We were to start at ${timeOfDay(at)}`);
  });
});

describe('the invitation as text', () => {
  it('says what, when and where, who leads, and what to do until then', () => {
    const [title, when, ...rest] = invitationText(facts).split('\n');
    expect(title).toBe('Checkout, sprint 42');
    expect(when).toMatch(/18.00|6.00.PM/);
    expect(when).toContain('(Europe/Berlin), 75 minutes');
    expect(rest).toEqual([
      'Mara facilitates',
      'Join: https://retro.example.org/j/room1#secret',
      expect.stringMatching(/^You can write ahead until .*(17.00|5.00.PM).* \(Europe\/Berlin\)\.$/),
      'Please read before:',
      '- The incident: https://example.org/1',
      '- Our rules (in the room)',
    ]);
  });

  it('names the start where people can write until then', () => {
    expect(invitationText({ ...facts, writeUntil: 'start' })).toContain(
      '\nYou can write ahead until the meeting starts.\n',
    );
  });

  it('leaves out what is not known', () => {
    const bare = { ...facts, facilitator: null, start: null, toRead: [], writeUntil: null };
    expect(invitationText(bare).split('\n')).toEqual([
      'Checkout, sprint 42',
      'Join: https://retro.example.org/j/room1#secret',
    ]);
  });

  it('names a zone of several words as people write it', () => {
    const text = invitationText({ ...facts, start: { at, zone: 'America/New_York' } });
    expect(text).toContain('(America/New York), 75 minutes');
    expect(text).toContain('(America/New York).\n');
    expect(before.elsewhere('18:00', 'America/New_York')).toBe('18:00 in America/New York');
  });

  it('reads a zone that this browser does not know as UTC, and says so', () => {
    const text = invitationText({ ...facts, start: { at, zone: 'Mars/Olympus' } });
    expect(text).toMatch(/(17.00|5.00.PM).*UTC/);
  });
});
