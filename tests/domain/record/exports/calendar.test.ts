import { convertIcsCalendar, type IcsCalendar } from 'ts-ics';
import { describe, expect, it } from 'vitest';
import { actionsCalendar, actionsTasks } from '../../../../src/domain/record/exports/calendar.ts';
import { RecordedRoom } from '../../../support/recorded-room.ts';
import { closedMeeting, wholeMeeting } from '../../../support/whole-meeting.ts';

const read = (ics: string): IcsCalendar => convertIcsCalendar(undefined, ics);
const day = (date: Date | undefined) => date?.toISOString().slice(0, 10) ?? null;
const record = closedMeeting().record();

describe('actions in a calendar', () => {
  it('are whole days that leave their owner free, and only those with a date', () => {
    const { events = [], todos = [] } = read(actionsCalendar(record));
    expect(todos).toEqual([]);
    const dated = record.actions.filter(({ due }) => due !== null);
    expect(events.map(({ uid }) => uid)).toEqual(dated.map(({ id }) => `${id}@room-1`));
    expect(events.map(({ summary }) => summary)).toEqual(dated.map(({ title }) => title));
    expect(events.map(({ start }) => [start.type, day(start.date)])).toEqual(
      dated.map(({ due }) => ['DATE', due]),
    );
    for (const { timeTransparent } of events) expect(timeTransparent).toBe('TRANSPARENT');
  });

  it('end on the first day that is free again, over the end of a year too', () => {
    const { events = [] } = read(actionsCalendar(record));
    expect(events.map((event) => day('end' in event ? event.end?.date : undefined))).toEqual([
      ...['2026-12-05', '2027-01-01', '2026-12-12'],
    ]);
  });

  it('say who owns them and what was said about them', () => {
    const [first] = read(actionsCalendar(record)).events ?? [];
    expect(first?.description).toBe(
      [
        ...['Owner: Bo', 'How we will see it: It is on production', 'Note to my future self: Begin small'],
        ...['Note to a teammate: Cy, please test on a phone', 'Topic: Vouchers', 'From: Checkout, sprint 42'],
      ].join('\n'),
    );
  });
});

describe('actions as tasks', () => {
  it('are all there, to be done, with a date where they have one', () => {
    const { events = [], todos = [] } = read(actionsTasks(record));
    expect(events).toEqual([]);
    expect(todos.map(({ uid, summary, status }) => ({ uid, summary, status }))).toEqual(
      record.actions.map(({ id, title }) => ({
        uid: `${id}@room-1`,
        summary: title,
        status: 'NEEDS-ACTION',
      })),
    );
    expect(todos.map(({ due }) => day(due?.date))).toEqual(record.actions.map(({ due }) => due));
  });
});

describe.each([
  ['calendar', actionsCalendar],
  ['tasks', actionsTasks],
] as const)('the file of %s', (_, write) => {
  it('is the same for the same record, and stamped with when that was closed', () => {
    expect(write(record)).toBe(write(closedMeeting().record()));
    expect(write(record)).toContain('DTSTAMP:20261121T110200Z');
  });

  it('counts up whenever something changed, so that a calendar takes the later version of an entry', () => {
    const room = wholeMeeting();
    const sequence = () => {
      const { events = [], todos = [] } = read(write(room.record()));
      return [...events, ...todos][0]?.sequence ?? 0;
    };
    const found = [sequence()];
    const then = (change: () => unknown) => {
      change();
      found.push(sequence());
    };
    then(() => room.board.setDue('a1', '2026-12-05'));
    then(() => room.outcomes.textOf('actions', 'a1', 'title')?.splice(0, 4, ''));
    then(() => room.tell(66, { type: 'actionGivenBack', action: 'a1' }));
    then(() => room.tell(67, { type: 'roomClosed', openItems: [], why: null }));
    expect(found).toEqual([...new Set(found)].sort((a, b) => a - b));
    expect(found).toHaveLength(5);
    expect(sequence()).toBe(found.at(-1));
  });

  it('takes an older record, which does not count', () => {
    const { revision: _, ...older } = record;
    expect(write(older)).toContain('SEQUENCE:0\r\n');
  });

  it('ends every line with CRLF and has none of more than 75 octets', () => {
    const room = new RecordedRoom();
    room.board.addAction('a1', 'ページ'.repeat(60));
    room.board.setDue('a1', '2026-12-04');
    const lines = write(room.record()).split('\r\n');
    expect(lines.at(-1)).toBe('');
    expect(lines.join('')).not.toMatch(/[\r\n]/);
    const longest = Math.max(...lines.map((line) => Buffer.byteLength(line)));
    expect(longest).toBeLessThanOrEqual(75);
    expect(longest).toBeGreaterThan(70);
    expect(write(room.record()).replaceAll('\r\n ', '')).toContain(`SUMMARY:${'ページ'.repeat(60)}\r\n`);
  });
});
