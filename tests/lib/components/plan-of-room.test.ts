import { describe, expect, test } from 'vitest';
import { planOfRoom } from '../../../src/lib/components/saved/plan-of-room.ts';
import { Meeting } from '../../domain/stage/meeting.ts';

describe('the plan of the next room', () => {
  test('is the format as long as nobody has changed it', () => {
    const { stage } = new Meeting({ format: 'sailboat', minutes: 45, people: 6 });
    expect(planOfRoom(stage)).toEqual({ format: 'sailboat', minutes: 45, people: 6, named: false });
  });

  test('is the agenda as it is now where it was changed, with what facilitators noted', () => {
    const meeting = new Meeting();
    meeting.do({ type: 'setSegmentNotes', segment: 'wins', notes: 'Ask Bo first' });
    meeting.do({ type: 'removeSegment', segment: 'follow-up' });
    const plan = planOfRoom(meeting.stage);
    expect(plan.format).toBeUndefined();
    expect(plan.agenda?.segments).toHaveLength(8);
    expect(plan.agenda?.segments.find(({ activity }) => activity === 'wins')?.notes).toBe('Ask Bo first');
  });
});
