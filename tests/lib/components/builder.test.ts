/** What the agenda builder works out from the stage. */
import { describe, expect, test } from 'vitest';
import { bufferLeftMs } from '../../../src/domain/stage/budget.ts';
import { changesPlan, fitLateStart, fitPlan, type FittedPlan } from '../../../src/domain/stage/fitting.ts';
import type { StageState } from '../../../src/domain/stage/state.ts';
import { Arranging } from '../../../src/lib/components/agenda/builder/arranging.svelte.ts';
import { fitChanges } from '../../../src/lib/components/agenda/builder/fit-changes.ts';
import { newSegmentFor, placeForNew } from '../../../src/lib/components/agenda/builder/new-part.ts';
import { agendaOf, setAgendaCommand } from '../../../src/lib/components/agenda/builder/room-agenda.ts';
import { bufferWithSpare, totalsOf } from '../../../src/lib/components/agenda/builder/totals.ts';
import { timeRows } from '../../../src/lib/components/agenda/time/time-rows.ts';
import type { RoomView } from '../../../src/lib/room/room-view.svelte.ts';
import { agenda as words } from '../../../src/lib/text/agenda.ts';
import { minutesOf } from '../../../src/lib/text/dates.ts';
import { activities } from '../../../src/protocol/agenda.ts';
import { Meeting, minute } from '../../domain/stage/meeting.ts';
import { roomOf } from './room-of.ts';

const ids = ({ segments }: StageState) => segments.map(({ id }) => id);
function fits(fit: ReturnType<typeof fitPlan>): FittedPlan {
  if (!fit.fits) throw new Error('it does not fit');
  return fit;
}

describe('the total', () => {
  test('counts from the start that was said, else from now, against the goal', () => {
    const meeting = new Meeting();
    expect(totalsOf(meeting.stage, meeting.now)).toMatchObject({ overMs: 0, isFromNow: true });
    const at = meeting.now + 30 * minute;
    meeting.do({ type: 'planStart', start: { at, zone: 'Europe/Berlin' } });
    meeting.do({ type: 'setBuffer', minutes: 2 });
    expect(totalsOf(meeting.stage, meeting.now)).toEqual({
      ...{ totalMs: 62 * minute, overMs: 2 * minute, endsAt: at + 62 * minute, isFromNow: false },
    });
  });

  test('is what was taken and what is left once the meeting runs, and adds up with what it is to take', () => {
    const meeting = new Meeting().goTo('check-in');
    meeting.pass(7 * minute);
    expect(totalsOf(meeting.stage, meeting.now)).toMatchObject({
      ...{ totalMs: 63 * minute, overMs: 3 * minute, endsAt: meeting.now + 56 * minute },
    });
    meeting.do({ type: 'goNext' });
    meeting.do({ type: 'skipSegment' });
    expect(totalsOf(meeting.stage, meeting.now)).toMatchObject({
      ...{ totalMs: 59 * minute, overMs: -minute },
    });
    meeting.pass(30_000);
    meeting.do({ type: 'skipSegment' });
    const { totalMs, overMs } = totalsOf(meeting.stage, meeting.now);
    expect([totalMs / minute, minutesOf(overMs)]).toEqual([51, 9]);
  });

  test('offers to keep free what there is to spare', () => {
    const meeting = new Meeting();
    meeting.do({ type: 'removeSegment', segment: 'wins' });
    meeting.do({ type: 'setBuffer', minutes: 2 });
    expect(bufferWithSpare(meeting.stage, meeting.now)).toBe(8);
  });
});

describe('what making it fit would do', () => {
  test('names what changes, what loses rounds and what goes, and the time kept free', () => {
    const meeting = new Meeting();
    meeting.do({ type: 'setBuffer', minutes: 3 });
    meeting.do({ type: 'setGoal', minutes: 24 });
    const changes = fitChanges(meeting.stage, fits(fitPlan(meeting.stage, meeting.now)), meeting.now);
    expect(changes).toContainEqual({ title: 'Check-in', change: words.fitGone });
    expect(changes).toContainEqual({ title: 'Perspectives', change: '16 → 4 min, 4 → 1 round' });
    expect(changes.at(-1)).toEqual({ title: words.buffer, change: '3 → 0 min' });
    expect(changes.map(({ title }) => title)).not.toContain('Group');
  });

  test('says of a late start only what it takes', () => {
    const meeting = new Meeting();
    meeting.do({ type: 'setGoal', minutes: 66 });
    meeting.do({ type: 'setBuffer', minutes: 6 });
    meeting.do({ type: 'planStart', start: { at: meeting.now, zone: 'UTC' } });
    meeting.pass(4 * minute);
    const fit = fits(fitLateStart(meeting.stage, meeting.now));
    expect(fitChanges(meeting.stage, fit, meeting.now)).toEqual([
      { title: words.buffer, change: '6 → 2 min' },
    ]);
  });
});

