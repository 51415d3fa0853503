import { describe, expect, it } from 'vitest';
import type { StageCommand } from '../../../src/domain/stage/handle.ts';
import { stageFor } from '../../../src/domain/stage/seen-by.ts';
import type { AgendaSegment } from '../../../src/protocol/agenda.ts';
import type { CommandOf } from '../../../src/protocol/commands.ts';
import { Meeting, minute } from './meeting.ts';

const other: AgendaSegment = {
  ...{ activity: 'talk', title: 'About', question: '', minutes: 8, policy: 'none', lenses: [], rounds: 1 },
  ...{ prompts: [], preReads: [], checkIn: 'none', notes: 'Loudly' },
};
const replace: CommandOf<'setAgenda'> = {
  type: 'setAgenda',
  title: 'Other',
  buffer: 1,
  segments: [other],
};

const undo = (meeting: Meeting) =>
  ({ type: 'undoAgenda', rev: meeting.stage.agendaBefore?.rev ?? 0 }) as const;

/** All that there is of a plan. */
function planOf({ stage }: Meeting) {
  const { title, format, segments, runs, gathers, bufferMs, facilitatorNotes, early, reads } = stage;
  return { title, format, segments, runs, gathers, bufferMs, facilitatorNotes, early, reads };
}

function prepared(): Meeting {
  const meeting = new Meeting();
  meeting.do({ type: 'setBuffer', minutes: 6 });
  const preReads = [{ title: 'Report', link: '', text: 'x' }];
  meeting.do({ type: 'changeSegment', segment: 'gather', change: { preReads } });
  const preRead = meeting.stage.segments.flatMap(({ preReads }) => preReads)[0]?.id ?? '';
  meeting.do({ type: 'markRead', preRead, read: true });
  meeting.do({ type: 'setRoundMode', segment: 'gather', mode: 'distributed' });
  meeting.do({ type: 'setSegmentNotes', segment: 'gather', notes: 'Slowly' });
  meeting.do({ type: 'openEarly', segments: ['wins', 'gather'], until: meeting.now + 60 * minute });
  return meeting;
}

describe('undoing a change of the agenda', () => {
  it('[PLAN-5] brings back all that there was of another one, under the same ids', () => {
    const meeting = prepared();
    const before = planOf(meeting);
    meeting.do(replace);
    expect(meeting.stage).toMatchObject({ title: 'Other', format: 'own', early: null });
    meeting.do(undo(meeting));
    expect(planOf(meeting)).toEqual(before);
  });

  it('[PLAN-5] brings back something to read with the ticks that people had set at it', () => {
    const meeting = prepared();
    const before = planOf(meeting);
    expect(Object.values(before.reads)).toHaveLength(1);
    meeting.do({ type: 'changeSegment', segment: 'gather', change: { preReads: [] } });
    meeting.do(undo(meeting));
    expect(planOf(meeting)).toEqual(before);
  });

  it('[PLAN-5] forgets those ticks once there is no way back to what they were set at', () => {
    const meeting = prepared();
    meeting.do({ type: 'changeSegment', segment: 'gather', change: { preReads: [] } });
    meeting.do({ type: 'changeSegment', segment: 'wins', change: { title: 'Thanks' } });
    expect(meeting.stage.reads).toEqual({});
  });

  it('[PLAN-5] gives parts their minutes, their rounds and the buffer again after they were made to fit', () => {
    const meeting = prepared();
    meeting.do({ type: 'setGoal', minutes: 24 });
    const before = planOf(meeting);
    meeting.do({ type: 'fitAgenda', dropping: meeting.stage.segments.map(({ id }) => id) });
    expect(meeting.stage.segments.length).toBeLessThan(before.segments.length);
    meeting.do(undo(meeting));
    expect(planOf(meeting)).toEqual(before);
  });

  it('[PLAN-5] leaves what has begun where it is', () => {
    const meeting = prepared().goTo('follow-up');
    meeting.pass(9 * minute);
    const before = planOf(meeting);
    meeting.do({ type: 'fitAgenda' });
    expect(planOf(meeting)).not.toEqual(before);
    meeting.pass(minute);
    meeting.do(undo(meeting));
    expect(planOf(meeting)).toEqual(before);
  });

  it('[PLAN-5] is refused once the agenda has changed again, by whomever', () => {
    const changes: readonly StageCommand[] = [
      { type: 'changeSegment', segment: 'wins', change: { title: 'Thanks' } },
      { type: 'setSegmentNotes', segment: 'wins', notes: 'Briefly' },
      { type: 'setBuffer', minutes: 2 },
      { type: 'setGoal', minutes: 90 },
      { type: 'startMeeting' },
    ];
    for (const change of changes) {
      const meeting = prepared();
      meeting.do({ type: 'removeSegment', segment: 'vote' });
      const command = undo(meeting);
      meeting.do(change);
      expect(meeting.refusal(command), change.type).toBe('agenda-changed');
    }
  });

  it('[PLAN-5] is not refused for what is not about the agenda', () => {
    const meeting = prepared();
    const before = planOf(meeting);
    meeting.do(replace);
    const command = undo(meeting);
    meeting.join('zoe');
    meeting.do({ type: 'setDoor', door: 'ask' });
    meeting.do(command);
    expect(planOf(meeting)).toEqual(before);
    expect(meeting.refusal(command)).toBe('agenda-changed');
  });

  it('[PLAN-5] opens no early window again that somebody has opened or ended since', () => {
    const meeting = prepared();
    meeting.do({ type: 'removeSegment', segment: 'gather' });
    meeting.do({ type: 'closeEarly' });
    meeting.do(undo(meeting));
    expect(meeting.stage.early).toBeNull();
  });

  it('[PLAN-5] takes no part away that has notes on the board by now', () => {
    const meeting = prepared();
    meeting.do(replace);
    meeting.written = new Set(meeting.stage.segments.map(({ id }) => id));
    expect(meeting.refusal(undo(meeting))).toBe('segment-written');
  });

  it('is sent to nobody with a whole stage', () => {
    const meeting = prepared();
    meeting.do(replace);
    expect(stageFor('facilitator', meeting.stage).agendaBefore).toBeNull();
    expect(JSON.stringify(stageFor('participant', meeting.stage))).not.toContain('Slowly');
  });
});
