import { expect, test } from 'vitest';
import { bufferRow, timeRows } from '../../../src/lib/components/agenda/time/time-rows.ts';
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

const bufferOf = ({ stage, now }: Meeting) => {
  const row = bufferRow(stage, now);
  return row && [row.plannedMs, row.givenMs, row.leftMs].map((ms) => ms && ms / minute);
};

test('what is kept free has a row of its own: as announced, as planned since, and what is left of it', () => {
  const meeting = new Meeting();
  expect(bufferOf(meeting)).toBeNull();
  meeting.do({ type: 'setBuffer', minutes: 6, fit: true });
  meeting.goTo('check-in');
  expect(bufferOf(meeting)).toEqual([6, null, 6]);
  meeting.do({ type: 'extendTime', minutes: 2 });
  expect(bufferOf(meeting)).toEqual([6, null, 4]);
  meeting.do({ type: 'setBuffer', minutes: 1 });
  expect(bufferOf(meeting)).toEqual([6, 3, 1]);
  meeting.do({ type: 'setBuffer', minutes: 0 });
  expect(bufferOf(meeting)).toEqual([6, 2, 0]);
});

test('what runs over is not left of what is kept free', () => {
  const meeting = new Meeting();
  meeting.do({ type: 'setBuffer', minutes: 6, fit: true });
  meeting.goTo('check-in').pass(meeting.run('check-in').budgetMs + 2 * minute);
  expect(bufferOf(meeting)).toEqual([6, null, 4]);
  meeting.do({ type: 'closeRoom', anyway: true, why: 'Out of time' });
  meeting.pass(9 * minute);
  expect(bufferOf(meeting)).toEqual([6, null, 4]);
});
