import { describe, expect, it } from 'vitest';
import { bufferLeftMs, plannedTotalMs } from '../../../src/domain/stage/budget.ts';
import { fitPlan } from '../../../src/domain/stage/fitting.ts';
import { late, minutes, overPlan, sum } from './planned.ts';
import { Meeting, minute } from './meeting.ts';

const keepFree = (minutes: number) => ({ type: 'setBuffer', minutes, fit: true }) as const;
const fitTo = (meeting: Meeting, goal: number) => {
  meeting.do({ type: 'setGoal', minutes: goal });
  meeting.do({ type: 'fitAgenda' });
};

describe('making the plan fit before the start', () => {
  it('shares out the goal in proportion to the plan', () => {
    const meeting = new Meeting();
    meeting.do({ type: 'setGoal', minutes: 90 });
    meeting.do({ type: 'fitAgenda' });
    expect(sum(meeting)).toBe(90);
    expect(minutes(meeting)).toMatchObject({ gather: 24, wins: 12, decide: 10 });
    expect(meeting.stage.segments.map((one) => one.minutes)).toEqual(Object.values(minutes(meeting)));
    expect(meeting.do({ type: 'fitAgenda' })).toEqual([]);
  });

  it('keeps the buffer at its share, and never makes it longer than it was set', () => {
    const meeting = new Meeting();
    meeting.do(keepFree(6));
    fitTo(meeting, 40);
    expect([meeting.stage.bufferMs / minute, sum(meeting)]).toEqual([4, 36]);
    fitTo(meeting, 90);
    expect([meeting.stage.bufferMs / minute, sum(meeting)]).toEqual([6, 84]);
  });

  it.each([false, true])(
    'takes a buffer for chosen that is set to just what a fit had left of it (fit: %s)',
    (fit) => {
      const meeting = new Meeting();
      meeting.do(keepFree(6));
      fitTo(meeting, 40);
      const fitted = minutes(meeting);
      meeting.do({ type: 'setBuffer', minutes: 4, fit });
      expect([meeting.stage.bufferMs / minute, minutes(meeting)]).toEqual([4, fitted]);
      expect(meeting.do({ type: 'setBuffer', minutes: 4, fit })).toEqual([]);
      fitTo(meeting, 90);
      expect([meeting.stage.bufferMs / minute, sum(meeting)]).toEqual([4, 86]);
    },
  );

  it('leaves what is kept free of a longer meeting as it is when the parts grow into that', () => {
    const meeting = new Meeting({ minutes: 30 });
    meeting.do({ type: 'setGoal', minutes: 90 });
    meeting.do(keepFree(9));
    fitTo(meeting, 90);
    expect([meeting.stage.bufferMs / minute, sum(meeting)]).toEqual([9, 81]);
  });

  it('leads back to the same plan after another fit, and so does what is kept free', () => {
    const meeting = new Meeting();
    meeting.do(keepFree(6));
    const { segments } = meeting.stage;
    fitTo(meeting, 40);
    fitTo(meeting, 33);
    fitTo(meeting, 60);
    expect([meeting.stage.segments, meeting.stage.bufferMs]).toEqual([segments, 6 * minute]);
  });

  it('gives rounds back that an earlier fit took', () => {
    const meeting = new Meeting();
    fitTo(meeting, 31);
    expect(meeting.gather.roundsDue).toBeLessThan(4);
    fitTo(meeting, 60);
    expect([meeting.gather.roundsDue, minutes(meeting).gather]).toEqual([4, 16]);
    fitTo(meeting, 31);
    meeting.do({ type: 'changeSegment', segment: 'gather', change: { lenses: ['user', 'oncall'] } });
    fitTo(meeting, 60);
    expect(meeting.gather.roundsDue).toBe(2);
  });

  it('is in proportion to the format, also when one part was set by hand in a shorter meeting', () => {
    const meeting = new Meeting({ minutes: 30 });
    const { discuss = 0 } = minutes(meeting);
    meeting.do({ type: 'changeSegment', segment: 'discuss', change: { minutes: discuss + 2 } });
    fitTo(meeting, 60);
    const hour = minutes(new Meeting());
    const { discuss: longer = 0, ...others } = minutes(meeting);
    expect(longer).toBeGreaterThan(hour.discuss ?? 0);
    for (const [id, one] of Object.entries(others)) {
      expect(Math.abs(one - (hour[id] ?? 0)), id).toBeLessThanOrEqual(2);
    }
    fitTo(meeting, 30 + 2);
    expect(minutes(meeting).discuss).toBe(discuss + 2);
  });

  it('takes from the buffer rather than dropping anything', () => {
    const meeting = new Meeting();
    meeting.do({ type: 'setBuffer', minutes: 15 });
    meeting.do({ type: 'setGoal', minutes: 38 });
    meeting.do({ type: 'fitAgenda' });
    expect([meeting.stage.bufferMs / minute, sum(meeting)]).toEqual([2, 36]);
  });

  it('says what would have to go, and drops nothing that nobody named', () => {
    const meeting = new Meeting();
    meeting.do({ type: 'setGoal', minutes: 24 });
    const fit = fitPlan(meeting.stage, meeting.now);
    if (!fit.fits) throw new Error('fits');
    expect(fit.dropped).toEqual(['check-in', 'follow-up']);
    expect(fit.segments.find(({ id }) => id === 'gather')?.rounds).toBe(1);
    expect(meeting.refusal({ type: 'fitAgenda' })).toBe('agenda-too-long');
    expect(meeting.refusal({ type: 'fitAgenda', dropping: ['check-in'] })).toBe('agenda-too-long');
    meeting.do({ type: 'fitAgenda', dropping: ['follow-up', 'check-in', 'wins'] });
    expect(sum(meeting)).toBe(24);
    expect(minutes(meeting)).toHaveProperty('wins');
    expect(meeting.gather).toMatchObject({ roundsDue: 1 });
  });

  it('says how much is needed where that cannot be', () => {
    const meeting = new Meeting();
    for (const id of ['check-in', 'follow-up', 'group', 'vote', 'discuss']) {
      meeting.do({ type: 'removeSegment', segment: id });
    }
    meeting.do({ type: 'duplicateSegment', segment: 'wins' });
    meeting.do({ type: 'setGoal', minutes: 15 });
    expect(fitPlan(meeting.stage, meeting.now)).toEqual({ fits: false, minutes: 15, leastMinutes: 16 });
    expect(meeting.refusal({ type: 'fitAgenda' })).toBe('agenda-too-long');
  });
});

