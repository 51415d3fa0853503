/** What was announced when a meeting began, whatever becomes of its plan. */
import { describe, expect, it } from 'vitest';
import type { StageEvent } from '../../../src/domain/stage/events.ts';
import { removedSinceStart } from '../../../src/domain/stage/announced.ts';
import { initialStage } from '../../../src/domain/stage/initial-stage.ts';
import { reduceAll } from '../../../src/domain/stage/reduce.ts';
import type { StageState } from '../../../src/domain/stage/state.ts';
import type { SegmentDraft } from '../../../src/protocol/agenda.ts';
import { Meeting, minute } from './meeting.ts';

const minutesOf = ({ segments }: Pick<StageState, 'segments'>) =>
  Object.fromEntries(segments.map(({ id, minutes }) => [id, minutes]));
const talk: SegmentDraft = {
  ...{ activity: 'talk', title: 'Guests', question: '', minutes: 5, policy: 'none' },
  ...{ lenses: [], rounds: 1, prompts: [], preReads: [], checkIn: 'none' },
};

/** To begin now, with six minutes free; then it is so late. */
function late(ms: number): Meeting {
  const meeting = new Meeting();
  meeting.do({ type: 'setBuffer', minutes: 6 });
  meeting.do({ type: 'setGoal', minutes: 66 });
  meeting.do({ type: 'planStart', start: { at: meeting.now, zone: 'Europe/Berlin' } });
  meeting.pass(ms);
  return meeting;
}

describe('[PLAN-6] the plan as announced', () => {
  it('is not known before the meeting begins', () => {
    expect(late(0).stage.announced).toBeNull();
  });

  it('is the plan before anything was changed for a late start, and its end is the one that was said', () => {
    const meeting = late(16 * minute);
    const before = meeting.stage;
    const end = meeting.now + 50 * minute;
    expect(meeting.do({ type: 'startMeeting', keepEnd: true })).toEqual([
      ...['meetingStarted', 'goalSet', 'agendaSet', 'segmentEntered'],
    ]);
    expect([meeting.stage.minutes, meeting.stage.bufferMs]).toEqual([50, 0]);
    expect(minutesOf(meeting.stage)).not.toEqual(minutesOf(before));
    const announced = { format: 'heart-heat', minutes: 66, bufferMs: 6 * minute, endsAt: end };
    expect(meeting.stage.announced).toMatchObject(announced);
    expect(meeting.stage.announced?.segments).toEqual(before.segments);
  });

  it('ends when it was said to also where the end moves', () => {
    const meeting = late(16 * minute);
    meeting.do({ type: 'startMeeting', keepEnd: false });
    expect(meeting.stage.announced?.endsAt).toBe(meeting.now + 50 * minute);
  });

  it('counts from the start where none was planned', () => {
    const meeting = new Meeting();
    meeting.pass(9 * minute);
    meeting.do({ type: 'startMeeting' });
    expect(meeting.stage.announced?.endsAt).toBe(meeting.now + 60 * minute);
  });

  it('stays through every change, a fit, more time, the closing and a second opening', () => {
    const meeting = late(0).goTo('check-in');
    const { announced } = meeting.stage;
    meeting.do({ type: 'extendTime', minutes: 5 });
    meeting.do({ type: 'setBuffer', minutes: 2 });
    meeting.do({ type: 'setGoal', minutes: 50 });
    meeting.do({ type: 'addSegment', segment: talk, before: 'wins' });
    meeting.do({ type: 'removeSegment', segment: 'vote' });
    meeting.do({ type: 'fitAgenda' });
    meeting.do({ type: 'closeRoom', anyway: true });
    meeting.do({ type: 'reopenRoom' });
    expect(meeting.stage.announced).toBe(announced);
    expect(meeting.stage.segments.find(({ id }) => id === 'gather')?.minutes).toBeLessThan(16);
    expect(removedSinceStart(meeting.stage).map(({ id }) => id)).toEqual(['vote']);
    meeting.do({ type: 'restoreSegment', segment: 'vote', before: null });
    expect(removedSinceStart(meeting.stage)).toEqual([]);
  });

  it('keeps what facilitators noted about a part that goes, and nothing to read', () => {
    const meeting = new Meeting();
    const preReads = [{ title: 'Report', link: '', text: 'x' }];
    meeting.do({ type: 'changeSegment', segment: 'wins', change: { preReads } });
    for (const segment of ['vote', 'group'])
      meeting.do({ type: 'setSegmentNotes', segment, notes: `About ${segment}` });
    meeting.do({ type: 'removeSegment', segment: 'group' });
    meeting.goTo('check-in');
    meeting.do({ type: 'removeSegment', segment: 'vote' });
    expect(meeting.stage.facilitatorNotes).toEqual({ vote: 'About vote' });
    expect(meeting.stage.announced?.segments.flatMap((segment) => segment.preReads)).toEqual([]);
  });

  it('is of an older room what it had when its start was stored, after what a late start had changed', () => {
    const meeting = late(16 * minute);
    meeting.do({ type: 'startMeeting', keepEnd: true });
    const [started, ...replanned] = meeting.events.slice(-4) as [StageEvent, ...StageEvent[]];
    const older = [
      ...meeting.events.slice(0, -4),
      ...replanned.slice(0, 2),
      { at: started.at, type: 'meetingStarted' } as const,
      ...replanned.slice(2),
    ];
    const stage = reduceAll(initialStage(), older);
    for (const key of ['rev', 'minutes', 'bufferMs', 'segments', 'runs', 'clock'] as const)
      expect(stage[key]).toEqual(meeting.stage[key]);
    expect(stage.announced).toMatchObject({ minutes: 50, endsAt: meeting.stage.announced?.endsAt });
    expect(minutesOf(stage.announced ?? { segments: [] })).toEqual(minutesOf(stage));
  });
});
