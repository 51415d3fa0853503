/** A plan in minutes, and one whose start has gone by. */
import { forecastEnd, planEnd } from '../../../src/domain/stage/forecast.ts';
import { Meeting, minute } from './meeting.ts';

/** Of each part, as the clock has them. */
export const minutes = ({ stage }: Meeting) =>
  Object.fromEntries(stage.segments.map(({ id }) => [id, (stage.runs[id]?.budgetMs ?? 0) / minute]));
export const sum = (meeting: Meeting) => Object.values(minutes(meeting)).reduce((all, one) => all + one, 0);
/** In minutes; less than 0 where it ends earlier. */
export const overPlan = ({ stage, now }: Meeting) =>
  ((forecastEnd(stage, now) ?? 0) - (planEnd(stage) ?? 0)) / minute;

/** An hour, not begun, whose start was that long ago; with what is kept free beside it. */
export const late = (minutesLate: number, buffer = 0) => {
  const meeting = new Meeting({ minutes: 60 });
  meeting.do({ type: 'setBuffer', minutes: buffer });
  if (buffer > 0) meeting.do({ type: 'setGoal', minutes: 60 + buffer });
  meeting.do({ type: 'planStart', start: { at: meeting.now, zone: 'Europe/Berlin' } });
  meeting.pass(minutesLate * minute);
  return meeting;
};
