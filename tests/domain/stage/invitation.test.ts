import { convertIcsCalendar } from 'ts-ics';
import { describe, expect, it } from 'vitest';
import { isZone } from '../../../src/domain/agenda/zones.ts';
import { oneLine } from '../../../src/domain/record/exports/one-line.ts';
import { invitationCalendar, invitationFileName } from '../../../src/domain/stage/invitation.ts';
import type { PreRead } from '../../../src/domain/agenda/segment.ts';
import { hostileStrings } from '../../support/hostile-text.ts';
import { Meeting, minute, openedAt } from './meeting.ts';

const link = 'https://retro.example.org/j/room1#aaaaaaaaaaaaaaaaaaaaaa';
const place = { room: 'room1', link, now: openedAt + 1_234 };
const at = Date.UTC(2026, 11, 1, 17, 0);

function planned(start = at, zone = 'Europe/Berlin'): Meeting {
  const meeting = new Meeting({ minutes: 75 });
  // The tests say when it is; how far ahead it may be planned is not what they are about.
  meeting.emit([{ at: meeting.now, type: 'startPlanned', start: { at: start, zone } }]);
  return meeting;
}

function titled(title: string, preReads: readonly PreRead[] = []): Meeting {
  const meeting = planned();
  const { bufferMs } = meeting.stage;
  const segments = meeting.stage.segments.map((segment, i) => (i === 0 ? { ...segment, preReads } : segment));
  meeting.emit([{ at: meeting.now, type: 'agendaSet', segments, budgets: {}, bufferMs, title }]);
  return meeting;
}

const fileOf = (meeting: Meeting) => invitationCalendar(meeting.stage, place) ?? '';
function eventOf(meeting: Meeting) {
  const { events = [], todos = [] } = convertIcsCalendar(undefined, fileOf(meeting));
  expect([events.length, todos.length]).toEqual([1, 0]);
  const [event] = events;
  if (!event) throw new Error('no event');
  return { ...event, ends: 'end' in event ? event.end?.date.getTime() : undefined };
}

describe('the meeting in a calendar', () => {
  it('has its title, start and end, and the link that opens the room', () => {
    const event = eventOf(planned());
    expect(event.summary).toBe('Sprint 42');
    expect(event.start).toMatchObject({ type: 'DATE-TIME' });
    expect([event.start.date.getTime(), event.ends]).toEqual([at, at + 75 * minute]);
    expect([event.location, event.url]).toEqual([link, link]);
    expect(event.description).toBe(`Join: ${link}`);
  });

  it.each([
    ['in winter', Date.UTC(2026, 11, 1, 17, 0), '20261201T170000Z', 'Tue 18:00'],
    ['in summer', Date.UTC(2026, 6, 7, 16, 0), '20260707T160000Z', 'Tue 18:00'],
    ['over the night in which clocks go back', Date.UTC(2026, 9, 25, 0, 30), '20261025T003000Z', 'Sun 02:30'],
    [
      'an hour later, when clocks show the same',
      Date.UTC(2026, 9, 25, 1, 30),
      '20261025T013000Z',
      'Sun 02:30',
    ],
  ])('is at the same moment everywhere, %s', (_, start, stored, shownInBerlin) => {
    expect(fileOf(planned(start))).toContain(`DTSTART:${stored}\r\n`);
    expect(eventOf(planned(start)).ends).toBe(start + 75 * minute);
    const shown = new Intl.DateTimeFormat('en-GB', {
      ...{ weekday: 'short', hour: '2-digit', minute: '2-digit', timeZone: 'Europe/Berlin' },
    });
    expect(shown.format(eventOf(planned(start)).start.date).replace(',', '')).toBe(shownInBerlin);
  });

  it('keeps its name, and counts up when the plan changes', () => {
    const meeting = planned();
    const first = eventOf(meeting);
    meeting.do({ type: 'planStart', start: { at: openedAt + 60 * minute, zone: 'UTC' } });
    const moved = eventOf(meeting);
    expect(moved.uid).toBe(first.uid);
    expect(moved.sequence).toBeGreaterThan(first.sequence ?? 0);
    meeting.do({ type: 'planStart', start: null });
    expect(invitationCalendar(meeting.stage, place)).toBeNull();
  });

  it('has a name that no action of the room can have', () => {
    expect(eventOf(planned()).uid).toMatch(/^[^@]*\.[^@]*@room1$/);
  });

  it('says what to read: by link, or how the text begins', () => {
    const preReads = [
      { id: 'p1', title: 'The incident', link: 'https://example.org/a?b=1,2;3', text: '' },
      { id: 'p2', title: 'Our rules', link: '', text: `Speak up.\n${'x'.repeat(400)}` },
      { id: 'p3', title: 'To come', link: '', text: '' },
    ];
    expect(eventOf(titled('Sprint 42', preReads)).description?.split('\n')).toEqual([
      `Join: ${link}`,
      '',
      'Please read before:',
      '- The incident: https://example.org/a?b=1,2;3',
      `- Our rules: Speak up. ${'x'.repeat(270)} …`,
      '- To come',
    ]);
  });

  it('T-29: no title or text leaves its place, whatever is in it', () => {
    const injection = 'Done\r\nEND:VEVENT\r\nBEGIN:VEVENT\r\nSUMMARY:mine';
    const properties = (file: string) => unfolded(file).map((line) => line.split(/[:;]/)[0]);
    const plain = properties(fileOf(titled('Sprint 42', [{ id: 'p1', title: 'a', link: '', text: 'b' }])));
    for (const text of [injection, ...hostileStrings(300, 4)]) {
      const file = fileOf(titled(text, [{ id: 'p1', title: text, link: '', text }]));
      expect(properties(file)).toEqual(plain);
      expect(file.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/);
      const longest = Math.max(...file.split('\r\n').map((line) => Buffer.byteLength(line)));
      expect(longest).toBeLessThanOrEqual(75);
      expect(textIn(file, 'SUMMARY')).toBe(oneLine(text) || 'Meeting');
    }
  });

  const unfolded = (file: string) => file.replaceAll('\r\n ', '').split('\r\n');

  /** Read back by the rules of RFC 5545, 3.3.11. */
  function textIn(file: string, property: string): string | undefined {
    const line = unfolded(file).find((one) => one.startsWith(`${property}:`));
    return line
      ?.slice(property.length + 1)
      .replace(/\\(.)/g, (_, escaped: string) => (escaped.toLowerCase() === 'n' ? '\n' : escaped));
  }
});

describe('a time zone', () => {
  it('is known by its name, old names and UTC included', () => {
    for (const zone of [
      'Europe/Berlin',
      'America/Argentina/Buenos_Aires',
      'Asia/Calcutta',
      'UTC',
      'Etc/GMT+5',
    ])
      expect(isZone(zone), zone).toBe(true);
    for (const odd of ['', '+01:00', 'Europe', 'Europe/Berlin ', 'constructor'])
      expect(isZone(odd), odd).toBe(false);
  });
});

describe('the name of the file', () => {
  it.each([
    ['Sprint 42: “Größe”', 'sprint-42-grosse.ics'],
    ['../../etc/passwd', 'etc-passwd.ics'],
    ['振り返り', 'invitation.ics'],
    [`${'a'.repeat(59)} b`, `${'a'.repeat(59)}.ics`],
  ])('comes from the title: %s', (title, name) => {
    expect(invitationFileName({ title })).toBe(name);
  });
});