describe('what it would do while something runs over', () => {
  test('says of the buffer what would be free beside that', () => {
    const meeting = new Meeting();
    meeting.do({ type: 'setBuffer', minutes: 6, fit: true });
    meeting.goTo('check-in');
    meeting.do({ type: 'setGoal', minutes: 50 });
    meeting.do({ type: 'fitAgenda' });
    meeting.pass(meeting.run('check-in').budgetMs + 2 * minute);
    meeting.do({ type: 'setGoal', minutes: 60 });
    const fit = fits(fitPlan(meeting.stage, meeting.now));
    expect(fitChanges(meeting.stage, fit, meeting.now).at(-1)).toEqual({
      ...{ title: words.buffer, change: '0 → 4 min' },
    });
  });
});

describe('what it would do by seconds only', () => {
  test('is left out', () => {
    const meeting = new Meeting().goTo('check-in');
    meeting.pass(4 * minute + 10_000);
    const fit = fits(fitPlan(meeting.stage, meeting.now));
    expect(changesPlan(meeting.stage, fit)).toBe(true);
    for (const { change } of fitChanges(meeting.stage, fit, meeting.now)) {
      expect(change).not.toMatch(/(?<from>\d+) → \k<from> min/);
    }
  });
});

describe('a part that is added', () => {
  test('can be held as it is, whatever it is about', () => {
    const meeting = new Meeting();
    for (const activity of activities) {
      meeting.do({ type: 'addSegment', segment: newSegmentFor(activity), before: null });
    }
    expect(newSegmentFor('gather')).toMatchObject({ rounds: 4, minutes: 12, policy: 'reveal' });
  });

  test('goes behind the open one, else before the decision and the close, never before what has begun', () => {
    const { stage } = new Meeting();
    expect(placeForNew(stage, null)).toBe('decide');
    expect(placeForNew(stage, 'check-in')).toBe('follow-up');
    expect(placeForNew(stage, 'close')).toBeNull();
    expect(placeForNew(new Meeting().goTo('vote').stage, 'check-in')).toBe('discuss');
  });
});

describe('putting parts in another order', () => {
  test('goes one place up or down, and not past what has begun', async () => {
    const meeting = new Meeting().goTo('wins');
    const arranging = new Arranging(roomOf(meeting));
    expect(await arranging.step('group', -1)).toBe(true);
    expect(ids(meeting.stage).slice(2, 5)).toEqual(['wins', 'group', 'gather']);
    expect(await arranging.step('group', -1)).toBe(false);
    expect(await arranging.step('decide', 1)).toBe(true);
    expect(ids(meeting.stage).slice(-2)).toEqual(['close', 'decide']);
    expect(await arranging.step('decide', 1)).toBe(false);
    expect(arranging.begin('check-in')).toBe(false);
    expect(arranging.begin('vote')).toBe(true);
  });

  test('is not done while there is no connection, not even later', async () => {
    const meeting = new Meeting();
    const room = Object.create(roomOf(meeting), { saving: { value: 'offline' } }) as RoomView;
    const arranging = new Arranging(room);
    expect(arranging.begin('vote')).toBe(false);
    expect(await arranging.step('vote', 1)).toBe(false);
    expect(ids(meeting.stage)).toEqual(ids(new Meeting().stage));
  });
});

describe('the agenda as it is written down', () => {
  test('set again is the same agenda under the same ids', () => {
    const meeting = new Meeting();
    meeting.do({ type: 'setBuffer', minutes: 6 });
    meeting.do({ type: 'setSegmentNotes', segment: 'gather', notes: 'Slowly' });
    const before = meeting.stage;
    meeting.do(setAgendaCommand(agendaOf(before, meeting.now)));
    expect({ ...meeting.stage, rev: 0, agendaBefore: null }).toEqual({ ...before, rev: 0 });
  });

  test('has the minutes that parts to come have now', () => {
    const meeting = new Meeting().goTo('check-in');
    meeting.do({ type: 'extendTime', minutes: 2 });
    const { segments } = agendaOf(meeting.stage, meeting.now);
    const minutes = segments.map((segment) => segment.minutes);
    expect([minutes[0], minutes[6]]).toEqual([4, 10]);
  });

  test('has what is left of the buffer while something runs over, and keeps that when it is set again', () => {
    const meeting = new Meeting();
    meeting.do({ type: 'setBuffer', minutes: 6 });
    meeting.goTo('check-in').pass(6 * minute);
    const agenda = agendaOf(meeting.stage, meeting.now);
    expect(agenda.buffer).toBe(4);
    meeting.do(setAgendaCommand(agenda));
    expect(bufferLeftMs(meeting.stage, meeting.now)).toBe(4 * minute);
  });
});

describe('planned against actual', () => {
  test('goes part by part, pauses left out, and says what was given besides', () => {
    const meeting = new Meeting().goTo('follow-up');
    meeting.pass(2 * minute);
    meeting.do({ type: 'extendTime', minutes: 2 });
    meeting.pass(5 * minute);
    meeting.do({ type: 'pauseClock' });
    meeting.pass(30 * minute);
    const [first, second, third] = timeRows(meeting.stage, meeting.now);
    expect(first).toMatchObject({ actualMs: 0, isOn: false, isOver: false });
    expect(second).toMatchObject({
      ...{ plannedMs: 4 * minute, givenMs: 6 * minute, actualMs: 7 * minute, isOn: true, isOver: true },
    });
    expect(third).toMatchObject({ givenMs: null, actualMs: null });
  });
});
