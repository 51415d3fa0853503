import { expect, test } from 'vitest';
import { changesPlan, fitLateStart } from '../../../src/domain/stage/fitting.ts';
import { forecastEnd, planEnd } from '../../../src/domain/stage/forecast.ts';
import { announcedEnd } from '../../../src/domain/stage/lateness.ts';
import { starting } from '../../../src/lib/components/dock/starting.ts';
import { Meeting, minute } from '../../domain/stage/meeting.ts';

/** An hour of parts, announced for longer by so much, and now it is so late. */
function late(minutesLate: number, { longer = 0, buffer = 0 } = {}): Meeting {
  const meeting = new Meeting({ minutes: 60 });
  meeting.do({ type: 'setBuffer', minutes: buffer });
  meeting.do({ type: 'setGoal', minutes: 60 + longer });
  meeting.do({ type: 'planStart', start: { at: meeting.now, zone: 'Europe/Berlin' } });
  meeting.pass(minutesLate * minute);
  return meeting;
}

const start = ({ stage, now }: Meeting) => starting(stage, now);

test('A late start asks which end holds, but not where the agenda is over by the one that was announced', () => {
  expect(start(late(6))).toBe('late');
  expect(start(late(6, { longer: 5 }))).toBe('late');
  for (const longer of [6, 8])
    expect(start(late(6, { longer }))).toEqual({ type: 'startMeeting', keepEnd: true });
});

test('A buffer that would get shorter is asked about', () => {
  expect(start(late(6, { longer: 8, buffer: 3 }))).toBe('late');
  expect(start(late(6, { longer: 8, buffer: 2 }))).toMatchObject({ keepEnd: true });
});

test('What is not asked keeps the announced end and changes no part', () => {
  const meeting = late(6, { longer: 8, buffer: 2 });
  const { segments, bufferMs } = meeting.stage;
  const announced = announcedEnd(meeting.stage, meeting.now);
  const fit = fitLateStart(meeting.stage, meeting.now);
  expect(fit.fits && changesPlan(meeting.stage, fit)).toBe(false);
  const next = start(meeting);
  if (typeof next !== 'string') meeting.do(next);
  expect([meeting.stage.segments, meeting.stage.bufferMs]).toEqual([segments, bufferMs]);
  expect([planEnd(meeting.stage), forecastEnd(meeting.stage, meeting.now)]).toEqual([announced, announced]);
});

test('A start long before the time is asked about; one at the time only starts', () => {
  const meeting = new Meeting();
  expect(start(meeting)).toEqual({ type: 'startMeeting' });
  meeting.do({ type: 'planStart', start: { at: meeting.now + 20 * minute, zone: 'Europe/Berlin' } });
  expect(start(meeting)).toBe('early');
  meeting.pass(20 * minute);
  expect(start(meeting)).toEqual({ type: 'startMeeting' });
});