describe('making the plan fit during the meeting', () => {
  it('scales only what has not begun, so that it ends as planned', () => {
    const meeting = new Meeting().goTo('check-in');
    meeting.pass(10 * minute);
    expect(overPlan(meeting)).toBe(6);
    meeting.do({ type: 'fitAgenda' });
    expect(overPlan(meeting)).toBe(0);
    expect(minutes(meeting)).toMatchObject({ 'check-in': 4, decide: 6 });
    expect(meeting.stage.segments.map((one) => one.minutes)).toEqual(Object.values(minutes(meeting)));
  });

  it('lets the buffer pay first', () => {
    const meeting = new Meeting();
    meeting.do({ type: 'setGoal', minutes: 66 });
    meeting.do({ type: 'setBuffer', minutes: 6 });
    meeting.do({ type: 'startMeeting' });
    meeting.do({ type: 'pauseClock' });
    meeting.pass(9 * minute);
    const before = minutes(meeting);
    meeting.do({ type: 'fitAgenda' });
    expect([overPlan(meeting), meeting.stage.bufferMs, before.gather]).toEqual([0, 0, 16]);
    expect(minutes(meeting).gather).toBeLessThan(16);
  });

  it('is exact to the second, and the odd ones go to the longest', () => {
    const meeting = new Meeting().goTo('check-in');
    meeting.pass(4 * minute + 20_000);
    meeting.do({ type: 'fitAgenda' });
    expect(overPlan(meeting)).toBe(0);
    const odd = Object.entries(minutes(meeting)).filter(([, one]) => !Number.isInteger(one));
    expect(odd.map(([id]) => id)).toEqual(['gather']);
  });

  it('gives back what was saved', () => {
    const meeting = new Meeting().goTo('check-in');
    meeting.do({ type: 'skipSegment' });
    meeting.do({ type: 'skipSegment' });
    expect(overPlan(meeting)).toBe(-8);
    meeting.do({ type: 'fitAgenda' });
    expect([overPlan(meeting), minutes(meeting).wins]).toEqual([0, 8]);
  });
});

