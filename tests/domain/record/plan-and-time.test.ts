/** The record of a meeting whose agenda was changed, extended, skipped through, and run over. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readContents } from '../../../src/domain/record/board-contents.ts';
import { buildRecord } from '../../../src/domain/record/build-record.ts';
import { recordJson } from '../../../src/domain/record/exports/archive.ts';
import { recordMarkdown } from '../../../src/domain/record/exports/markdown.ts';
import { sumOfPlan } from '../../../src/domain/record/plan-sum.ts';
import { readRecord } from '../../../src/domain/record/read-record.ts';
import {
  roomRecordSchema,
  type RecordedSegment,
  type RoomRecord,
} from '../../../src/domain/record/room-record.ts';
import type { SegmentDraft } from '../../../src/protocol/agenda.ts';
import { RecordedRoom } from '../../support/recorded-room.ts';
import { play, story } from '../stage/any-plan.ts';
import { Meeting, minute } from '../stage/meeting.ts';

const guests: SegmentDraft = {
  ...{ activity: 'talk', title: 'Guests', question: '', minutes: 5, policy: 'none' },
  ...{ lenses: [], rounds: 1, prompts: [], preReads: [], checkIn: 'none' },
};

function played(): Meeting {
  const meeting = new Meeting();
  meeting.do({ type: 'setBuffer', minutes: 6 });
  meeting.do({ type: 'setGoal', minutes: 66 });
  meeting.do({ type: 'removeSegment', segment: 'vote' });
  meeting.do({ type: 'changeSegment', segment: 'wins', change: { minutes: 11 } });
  meeting.goTo('check-in');
  meeting.do({ type: 'extendTime', minutes: 2 });
  meeting.pass(7 * minute);
  meeting.do({ type: 'goNext' });
  meeting.do({ type: 'skipSegment' });
  meeting.do({ type: 'changeSegment', segment: 'discuss', change: { minutes: 20 } });
  meeting.pass(10 * minute);
  meeting.do({ type: 'closeRoom', anyway: true });
  return meeting;
}

describe('the record of a plan that changed', () => {
  const { stage } = played();
  const record = buildRecord(stage, readContents(new RecordedRoom(), stage), 'room');
  const of = (id: string) => {
    const found = record.segments.find((segment) => segment.id === id);
    return [found?.plannedMinutes, found?.actualMinutes, found?.extendedMinutes, found?.status];
  };

  it('has every part as it was planned last, and how long it took', () => {
    expect(record.segments.map(({ id }) => id)).not.toContain('vote');
    expect(of('check-in')).toEqual([4, 7, 2, 'done']);
    expect(of('follow-up')).toEqual([4, 0, undefined, 'skipped']);
    expect(of('wins')).toEqual([11, 10, undefined, 'done']);
    expect(of('discuss')).toEqual([20, null, undefined, 'waiting']);
  });

  it('says what was kept free, and what of it was left', () => {
    expect(record.minutes).toMatchObject({ planned: 66, actual: 17, buffer: { planned: 6, left: 3 } });
  });

  it('says so in Markdown, by role and not by name', () => {
    const markdown = recordMarkdown(record);
    expect(markdown).toMatch(/\| Check-in +\| +4 \| +7 \(2 added by the facilitator\) +\|/);
    expect(markdown).toMatch(/\| Buffer +\| +6 \| +3 left \|/);
  });

  it('is read again from its file', () => {
    expect(readRecord(JSON.stringify(record))).toMatchObject({ ok: true, record });
  });
});

describe('the record of whatever was done to a plan', () => {
  it('adds up, column by column, to what it says of all', () => {
    fc.assert(
      fc.property(story, (told) => {
        const { stage } = play(told);
        const record = buildRecord(stage, readContents(new RecordedRoom(), stage), 'room');
        const { planned, announced } = sumOfPlan(record);
        const [parts, [all]] = plannedIn(recordMarkdown(record));
        const off = [0, 1].map(
          (column) => sum(parts.map((cells) => cells[column] ?? 0)) - (all?.[column] ?? 0),
        );
        expect(Math.max(...off.map(Math.abs))).toBeLessThan(1);
        expect(all).toEqual([Math.round(planned), Math.round(announced)]);
        const { segments = [], bufferMs = 0 } = stage.announced ?? {};
        expect(announced * minute).toBe(sum(segments.map(({ minutes }) => minutes * minute)) + bufferMs);
      }),
      { numRuns: 200 },
    );
  });

  it('says what the meeting was to take where its parts come to something else', () => {
    const rows = rowsOf(recordMarkdown(recordOf(played())));
    expect(rows).toContain('| All | 74 (announced 66) | 17 |');
    expect(rows).toContain('| Was to take | 66 | |');
  });

  it('has of the buffer what was planned last, whatever it has paid since', () => {
    const meeting = new Meeting();
    meeting.do({ type: 'setBuffer', minutes: 6 });
    meeting.do({ type: 'setGoal', minutes: 66 });
    meeting.do({ type: 'planStart', start: { at: meeting.now, zone: 'UTC' } });
    meeting.pass(2 * minute);
    meeting.do({ type: 'startMeeting', keepEnd: true });
    meeting.do({ type: 'extendTime', minutes: 1 });
    expect(recordOf(meeting).minutes.buffer).toEqual({ planned: 4, announced: 6, left: 3 });
    meeting.do({ type: 'setBuffer', minutes: 5 });
    expect(recordOf(meeting).minutes.buffer).toEqual({ planned: 6, announced: 6, left: 5 });
    const rows = rowsOf(recordMarkdown(recordOf(meeting)));
    expect(rows).toContain('| All | 66 | not over yet |');
  });
});

describe('the record of a part that was cut while it ran', () => {
  const meeting = new Meeting().goTo('check-in');
  meeting.do({ type: 'extendTime', minutes: 2 });
  meeting.pass(2 * minute);
  meeting.do({ type: 'changeSegment', segment: 'check-in', change: { minutes: 1 } });
  meeting.do({ type: 'goNext' });
  meeting.do({ type: 'closeRoom', anyway: true });
  const record = buildRecord(meeting.stage, readContents(new RecordedRoom(), meeting.stage), 'room');

  it('has what was planned for it, and apart from that what was cut', () => {
    expect(record.segments[0]).toMatchObject({ plannedMinutes: 4, actualMinutes: 2, cutMinutes: 2 });
    expect(record.segments[0]).not.toHaveProperty('extendedMinutes');
    expect(rowsOf(recordMarkdown(record))).toContain('| Check-in | 4 | 2 (2 cut by the facilitator) |');
    expect(readRecord(JSON.stringify(record))).toMatchObject({ ok: true, record });
  });

  it('has a plan that adds up to the planned minutes of the meeting', () => {
    const planned = record.segments.reduce((sum, { plannedMinutes }) => sum + plannedMinutes, 0);
    expect(planned + (record.minutes.buffer?.planned ?? 0)).toBe(record.minutes.planned);
  });
});

describe('the record of a plan that was announced and changed in the meeting', () => {
  const { stage } = changedInTheMeeting();
  const record = buildRecord(stage, readContents(new RecordedRoom(), stage), 'room');
  const announced = Object.fromEntries(
    record.segments.map(({ title, plannedMinutes, announcedMinutes }) => [
      title,
      [plannedMinutes, announcedMinutes],
    ]),
  );
  const rows = rowsOf(recordMarkdown(record));

  it('[PLAN-6] says of each part what was announced, of one that was added null, and which are gone', () => {
    expect(announced).toMatchObject({ 'Check-in': [4, 4], Perspectives: [12, 16], Guests: [5, null] });
    expect(record.removedSegments).toEqual([{ id: 'vote', title: 'Vote', announcedMinutes: 3 }]);
    expect(record.minutes).toMatchObject({ planned: 54, announced: 60 });
    expect(record.announcedEnd).toBe('2026-11-20T11:00:00.000Z');
    expect(roomRecordSchema.safeParse(record).error?.issues).toBeUndefined();
  });

  it('says so in Markdown only where it differs, and sums up both', () => {
    expect(rows).toEqual(
      expect.arrayContaining([
        ...['| Check-in | 4 | 9 |', '| Perspectives | 12 (announced 16) | not reached |'],
        ...['| Guests | 5 (added) | not reached |', '| Vote | 0 (announced 3) | removed |'],
        '| All | 54 (announced 60) | 9 |',
      ]),
    );
    expect(recordMarkdown(record)).toContain(
      '- Date: 2026-11-20, 10:06 to 10:15 UTC, announced until 11:00\n',
    );
    expect(recordMarkdown(record)).toContain('- Time: 54 min planned (announced 60), 9 min taken\n');
  });

  it('names the day of the announced end where that was another one', () => {
    const tomorrow = { ...record, announcedEnd: '2026-11-21T08:00:00.000Z' };
    expect(recordMarkdown(tomorrow)).toContain('UTC, announced until 2026-11-21 08:00\n');
    const kept = { ...record, closedAt: '2026-11-20T11:00:59.000Z' };
    expect(recordMarkdown(kept)).not.toContain('announced until');
  });

  it('is read again from its file, and saved to the same bytes', () => {
    const read = readRecord(recordJson(record));
    expect(read.ok && recordJson(read.record)).toBe(recordJson(record));
  });

  it('of an older file, which does not say what was announced, shows what was planned and claims nothing', () => {
    const older = readRecord(JSON.stringify(withoutAnnounced(record)));
    if (!older.ok) throw new Error(older.problem);
    const markdown = recordMarkdown(older.record);
    expect(markdown).not.toMatch(/announced|added\)|removed/);
    expect(rowsOf(markdown)).toEqual(
      expect.arrayContaining(['| Perspectives | 12 | not reached |', '| All | 54 | 9 |']),
    );
  });

  it('says nothing of it before the meeting', () => {
    const { stage: lobby } = new Meeting();
    const before = buildRecord(lobby, readContents(new RecordedRoom(), lobby), 'room');
    expect(before).toMatchObject({ removedSegments: [] });
    expect(JSON.stringify(before)).not.toContain('announced');
  });
});

/** Six minutes late, kept to its end, and then changed by hand. */
function changedInTheMeeting(): Meeting {
  const meeting = new Meeting();
  meeting.do({ type: 'planStart', start: { at: meeting.now, zone: 'Europe/Berlin' } });
  meeting.pass(6 * minute);
  meeting.do({ type: 'startMeeting', keepEnd: true });
  meeting.do({ type: 'changeSegment', segment: 'check-in', change: { minutes: 4 } });
  meeting.do({ type: 'changeSegment', segment: 'gather', change: { minutes: 12 } });
  meeting.do({ type: 'addSegment', segment: guests, before: 'wins' });
  meeting.do({ type: 'removeSegment', segment: 'vote' });
  meeting.pass(9 * minute);
  meeting.do({ type: 'closeRoom', anyway: true });
  return meeting;
}

