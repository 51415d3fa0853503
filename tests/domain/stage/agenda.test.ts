import { describe, expect, it } from 'vitest';
import { leftMs } from '../../../src/domain/stage/clock.ts';
import { Meeting, minute } from './meeting.ts';

const left = (meeting: Meeting) => leftMs(meeting.stage.clock, meeting.now);
const statuses = (meeting: Meeting) =>
  meeting.stage.segments.map(({ id }) => meeting.run(id).status.charAt(0)).join('');

describe('moving through the agenda', () => {
  it('starts in the first segment, with its time', () => {
    const meeting = new Meeting();
    expect(meeting.do({ type: 'startMeeting' })).toEqual(['meetingStarted', 'segmentEntered']);
    expect(meeting.stage).toMatchObject({ phase: 'running', current: 'check-in', startedAt: meeting.now });
    expect(left(meeting)).toBe(4 * minute);
    expect(statuses(meeting)).toBe('awwwwwwww');
  });

  it('cannot be started twice, and nothing can be moved before the start', () => {
    const meeting = new Meeting();
    for (const type of ['goNext', 'goBack', 'skipSegment', 'repeatSegment', 'bringEveryone'] as const) {
      expect(meeting.refusal({ type })).toBe('wrong-moment');
    }
    expect(meeting.refusal({ type: 'pauseClock' })).toBe('wrong-moment');
    expect(meeting.refusal({ type: 'extendTime', minutes: 1 })).toBe('wrong-moment');
    meeting.do({ type: 'startMeeting' });
    expect(meeting.refusal({ type: 'startMeeting' })).toBe('wrong-moment');
  });

  it('goes on to the next segment, also out of a pause, with a running clock', () => {
    const meeting = new Meeting();
    meeting.do({ type: 'startMeeting' });
    meeting.pass(minute);
    meeting.do({ type: 'pauseClock' });
    meeting.pass(10 * minute);
    meeting.do({ type: 'goNext' });
    expect(meeting.stage.clock).toMatchObject({ kind: 'running', rang: false });
    expect(left(meeting)).toBe(4 * minute);
    const [visit] = meeting.run('check-in').visits;
    expect(visit).toMatchObject({ pausedMs: 10 * minute });
    expect((visit?.until ?? 0) - (visit?.from ?? 0)).toBe(11 * minute);
  });

  it('skips a segment and says so', () => {
    const meeting = new Meeting();
    meeting.do({ type: 'startMeeting' });
    meeting.do({ type: 'skipSegment' });
    expect(statuses(meeting)).toBe('sawwwwwww');
  });

  it('ends with the last segment: after it there is only closing', () => {
    const meeting = new Meeting().goTo('close');
    expect(meeting.refusal({ type: 'goNext' })).toBe('wrong-moment');
    expect(meeting.refusal({ type: 'skipSegment' })).toBe('wrong-moment');
  });

  it('has nothing before the first segment', () => {
    const meeting = new Meeting().goTo('check-in');
    expect(meeting.refusal({ type: 'goBack' })).toBe('wrong-moment');
  });
});

