import { describe, expect, it } from 'vitest';
import { forecastEnd, overPlanMs, payersFor, planEnd } from '../../../src/domain/stage/forecast.ts';
import { Meeting, minute, openedAt } from './meeting.ts';
import { overPlan } from './planned.ts';

const budgets = (meeting: Meeting) =>
  Object.fromEntries(meeting.stage.segments.map(({ id }) => [id, meeting.run(id).budgetMs / minute]));

describe('the forecast', () => {
  it('is nothing before the start, then the plan', () => {
    const meeting = new Meeting();
    expect([forecastEnd(meeting.stage, meeting.now), planEnd(meeting.stage)]).toEqual([null, null]);
    meeting.pass(7 * minute);
    meeting.do({ type: 'startMeeting' });
    expect(planEnd(meeting.stage)).toBe(openedAt + 67 * minute);
    expect(overPlan(meeting)).toBe(0);
  });

  it('stays while time runs as planned and moves once the bell is ignored', () => {
    const meeting = new Meeting().goTo('check-in');
    meeting.pass(4 * minute);
    expect(overPlan(meeting)).toBe(0);
    meeting.pass(2 * minute);
    expect(overPlan(meeting)).toBe(2);
  });

  it('is on plan where it falls into the minute that was planned or announced', () => {
    expect(overPlanMs(new Meeting().stage, openedAt)).toBeNull();
    const firstPartShorterBy = (ms: number) => {
      const meeting = new Meeting();
      meeting.pass(40_000);
      meeting.do({ type: 'startMeeting' });
      meeting.pass(4 * minute - ms);
      meeting.do({ type: 'goNext' });
      return meeting;
    };
    const within = firstPartShorterBy(30_000);
    expect(overPlanMs(within.stage, within.now)).toBe(0);
    const { stage, now } = firstPartShorterBy(41_000);
    expect(overPlanMs(stage, now)).toBe(-41_000);
    const announced = stage.announced && { ...stage.announced, endsAt: openedAt + 59 * minute };
    expect(overPlanMs({ ...stage, announced }, now)).toBe(0);
  });

  it('moves with a pause', () => {
    const meeting = new Meeting().goTo('check-in');
    meeting.do({ type: 'pauseClock' });
    meeting.pass(3 * minute);
    expect(overPlan(meeting)).toBe(3);
  });

  it('comes earlier by what is not used: early, skipped, or a round cut short', () => {
    const meeting = new Meeting().goTo('check-in');
    meeting.pass(minute);
    meeting.do({ type: 'goNext' });
    expect(overPlan(meeting)).toBe(-3);
    meeting.do({ type: 'skipSegment' });
    expect(overPlan(meeting)).toBe(-7);
    meeting.goTo('gather', 2);
    expect(overPlan(meeting)).toBe(-19);
  });

  it('counts what is still to come after going back', () => {
    const meeting = new Meeting().goTo('follow-up');
    meeting.pass(minute);
    meeting.do({ type: 'goBack' });
    expect(overPlan(meeting)).toBe(0);
  });

  it('is when it was closed, once it is', () => {
    const meeting = new Meeting().goTo('close');
    meeting.do({ type: 'closeRoom', anyway: true });
    const closedAt = meeting.now;
    meeting.pass(90 * minute);
    expect(forecastEnd(meeting.stage, meeting.now)).toBe(closedAt);
  });
});

