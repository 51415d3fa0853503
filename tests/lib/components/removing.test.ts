import { afterEach, describe, expect, test } from 'vitest';
import { takeOff } from '../../../src/lib/components/agenda/builder/removing.ts';
import { hideToast, toasts } from '../../../src/lib/ui/toasts.svelte.ts';
import { Meeting, minute } from '../../domain/stage/meeting.ts';
import { roomOf } from './room-of.ts';

afterEach(hideToast);

const gather = { id: 'gather', title: 'Gather' };
const ids = (meeting: Meeting) => meeting.stage.segments.map(({ id }) => id);

function prepared(): Meeting {
  const meeting = new Meeting();
  meeting.do({ type: 'setSegmentNotes', segment: 'gather', notes: 'Slowly' });
  meeting.do({ type: 'setRoundMode', segment: 'gather', mode: 'distributed' });
  meeting.do({ type: 'openEarly', segments: ['wins', 'gather'], until: meeting.now + minute });
  return meeting;
}

/** Whatever was asked is done. */
async function undo(): Promise<void> {
  toasts.current?.action?.run();
  await new Promise((resolve) => setTimeout(resolve));
}

describe('a part that was taken off', () => {
  test('comes back where it was, with all there was of it', async () => {
    const meeting = prepared();
    const before = meeting.stage;
    expect(await takeOff(roomOf(meeting), gather)).toBe(true);
    expect(ids(meeting)).not.toContain('gather');
    await undo();
    expect(meeting.stage).toEqual({
      ...before,
      rev: meeting.stage.rev,
      agendaBefore: meeting.stage.agendaBefore,
    });
  });

  test('has the share of the time that it had before when all is made to fit again', async () => {
    const minutesAgain = (meeting: Meeting) => {
      meeting.do({ type: 'setGoal', minutes: 60 });
      meeting.do({ type: 'fitAgenda' });
      return meeting.stage.segments.map(({ minutes }) => minutes);
    };
    const fitted = () => {
      const meeting = new Meeting();
      meeting.do({ type: 'setGoal', minutes: 40 });
      meeting.do({ type: 'fitAgenda', dropping: ids(meeting) });
      return meeting;
    };
    const meeting = fitted();
    await takeOff(roomOf(meeting), gather);
    await undo();
    expect(minutesAgain(meeting)).toEqual(minutesAgain(fitted()));
  });

  test('comes back with its notes and its early window also where the agenda has changed since', async () => {
    const meeting = prepared();
    const before = ids(meeting);
    await takeOff(roomOf(meeting), gather);
    meeting.do({ type: 'changeSegment', segment: 'wins', change: { title: 'Thanks' } });
    await undo();
    expect(ids(meeting)).toEqual(before);
    expect(meeting.stage.segments.some(({ title }) => title === 'Thanks')).toBe(true);
    expect(meeting.stage.facilitatorNotes).toEqual({ gather: 'Slowly' });
    expect(meeting.stage.early?.segments).toEqual(['wins', 'gather']);
  });

  test('says so, and what follows comes only once it is back', async () => {
    const meeting = prepared();
    const focused: string[] = [];
    await takeOff(roomOf(meeting), gather, () => Promise.resolve(void focused.push('gather')));
    expect([toasts.current?.words, focused]).toEqual(['Gather is off the agenda.', []]);
    await undo();
    expect(focused).toEqual(['gather']);
  });
});
