/** What the plan gives: minutes of parts that have begun, and what is kept free. */
import { describe, expect, it } from 'vitest';
import type { SegmentChange } from '../../../src/protocol/agenda.ts';
import { bufferLeftMs } from '../../../src/domain/stage/budget.ts';
import { leftMs } from '../../../src/domain/stage/clock.ts';
import { Meeting, minute } from './meeting.ts';

const change = (segment: string, change: SegmentChange) =>
  ({ type: 'changeSegment', segment, change }) as const;

describe('changing the minutes of what has begun', () => {
  it('moves the end of its clock, and rings anew', () => {
    const meeting = new Meeting().goTo('check-in');
    meeting.pass(4 * minute);
    expect(meeting.rang()).toBe(1);
    meeting.do(change('check-in', { minutes: 6 }));
    expect(leftMs(meeting.stage.clock, meeting.now)).toBe(2 * minute);
    meeting.pass(2 * minute);
    expect(meeting.rang()).toBe(2);
    expect(meeting.run('wins').budgetMs).toBe(8 * minute);
  });

  it('cuts no more than is left', () => {
    const meeting = new Meeting().goTo('check-in');
    meeting.pass(3 * minute);
    meeting.do(change('check-in', { minutes: 1 }));
    expect(meeting.run('check-in').budgetMs).toBe(3 * minute);
    expect(leftMs(meeting.stage.clock, meeting.now)).toBe(0);
    expect(meeting.run('check-in').extendedMs).toBe(-minute);
    expect(meeting.stage.segments.find(({ id }) => id === 'check-in')?.minutes).toBe(4);
    meeting.do({ type: 'undoAgenda', rev: meeting.stage.agendaBefore?.rev ?? 0 });
    expect(meeting.run('check-in')).toMatchObject({ budgetMs: 4 * minute, extendedMs: 0 });
  });

  it('changes rounds to come before the one that runs', () => {
    const meeting = new Meeting().goTo('gather', 2);
    meeting.do(change('gather', { minutes: 12 }));
    expect(leftMs(meeting.stage.clock, meeting.now)).toBe(4 * minute);
    meeting.do({ type: 'goNext' });
    expect(meeting.gather.rounds.at(-1)?.budgetMs).toBe(2 * minute);
    meeting.do({ type: 'goNext' });
    meeting.do(change('gather', { minutes: 14 }));
    expect(leftMs(meeting.stage.clock, meeting.now)).toBe(4 * minute);
  });

  it('leaves a minute to what people went back from', () => {
    const meeting = new Meeting().goTo('follow-up');
    meeting.pass(minute);
    meeting.do({ type: 'goBack' });
    meeting.do(change('follow-up', { minutes: 1 }));
    expect(meeting.run('follow-up')).toMatchObject({ budgetMs: 2 * minute, leftMs: minute });
  });
});

describe('the buffer', () => {
  const meetingWith = (buffer: number) => {
    const meeting = new Meeting();
    meeting.do({ type: 'setBuffer', minutes: buffer });
    return meeting;
  };

  it('pays for an extension before anybody else', () => {
    const meeting = meetingWith(3).goTo('check-in');
    meeting.do({ type: 'extendTime', minutes: 2 });
    expect(meeting.events.at(-1)).toMatchObject({ bufferMs: 2 * minute, payers: [] });
    meeting.do({ type: 'extendTime', minutes: 2 });
    expect(meeting.events.at(-1)).toMatchObject({
      bufferMs: minute,
      payers: [{ segment: 'discuss', ms: minute }],
    });
    expect(meeting.stage.bufferMs).toBe(0);
  });

  it('pays for what runs over, once people go on', () => {
    const meeting = meetingWith(3).goTo('check-in');
    meeting.pass(6 * minute);
    expect(bufferLeftMs(meeting.stage, meeting.now)).toBe(minute);
    expect(meeting.stage.bufferMs).toBe(3 * minute);
    meeting.do({ type: 'goNext' });
    expect(meeting.stage.bufferMs).toBe(minute);
    expect(meeting.run('check-in')).toMatchObject({ budgetMs: 6 * minute, leftMs: 0 });
  });

  it('is as long as was said, beside what runs over', () => {
    const meeting = meetingWith(0).goTo('check-in');
    meeting.pass(6 * minute);
    meeting.do({ type: 'setBuffer', minutes: 4 });
    expect(bufferLeftMs(meeting.stage, meeting.now)).toBe(4 * minute);
    expect(meeting.do({ type: 'setBuffer', minutes: 4 })).toEqual([]);
  });
});