describe('going back', () => {
  it('reopens the segment with the time it had left, and the one left waits again with its own', () => {
    const meeting = new Meeting().goTo('check-in');
    meeting.pass(minute);
    meeting.do({ type: 'goNext' });
    meeting.pass(2 * minute);
    meeting.do({ type: 'goBack' });
    expect(statuses(meeting)).toBe('awwwwwwww');
    expect(left(meeting)).toBe(3 * minute);
    meeting.pass(minute);
    meeting.do({ type: 'goNext' });
    expect(left(meeting)).toBe(2 * minute);
    expect(meeting.run('follow-up').visits).toHaveLength(2);
  });

  it('gives at least one minute, which the meeting takes longer', () => {
    const meeting = new Meeting().goTo('check-in');
    meeting.pass(6 * minute);
    meeting.do({ type: 'goNext' });
    meeting.do({ type: 'goBack' });
    expect(left(meeting)).toBe(minute);
    expect(meeting.run('check-in').budgetMs).toBe(5 * minute);
    expect(meeting.stage.clock).toMatchObject({ rang: false });
  });

  it('continues the round that was under way, with the same lenses', () => {
    const meeting = new Meeting();
    meeting.joinMany(7);
    meeting.goTo('gather', 2);
    meeting.pass(minute);
    const { held } = meeting;
    meeting.do({ type: 'goBack' });
    expect(meeting.stage.current).toBe('wins');
    meeting.do({ type: 'goNext' });
    expect(meeting.gather.rounds).toHaveLength(2);
    expect(meeting.held).toEqual(held);
    expect(left(meeting)).toBe(3 * minute);
    expect(meeting.run('gather').budgetMs).toBe(16 * minute);
  });

  it('gives a round that was over a minute, and leaves those to come their time', () => {
    const meeting = new Meeting();
    meeting.joinMany(7);
    meeting.goTo('gather', 2);
    meeting.pass(6 * minute);
    meeting.do({ type: 'goBack' });
    meeting.do({ type: 'goNext' });
    expect(left(meeting)).toBe(minute);
    meeting.goTo('gather', 4);
    expect(meeting.gather.rounds.map(({ budgetMs }) => budgetMs / minute)).toEqual([4, 5, 4, 4]);
    expect(meeting.run('gather').budgetMs).toBe(17 * minute);
  });

  it('gives a lens to those who came meanwhile', () => {
    const meeting = new Meeting();
    meeting.joinMany(7);
    meeting.goTo('gather', 2);
    meeting.do({ type: 'goBack' });
    meeting.join('zoe');
    expect(meeting.held.zoe).toBeUndefined();
    meeting.do({ type: 'goNext' });
    expect(meeting.held.zoe).toBeDefined();
  });

  it('reopens a skipped segment', () => {
    const meeting = new Meeting().goTo('follow-up');
    meeting.do({ type: 'skipSegment' });
    meeting.do({ type: 'goBack' });
    expect(statuses(meeting)).toBe('dawwwwwww');
  });
});

describe('repeating', () => {
  it('gives the planned time afresh', () => {
    const meeting = new Meeting().goTo('wins');
    meeting.pass(7 * minute);
    meeting.do({ type: 'repeatSegment' });
    expect(left(meeting)).toBe(8 * minute);
    expect(meeting.run('wins').budgetMs).toBe(15 * minute);
    expect(meeting.run('wins').visits).toHaveLength(2);
    expect(statuses(meeting)).toBe('ddawwwwww');
  });

  it('begins the rounds again and forgets nobody who held a lens', () => {
    const meeting = new Meeting();
    meeting.joinMany(3);
    meeting.goTo('gather', 2);
    meeting.pass(minute);
    meeting.do({ type: 'repeatSegment' });
    expect(meeting.gather).toMatchObject({ roundsDue: 4 });
    expect(meeting.gather.rounds).toHaveLength(1);
    expect(meeting.gather.earlier).toHaveLength(2);
    expect(left(meeting)).toBe(4 * minute);
    // One round of four minutes, one minute of the second, and sixteen new ones.
    expect(meeting.run('gather').budgetMs).toBe(21 * minute);
  });

  it('shares the fresh time among all rounds', () => {
    const meeting = new Meeting();
    meeting.goTo('gather', 3);
    meeting.do({ type: 'repeatSegment' });
    for (const round of [1, 2, 3, 4]) {
      meeting.goTo('gather', round);
      expect(left(meeting)).toBe(4 * minute);
    }
  });
});

describe('bringing everyone', () => {
  it('names the segment the meeting is in and when it was asked', () => {
    const meeting = new Meeting().goTo('wins');
    meeting.do({ type: 'bringEveryone' });
    expect(meeting.stage.brought).toEqual({ at: meeting.now, segment: 'wins' });
  });
});
