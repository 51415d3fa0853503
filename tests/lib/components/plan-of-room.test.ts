import { describe, expect, test } from 'vitest';
import { newRoomSchema } from '../../../src/protocol/http.ts';
import { openingOf } from '../../../src/domain/agenda/opening.ts';
import { planOfRoom } from '../../../src/lib/components/saved/plan-of-room.ts';
import { sameAgain } from '../../../src/lib/components/saved/same-again.ts';
import { recordWith } from '../../support/hostile-record.ts';
import { Meeting, minute } from '../../domain/stage/meeting.ts';

const preReads = [{ title: 'Report', link: '', text: 'What happened' }];
const lens = {
  ...{ id: 'care', name: 'Care', letter: 'C', icon: 'heart' },
  questions: ['Who?', 'What?', 'When?'] as [string, string, string],
};

/** Prepared by hand, begun six minutes late, shortened to its end, and changed again while it ran. */
function shortened(): Meeting {
  const meeting = new Meeting();
  meeting.do({ type: 'putLens', lens });
  meeting.do({ type: 'setGoal', minutes: 66 });
  meeting.do({ type: 'setBuffer', minutes: 6 });
  meeting.do({ type: 'changeSegment', segment: 'gather', change: { lenses: ['user', 'care'] } });
  meeting.do({ type: 'changeSegment', segment: 'wins', change: { minutes: 9, preReads } });
  meeting.do({ type: 'changeSegment', segment: 'close', change: { minutes: 2 } });
  meeting.do({ type: 'setSegmentNotes', segment: 'gather', notes: 'Slowly' });
  meeting.do({ type: 'planStart', start: { at: meeting.now, zone: 'Europe/Berlin' } });
  meeting.pass(16 * minute);
  meeting.do({ type: 'startMeeting', keepEnd: true });
  meeting.do({ type: 'extendTime', minutes: 5 });
  meeting.do({ type: 'removeSegment', segment: 'gather' });
  meeting.do({ type: 'dropLens', lens: 'care' });
  meeting.do({ type: 'duplicateSegment', segment: 'close' });
  meeting.do({ type: 'closeRoom', anyway: true });
  return meeting;
}

describe('the plan of the next room', () => {
  test('is the format as long as nobody has changed it', () => {
    const { stage } = new Meeting({ format: 'sailboat', minutes: 45, people: 6 });
    expect(planOfRoom(stage)).toEqual({
      ...{ format: 'sailboat', minutes: 45, people: 6, named: false, expected: [] },
    });
  });

  test('is the agenda as it is now where it was changed and the meeting never began, with what facilitators noted', () => {
    const meeting = new Meeting();
    meeting.do({ type: 'setSegmentNotes', segment: 'wins', notes: 'Ask Bo first' });
    meeting.do({ type: 'removeSegment', segment: 'follow-up' });
    const plan = planOfRoom(meeting.stage);
    expect(plan.format).toBeUndefined();
    expect(plan.agenda?.segments).toHaveLength(8);
    expect(plan.agenda?.segments.find(({ activity }) => activity === 'wins')?.notes).toBe('Ask Bo first');
  });

  test('is the format also after a late start, a fit and changes in the meeting', () => {
    const meeting = new Meeting();
    meeting.do({ type: 'planStart', start: { at: meeting.now, zone: 'Europe/Berlin' } });
    meeting.pass(6 * minute);
    meeting.do({ type: 'startMeeting', keepEnd: true });
    meeting.do({ type: 'removeSegment', segment: 'vote' });
    meeting.do({ type: 'fitAgenda' });
    meeting.do({ type: 'closeRoom', anyway: true });
    expect(planOfRoom(meeting.stage)).toMatchObject({ format: 'heart-heat', minutes: 60 });
  });

  test('is what was announced, with parts, lenses and notes that went in the meeting, and nothing that came', () => {
    const plan = planOfRoom(shortened().stage);
    expect(plan.minutes).toBe(66);
    expect(plan.agenda?.buffer).toBe(6);
    expect(plan.agenda?.lenses).toEqual([lens]);
    expect(plan.agenda?.segments.map(({ activity, minutes }) => [activity, minutes])).toEqual([
      ...[
        ['check-in', 4],
        ['follow-up', 4],
        ['wins', 9],
        ['gather', 16],
        ['group', 3],
      ],
      ...[
        ['vote', 3],
        ['discuss', 12],
        ['decide', 7],
        ['close', 2],
      ],
    ]);
    expect(plan.agenda?.segments[3]).toMatchObject({ notes: 'Slowly', lenses: ['user', 'care'] });
    const asked = newRoomSchema.parse({ title: 'Next', ...plan });
    expect(openingOf(asked, { fresh: 'x', follows: false }).ok).toBe(true);
  });

  test('asks nobody to read again what the last meeting was about', () => {
    const read = (meeting: Meeting) =>
      planOfRoom(meeting.stage).agenda?.segments.flatMap((one) => one.preReads);
    expect(read(shortened())).toEqual([]);
    const unused = new Meeting();
    unused.do({ type: 'changeSegment', segment: 'wins', change: { minutes: 9, preReads } });
    expect(read(unused)).toEqual([]);
    unused.do({ type: 'changeSegment', segment: 'wins', change: { minutes: 8 } });
    expect(planOfRoom(unused.stage).format).toBe('heart-heat');
  });

  test('is the agenda where facilitators noted something about a format', () => {
    const meeting = new Meeting();
    meeting.do({ type: 'setSegmentNotes', segment: 'wins', notes: 'Ask Bo first' });
    const { format, agenda } = planOfRoom(meeting.stage);
    expect([format, agenda?.segments[2]?.notes]).toEqual([undefined, 'Ask Bo first']);
  });

  test('expects the same people, and says again why each is asked', () => {
    const meeting = new Meeting();
    const people = [
      { name: 'Ana', reason: 'was on call' },
      { name: 'Bo', reason: '' },
    ];
    meeting.do({ type: 'setExpected', people });
    const plan = planOfRoom(meeting.stage);
    expect(plan.expected).toEqual(people);
    expect(newRoomSchema.parse({ title: 'Next', ...plan }).expected).toEqual(people);
  });

  test('of a saved record takes the minutes that were announced, or those of an older record', () => {
    const record = recordWith('x');
    const minutes = { planned: 54, actual: 50, paused: 0 };
    expect(sameAgain({ ...record, minutes: { ...minutes, announced: 60 } }).minutes).toBe(60);
    expect(sameAgain({ ...record, minutes }).minutes).toBe(54);
  });
});