describe('an extension', () => {
  it('is paid by the later segment with most to spare, so that the end stays', () => {
    const meeting = new Meeting().goTo('check-in');
    expect(payersFor(meeting.stage, 2 * minute, meeting.now)).toEqual([
      { segment: 'discuss', ms: 2 * minute },
    ]);
    meeting.do({ type: 'extendTime', minutes: 2 });
    expect(budgets(meeting)).toMatchObject({ 'check-in': 6, discuss: 10 });
    expect(overPlan(meeting)).toBe(0);
  });

  it('is paid by the time to spare before anybody else, the buffer included, and not past the planned end', () => {
    const meeting = new Meeting();
    meeting.do({ type: 'setBuffer', minutes: 2 });
    meeting.do({ type: 'setGoal', minutes: 62 });
    meeting.goTo('check-in');
    meeting.pass(minute);
    meeting.do({ type: 'goNext' });
    const planned = budgets(meeting);
    meeting.do({ type: 'extendTime', minutes: 2 });
    expect(budgets(meeting)).toEqual({ ...planned, 'follow-up': (planned['follow-up'] ?? 0) + 2 });
    expect([overPlan(meeting), meeting.stage.bufferMs]).toEqual([-1, 2 * minute]);
    meeting.do({ type: 'extendTime', minutes: 5 });
    expect([overPlan(meeting), meeting.stage.bufferMs]).toEqual([0, 0]);
    expect(budgets(meeting)).toMatchObject({ discuss: (planned['discuss'] ?? 0) - 2 });
  });

  it('is paid in agenda order where two have the same to spare', () => {
    const meeting = new Meeting().goTo('check-in');
    for (const minutes of [2, 1] as const) meeting.do({ type: 'extendTime', minutes });
    // Wins, gather and discuss can now spare four each.
    expect(payersFor(meeting.stage, minute, meeting.now)).toEqual([{ segment: 'wins', ms: minute }]);
  });

  it('is paid by several where one cannot, and moves the end by the rest', () => {
    const meeting = new Meeting().goTo('gather', 4).spendSpare();
    meeting.do({ type: 'extendTime', minutes: 5 });
    expect(budgets(meeting)).toMatchObject({ gather: 21, discuss: 7 });
    expect(payersFor(meeting.stage, 5 * minute, meeting.now)).toEqual([
      { segment: 'discuss', ms: 2 * minute },
    ]);
    const before = overPlan(meeting);
    meeting.do({ type: 'extendTime', minutes: 5 });
    expect(overPlan(meeting)).toBe(before + 3);
  });

  it('is never paid by decide or close, nor by what has been', () => {
    const meeting = new Meeting().goTo('discuss');
    expect(payersFor(meeting.stage, 5 * minute, meeting.now)).toEqual([]);
    meeting.goTo('decide');
    meeting.do({ type: 'extendTime', minutes: 5 });
    expect(budgets(meeting)).toMatchObject({ decide: 12, close: 3, discuss: 12 });
  });

  it('leaves rounds at least three minutes each, and shortens those to come', () => {
    const meeting = new Meeting({ minutes: 90 }).goTo('check-in');
    for (let i = 0; i < 20; i++) meeting.do({ type: 'extendTime', minutes: 5 });
    expect(budgets(meeting)).toMatchObject({ wins: 4, gather: 12, group: 3, vote: 3, discuss: 5 });
    meeting.goTo('gather');
    expect(meeting.gather.rounds[0]?.budgetMs).toBe(3 * minute);
  });

  it('takes from a segment that was left half-way only what it still has, less a minute', () => {
    const meeting = new Meeting().goTo('wins');
    meeting.pass(6 * minute);
    meeting.do({ type: 'goBack' });
    const payer = payersFor(meeting.stage, 60 * minute, meeting.now).find(
      ({ segment }) => segment === 'wins',
    );
    expect(payer?.ms).toBe(minute);
    for (let i = 0; i < 4; i++) meeting.do({ type: 'extendTime', minutes: 5 });
    meeting.do({ type: 'goNext' });
    expect(meeting.stage.clock).toMatchObject({ endsAt: meeting.now + minute });
  });

  it('takes from rounds that were left half-way only what no round has been given', () => {
    const meeting = new Meeting({ minutes: 120 }).goTo('gather', 3);
    meeting.do({ type: 'goBack' });
    meeting.spendSpare();
    const payer = payersFor(meeting.stage, 90 * minute, meeting.now).find(
      ({ segment }) => segment === 'gather',
    );
    expect(payer?.ms).toBe(5 * minute);
    for (let i = 0; i < 10; i++) meeting.do({ type: 'extendTime', minutes: 5 });
    meeting.goTo('gather', 4);
    expect(meeting.gather.rounds.map(({ budgetMs }) => budgetMs / minute)).toEqual([8, 8, 8, 3]);
  });
});
