import { describe, expect, it } from 'vitest';
import { fitLateStart } from '../../../src/domain/stage/fitting.ts';
import { forecastEnd, planEnd } from '../../../src/domain/stage/forecast.ts';
import { announcedEnd, earlinessMs, latenessMs } from '../../../src/domain/stage/lateness.ts';
import { Meeting, minute } from './meeting.ts';
import { late, minutes, overPlan, sum } from './planned.ts';

describe('starting early', () => {
  it('is early where the start that was said is more than ten minutes off, in the lobby alone', () => {
    const meeting = new Meeting();
    const at = meeting.now + 36 * 60 * minute;
    expect(earlinessMs(meeting.stage, meeting.now)).toBe(0);
    meeting.do({ type: 'planStart', start: { at, zone: 'Europe/Berlin' } });
    expect(earlinessMs(meeting.stage, at - 11 * minute)).toBe(11 * minute);
    expect(earlinessMs(meeting.stage, at - 10 * minute)).toBe(0);
    expect(earlinessMs(meeting.stage, at + minute)).toBe(0);
    meeting.do({ type: 'startMeeting' });
    expect(earlinessMs(meeting.stage, meeting.now)).toBe(0);
  });
});

describe('starting late', () => {
  it('is late from a minute on, where a start was said', () => {
    const meeting = late(0);
    meeting.pass(minute - 1);
    expect(latenessMs(meeting.stage, meeting.now)).toBe(0);
    meeting.pass(1);
    expect(latenessMs(meeting.stage, meeting.now)).toBe(minute);
    expect(latenessMs(new Meeting().stage, meeting.now)).toBe(0);
  });

  it('keeps the announced end where that is asked for', () => {
    const meeting = late(6);
    const announced = meeting.now + 54 * minute;
    meeting.do({ type: 'startMeeting', keepEnd: true });
    expect([sum(meeting), meeting.stage.minutes]).toEqual([54, 54]);
    expect([forecastEnd(meeting.stage, meeting.now), planEnd(meeting.stage)]).toEqual([announced, announced]);
    expect(meeting.stage.segments.map((one) => one.minutes)).toEqual(Object.values(minutes(meeting)));
  });

  it('knows the end that was announced, also once that has gone by', () => {
    const meeting = late(90);
    expect(meeting.now - announcedEnd(meeting.stage, meeting.now)).toBe(30 * minute);
    expect(fitLateStart(meeting.stage, meeting.now).fits).toBe(false);
  });

  it('lets the buffer pay first, and shortens nothing where that is enough', () => {
    const meeting = late(4, 6);
    const before = minutes(meeting);
    meeting.do({ type: 'startMeeting', keepEnd: true });
    expect([minutes(meeting), meeting.stage.bufferMs / minute]).toEqual([before, 2]);
    expect(overPlan(meeting)).toBe(0);
  });

  it('moves the end where it is not', () => {
    const meeting = late(6);
    meeting.do({ type: 'startMeeting', keepEnd: false });
    expect([sum(meeting), planEnd(meeting.stage)]).toEqual([60, meeting.now + 60 * minute]);
  });

  it('drops only what was named, and cannot start where nothing is left', () => {
    const meeting = late(36);
    const fit = fitLateStart(meeting.stage, meeting.now);
    expect(fit.fits && fit.dropped).toEqual(['check-in', 'follow-up']);
    expect(meeting.refusal({ type: 'startMeeting', keepEnd: true })).toBe('agenda-too-long');
    meeting.do({ type: 'startMeeting', keepEnd: true, dropping: ['check-in', 'follow-up'] });
    expect([meeting.stage.current, sum(meeting)]).toEqual(['wins', 24]);
    const over = late(70);
    expect(over.refusal({ type: 'startMeeting', keepEnd: true, dropping: [] })).toBe('agenda-too-long');
    expect(over.stage.phase).toBe('lobby');
  });
});