describe('the buffer in fits during the meeting', () => {
  const withSixFree = () => {
    const meeting = new Meeting();
    meeting.do(keepFree(6));
    meeting.do({ type: 'startMeeting' });
    return meeting;
  };
  const free = ({ stage }: Meeting) => stage.bufferMs / minute;

  it('is given first, and comes back last', () => {
    const meeting = withSixFree();
    const planned = minutes(meeting);
    fitTo(meeting, 57);
    expect([free(meeting), minutes(meeting)]).toEqual([3, planned]);
    fitTo(meeting, 50);
    expect([free(meeting), sum(meeting)]).toEqual([0, 50]);
    fitTo(meeting, 56);
    expect([free(meeting), minutes(meeting)]).toEqual([2, planned]);
    fitTo(meeting, 90);
    expect([free(meeting), sum(meeting)]).toEqual([6, 84]);
    fitTo(meeting, 60);
    expect([free(meeting), minutes(meeting)]).toEqual([6, planned]);
  });

  it('is back without what more time has cost it', () => {
    const meeting = withSixFree();
    meeting.do({ type: 'extendTime', minutes: 2 });
    fitTo(meeting, 50);
    fitTo(meeting, 60);
    expect([free(meeting), meeting.stage.plannedBufferMs / minute]).toEqual([4, 6]);
    fitTo(meeting, 120);
    expect(free(meeting)).toBe(4);
  });

  it('is back without what ran over meanwhile', () => {
    const meeting = withSixFree();
    fitTo(meeting, 50);
    meeting.pass((minutes(meeting)['check-in'] ?? 0) * minute + 2 * minute);
    fitTo(meeting, 60);
    expect([bufferLeftMs(meeting.stage, meeting.now) / minute, overPlan(meeting)]).toEqual([4, 0]);
    meeting.do({ type: 'goNext' });
    expect([free(meeting), meeting.stage.plannedBufferMs / minute]).toEqual([4, 6]);
  });

  it('stays at what a fit had left of it once somebody says so, and that fit is not undone over it', () => {
    const meeting = withSixFree();
    fitTo(meeting, 57);
    meeting.do({ type: 'setBuffer', minutes: 3 });
    expect([free(meeting), meeting.stage.agendaBefore]).toEqual([3, null]);
    fitTo(meeting, 90);
    expect([free(meeting), sum(meeting)]).toEqual([3, 87]);
  });

  it('is back also when a part was changed by hand meanwhile, and as long as was said where that was of it', () => {
    const meeting = withSixFree();
    fitTo(meeting, 50);
    const { wins = 0 } = minutes(meeting);
    meeting.do({ type: 'changeSegment', segment: 'wins', change: { minutes: wins + 1 } });
    fitTo(meeting, 60);
    expect(free(meeting)).toBe(6);
    meeting.do({ type: 'setBuffer', minutes: 3 });
    fitTo(meeting, 50);
    fitTo(meeting, 70);
    expect(free(meeting)).toBe(3);
  });

  it('is back when the time is that a late start took, and what was fitted before the start is the plan then', () => {
    const meeting = late(0, 6);
    fitTo(meeting, 44);
    const [planned, kept] = [minutes(meeting), free(meeting)];
    meeting.pass(3 * minute);
    meeting.do({ type: 'startMeeting', keepEnd: true });
    expect(free(meeting)).toBe(kept - 3);
    fitTo(meeting, 44);
    expect([free(meeting), minutes(meeting)]).toEqual([kept, planned]);
  });
});

describe('keeping a tenth free', () => {
  it('takes the minutes from the parts, so that the meeting takes what it is to take', () => {
    const meeting = new Meeting();
    meeting.do(keepFree(6));
    expect([meeting.stage.bufferMs / minute, plannedTotalMs(meeting.stage) / minute]).toEqual([6, 60]);
    expect(meeting.stage.segments.reduce((all, one) => all + one.minutes, 0)).toBe(54);
    expect(meeting.do(keepFree(6))).toEqual([]);
    meeting.do({ type: 'setBuffer', minutes: 0 });
    meeting.do({ type: 'fitAgenda' });
    expect([meeting.stage.bufferMs, plannedTotalMs(meeting.stage) / minute]).toEqual([0, 60]);
  });

  it('takes nothing where there is time to spare', () => {
    const meeting = new Meeting();
    meeting.do({ type: 'setGoal', minutes: 70 });
    const before = minutes(meeting);
    meeting.do(keepFree(7));
    expect([minutes(meeting), meeting.stage.bufferMs / minute]).toEqual([before, 7]);
  });

  it('takes them from what is to come while the meeting runs', () => {
    const meeting = new Meeting().goTo('check-in');
    const { budgetMs } = meeting.run('check-in');
    meeting.do(keepFree(6));
    expect(overPlan(meeting)).toBe(0);
    expect(meeting.run('check-in').budgetMs).toBe(budgetMs);
    expect(bufferLeftMs(meeting.stage, meeting.now) / minute).toBe(6);
  });

  it('lets no part and no round go for it', () => {
    const meeting = new Meeting({ minutes: 31 });
    expect(meeting.refusal(keepFree(30))).toBe('agenda-too-long');
    expect(meeting.stage.bufferMs).toBe(0);
  });
});
