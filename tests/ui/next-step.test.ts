import { describe, expect, it } from 'vitest';
import { nextStep } from '../../src/lib/components/dock/next-step.ts';
import { Meeting, minute } from '../domain/stage/meeting.ts';

function meetingOf(people: number): Meeting {
  const meeting = new Meeting();
  meeting.joinMany(people);
  return meeting;
}

describe('what the dock offers next', () => {
  it('names the following segment and knows the first', () => {
    const meeting = meetingOf(3).goTo('check-in');
    expect(nextStep(meeting.stage)).toMatchObject({
      ahead: { kind: 'segment', title: 'Follow-up' },
      isFirst: true,
      revealable: null,
    });
    expect(nextStep(meeting.goTo('wins').stage).isFirst).toBe(false);
  });

  it('goes through the rounds before it offers the reveal, and then the next segment', () => {
    const meeting = meetingOf(3).goTo('gather', 3);
    expect(nextStep(meeting.stage)).toMatchObject({ ahead: { kind: 'round' }, isRevealDue: false });
    expect(nextStep(meeting.goTo('gather', 4).stage)).toMatchObject({
      ahead: { kind: 'segment', title: 'Group' },
      isRevealDue: true,
      revealable: 'gather',
    });
  });

  it('keeps the reveal at hand after notes were left hidden, and no longer calls it due once it is done', () => {
    const meeting = meetingOf(3).goTo('discuss');
    expect(nextStep(meeting.stage)).toMatchObject({ isRevealDue: true, revealable: 'gather' });
    meeting.do({ type: 'askReveal', segment: 'gather' });
    expect(nextStep(meeting.stage).isRevealDue).toBe(false);
    meeting.pass(minute);
    expect(nextStep(meeting.stage)).toMatchObject({ isRevealDue: false, revealable: 'gather' });
  });

  it('says when going on would leave notes on the desks, and offers a second reveal only where they are written', () => {
    const meeting = meetingOf(3).goTo('gather', 3);
    expect(nextStep(meeting.stage).leavesHidden).toBe(false);
    expect(nextStep(meeting.goTo('gather', 4).stage)).toMatchObject({
      leavesHidden: true,
      mayRevealAgain: false,
    });
    meeting.do({ type: 'askReveal', segment: 'gather' });
    expect(nextStep(meeting.stage).leavesHidden).toBe(false);
    meeting.pass(minute);
    expect(nextStep(meeting.stage)).toMatchObject({ leavesHidden: false, mayRevealAgain: true });
    expect(nextStep(meeting.goTo('discuss').stage).mayRevealAgain).toBe(false);
  });

  it('ends with the last segment', () => {
    expect(nextStep(meetingOf(3).goTo('close').stage).ahead).toEqual({ kind: 'end' });
  });
});
