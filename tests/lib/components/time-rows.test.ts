import { expect, test } from 'vitest';
import { timeRows } from '../../../src/lib/components/agenda/time/time-rows.ts';
import { Meeting, minute } from '../../domain/stage/meeting.ts';

test('what parts are given stands beside what was announced, after a late start and a change in the meeting', () => {
  const meeting = new Meeting();
  meeting.do({ type: 'planStart', start: { at: meeting.now, zone: 'Europe/Berlin' } });
  meeting.pass(6 * minute);
  meeting.do({ type: 'startMeeting', keepEnd: true });
  meeting.do({ type: 'changeSegment', segment: 'discuss', change: { minutes: 20 } });
  meeting.do({ type: 'duplicateSegment', segment: 'close' });
  const rows = timeRows(meeting.stage, meeting.now);
  const minutes = Object.fromEntries(
    rows.map(({ id, plannedMs, givenMs }) => [id, [plannedMs / minute, givenMs && givenMs / minute]]),
  );
  expect(minutes).toMatchObject({ gather: [16, 14], discuss: [12, 20], close: [3, null] });
  expect(rows.at(-1)).toMatchObject({ plannedMs: 3 * minute, givenMs: null });
});