function withoutAnnounced({ announcedEnd: _, removedSegments: __, ...record }: RoomRecord): RoomRecord {
  const { announced: ___, ...minutes } = record.minutes;
  const segments = record.segments.map(
    ({ announcedMinutes: ____, ...segment }) => segment as RecordedSegment,
  );
  return { ...record, minutes, segments };
}

function recordOf({ stage }: Meeting): RoomRecord {
  return buildRecord(stage, readContents(new RecordedRoom(), stage), 'room');
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((all, one) => all + one, 0);
}

/** Planned and announced, of the parts and the buffer, and of all. */
function plannedIn(markdown: string): [number[][], number[][]] {
  const [, table = ''] = markdown.split('## Plan and time\n');
  const cells = rowsOf(table)
    .filter((row) => row.startsWith('| '))
    .map((row) => row.split(' | ').slice(0, 2))
    .slice(2);
  const end = cells.findIndex(([title]) => title === '| All');
  const rows = cells.slice(0, end + 1).map(([, cell = '']) => numbersIn(cell.replace('under 1', '0.5')));
  return [rows.slice(0, -1), rows.slice(-1)];
}

/** `12 (announced 15)`, `5 (added)`, `4`. */
function numbersIn(cell: string): number[] {
  const { planned = '', announced } =
    /^(?<planned>[\d.]+)( \(announced (?<announced>\d+)\))?/.exec(cell)?.groups ?? {};
  const isAdded = cell.includes('(added)');
  return [Number(planned), isAdded ? 0 : Number(announced ?? planned)];
}

function rowsOf(markdown: string): string[] {
  return markdown.split('\n').map((row) => row.replace(/ +/g, ' '));
}
