import { describe, expect, it } from 'vitest';
import { spentFraction } from '../../src/lib/components/agenda/progress.ts';
import { clockMoment, type ClockMoment } from '../../src/lib/components/room/clock-moments.ts';
import { clockFace, dayFrom, minutesInWords, minutesOf } from '../../src/lib/text/dates.ts';
import { leftMs } from '../../src/domain/stage/clock.ts';
import { Meeting, minute } from '../domain/stage/meeting.ts';

describe('the face of the clock', () => {
  it.each([
    [192_000, '03:12'],
    [191_001, '03:12'],
    [1, '00:01'],
    [0, '00:00'],
    [-999, '00:00'],
    [-1_000, '00:01'],
    [-40_000, '00:40'],
    [3_792_000, '1:03:12'],
  ])('shows %i ms as %s', (ms, face) => {
    expect(clockFace(ms)).toBe(face);
  });

  it('speaks of minutes without a sign and in the right number', () => {
    expect(minutesOf(-2 * minute)).toBe(2);
    expect(minutesInWords(1)).toBe('1 minute');
    expect(minutesInWords(4)).toBe('4 minutes');
  });

  it('counts days on the calendar, also over a change of clocks', () => {
    expect(dayFrom(new Date(2026, 9, 24, 23, 30).getTime(), 1)).toBe('2026-10-25');
    expect(dayFrom(new Date(2026, 11, 25, 12).getTime(), 14)).toBe('2027-01-08');
  });
});

describe('how far a segment is', () => {
  const left = (meeting: Meeting) => leftMs(meeting.stage.clock, meeting.now);

  it('fills by its own minutes and stays full when it is over', () => {
    const meeting = new Meeting().goTo('wins');
    expect(spentFraction(meeting.stage, left(meeting))).toBe(0);
    meeting.pass(4 * minute);
    expect(spentFraction(meeting.stage, left(meeting))).toBeCloseTo(0.5);
    meeting.pass(20 * minute);
    expect(spentFraction(meeting.stage, left(meeting))).toBe(1);
  });

  it('counts every round as an equal part', () => {
    const meeting = new Meeting();
    meeting.joinMany(3);
    meeting.goTo('gather', 3);
    meeting.pass(2 * minute);
    expect(spentFraction(meeting.stage, left(meeting))).toBeCloseTo(2.5 / 4);
  });

  it('counts all topics of a discussion, not only the one that is talked about', () => {
    const meeting = new Meeting().regroup('Keys', 'Queue', 'Search').goTo('discuss');
    const fraction = () => spentFraction(meeting.stage, left(meeting));
    const budget = meeting.run('discuss').budgetMs;
    meeting.ask({ type: 'openTopic', topic: 'Keys' });
    expect(fraction()).toBe(0);
    meeting.pass(budget / 4);
    expect(fraction()).toBeCloseTo(1 / 4);
    meeting.ask({ type: 'openTopic', topic: 'Queue' });
    expect(fraction()).toBeCloseTo(1 / 4);
    meeting.pass(budget);
    expect(fraction()).toBe(1);
  });

  it('is nothing before the start', () => {
    expect(spentFraction(new Meeting().stage, null)).toBe(0);
  });
});

describe('when the clock speaks', () => {
  it('has four moments and no others', () => {
    const meeting = new Meeting().goTo('wins');
    const moments: (ClockMoment | null)[] = [];
    for (let second = 0; second <= 9 * 60; second += 1) {
      const moment = clockMoment(meeting.stage, leftMs(meeting.stage.clock, meeting.now));
      if (moments.at(-1) !== moment) moments.push(moment);
      meeting.pass(1_000);
    }
    expect(moments).toEqual(['start', 'half', 'minute', 'end']);
  });

  it('is silent before the start', () => {
    expect(clockMoment(new Meeting().stage, null)).toBeNull();
  });
});
