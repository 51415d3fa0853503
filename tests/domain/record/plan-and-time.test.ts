/** The record of a meeting whose agenda was changed, extended, skipped through, and run over. */
import { describe, expect, it } from 'vitest';
import { readContents } from '../../../src/domain/record/board-contents.ts';
import { buildRecord } from '../../../src/domain/record/build-record.ts';
import { recordMarkdown } from '../../../src/domain/record/exports/markdown.ts';
import { readRecord } from '../../../src/domain/record/read-record.ts';
import { RecordedRoom } from '../../support/recorded-room.ts';
import { Meeting, minute } from '../stage/meeting.ts';

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
