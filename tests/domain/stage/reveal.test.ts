import { describe, expect, it } from 'vitest';
import { completeReveal, dueReveal, nextAlarm, ringBell } from '../../../src/domain/stage/alarms.ts';
import { countingUntil, heldCounts } from '../../../src/domain/stage/gathering.ts';
import { limits } from '../../../src/protocol/limits.ts';
import { Meeting, minute } from './meeting.ts';

const ask = { type: 'askReveal', segment: 'gather' } as const;
const cancel = { type: 'cancelReveal', segment: 'gather' } as const;

function group(size: number, plan = {}): Meeting {
  const meeting = new Meeting(plan);
  meeting.joinMany(size - 1);
  return meeting;
}

describe('a reveal', () => {
  it('is too early before the last round has begun', () => {
    const meeting = group(4);
    expect(meeting.refusal(ask)).toBe('reveal-too-early');
    for (const round of [1, 2, 3]) {
      meeting.goTo('gather', round);
      expect(meeting.refusal(ask)).toBe('reveal-too-early');
    }
    meeting.goTo('gather', 4);
    expect(meeting.do(ask)).toEqual(['revealAsked']);
  });

  it('comes three seconds after it was asked for, all at once', () => {
    const meeting = group(4).goTo('gather', 4);
    meeting.do(ask);
    expect(meeting.gather.reveal).toEqual({ kind: 'counting', revealAt: meeting.now + 3000 });
    meeting.pass(limits.revealCountInMs - 1);
    expect(meeting.gather.reveal.kind).toBe('counting');
    meeting.pass(1);
    expect(meeting.gather.reveal).toMatchObject({ kind: 'revealed', at: meeting.now, againAt: null });
  });

  it('can be cancelled until then, and not afterwards', () => {
    const meeting = group(4).goTo('gather', 4);
    expect(meeting.refusal(cancel)).toBe('wrong-moment');
    meeting.do(ask);
    meeting.pass(2000);
    meeting.do(cancel);
    expect(meeting.gather.reveal).toEqual({ kind: 'hidden' });
    meeting.do(ask);
    meeting.now += 3000;
    expect(meeting.refusal(cancel)).toBe('wrong-moment');
    meeting.alarm();
    expect(meeting.gather.reveal.kind).toBe('revealed');
    expect(meeting.refusal(cancel)).toBe('wrong-moment');
  });

  it('is asked for once at a time', () => {
    const meeting = group(4).goTo('gather', 4);
    meeting.do(ask);
    expect(meeting.refusal(ask)).toBe('wrong-moment');
  });

  it('goes on counting when the meeting moves on or back meanwhile', () => {
    for (const type of ['goNext', 'goBack', 'skipSegment'] as const) {
      const meeting = group(4).goTo('gather', 4);
      meeting.do(ask);
      meeting.do({ type });
      meeting.pass(3000);
      expect(meeting.gather.reveal.kind).toBe('revealed');
    }
  });

  it('is called off when the rounds begin again', () => {
    const meeting = group(4).goTo('gather', 4);
    meeting.do(ask);
    expect(meeting.do({ type: 'repeatSegment' })).toContain('revealCancelled');
    meeting.pass(3000);
    expect(meeting.gather.reveal.kind).toBe('hidden');
    expect(meeting.refusal(ask)).toBe('reveal-too-early');
  });

  it('is possible when the segment was left early, and then no further round is held', () => {
    const meeting = group(4).goTo('gather', 2);
    meeting.do({ type: 'skipSegment' });
    meeting.do(ask);
    meeting.pass(3000);
    expect(meeting.gather.reveal.kind).toBe('revealed');
    meeting.do({ type: 'goBack' });
    expect(meeting.gather.rounds).toHaveLength(2);
    meeting.do({ type: 'goNext' });
    expect(meeting.stage.current).toBe('group');
  });

  it('asked for after leaving early is called off by another round', () => {
    const meeting = group(4).goTo('gather', 2);
    meeting.do({ type: 'skipSegment' });
    meeting.do(ask);
    meeting.do({ type: 'goBack' });
    expect(meeting.do({ type: 'goNext' })).toEqual(['revealCancelled', 'roundStarted']);
    meeting.pass(3000);
    expect(meeting.gather.reveal.kind).toBe('hidden');
  });

  it('is too early again after going back out of an early round', () => {
    const meeting = group(4).goTo('gather', 2);
    meeting.do({ type: 'goBack' });
    expect(meeting.refusal(ask)).toBe('reveal-too-early');
  });

  it('can be repeated for notes written since; what is on the board stays there meanwhile', () => {
    const meeting = group(4).goTo('gather', 4);
    meeting.do(ask);
    meeting.pass(3000);
    const first = meeting.now;
    meeting.pass(minute);
    meeting.do(ask);
    expect(meeting.gather.reveal).toMatchObject({ kind: 'revealed', at: first, againAt: meeting.now + 3000 });
    expect(countingUntil(meeting.gather)).toBe(meeting.now + 3000);
    meeting.do(cancel);
    expect(meeting.gather.reveal).toMatchObject({ kind: 'revealed', at: first, againAt: null });
    meeting.do(ask);
    meeting.pass(3000);
    expect(meeting.gather.reveal).toMatchObject({ kind: 'revealed', at: meeting.now, againAt: null });
  });

  it('exists only where notes are hidden', () => {
    const meeting = group(4).goTo('gather', 4);
    expect(meeting.refusal({ type: 'askReveal', segment: 'wins' })).toBe('bad-input');
    expect(meeting.refusal({ type: 'askReveal', segment: 'constructor' })).toBe('bad-input');
    expect(meeting.refusal({ type: 'cancelReveal', segment: 'toString' })).toBe('bad-input');
  });

  it('of prompts is possible in their only round', () => {
    const meeting = group(4, { format: 'start-stop-continue' });
    expect(meeting.refusal(ask)).toBe('reveal-too-early');
    meeting.goTo('gather');
    meeting.do(ask);
    meeting.pass(3000);
    expect(meeting.gather.reveal).toMatchObject({ kind: 'revealed', shown: [], unanswered: [] });
  });
});

describe('[NOTE-6] small numbers', () => {
  const reveal = (meeting: Meeting) => {
    meeting.goTo('gather', meeting.gather.roundsDue);
    meeting.do(ask);
    meeting.pass(3000);
    const { reveal } = meeting.gather;
    return reveal.kind === 'revealed' ? reveal : null;
  };

  it('hide a lens that fewer than three seats have held', () => {
    expect(reveal(group(2))?.shown).toEqual([]);
    expect(reveal(group(3))?.shown).toEqual(['user', 'oncall', 'product', 'security']);
  });

  it('count seats, not rounds', () => {
    const meeting = group(2).goTo('gather', 4);
    meeting.do({ type: 'repeatSegment' });
    expect(reveal(meeting)?.shown).toEqual([]);
    expect(heldCounts(meeting.gather)).toEqual({ user: 2, oncall: 2, product: 2, security: 2 });
  });

  it('forget nobody who held a lens before the rounds were repeated', () => {
    const meeting = group(2).goTo('gather', 4);
    for (const seat of ['mara', 'ana']) meeting.leave(seat);
    for (const seat of ['eva', 'fin']) meeting.join(seat);
    meeting.do({ type: 'repeatSegment' });
    meeting.goTo('gather', 4);
    expect(heldCounts(meeting.gather)).toEqual({ user: 4, oncall: 4, product: 4, security: 4 });
    expect(reveal(meeting)?.shown).toHaveLength(4);
  });

  it('show only some lenses where rounds were few', () => {
    const meeting = group(5, { minutes: 30 });
    meeting.goTo('gather', 2);
    const enough = Object.entries(heldCounts(meeting.gather)).filter(([, count]) => count >= 3);
    const shown = reveal(meeting)?.shown;
    expect(new Set(shown)).toEqual(new Set(enough.map(([lens]) => lens)));
    expect(shown?.length).toBeLessThan(4);
  });

  it('never name a hidden lens as unanswered', () => {
    expect(reveal(group(2))?.unanswered).toEqual([]);
  });
});

describe('a lens that nobody wrote for', () => {
  it('is a finding', () => {
    const meeting = group(4).goTo('gather', 4);
    meeting.lensesWritten.add('user').add('product');
    meeting.do(ask);
    meeting.pass(3000);
    expect(meeting.gather.reveal).toMatchObject({ unanswered: ['oncall', 'security'] });
  });

  it('is none any more when somebody wrote for it later; one answered stays answered', () => {
    const meeting = group(4).goTo('gather', 4);
    meeting.lensesWritten.add('user').add('product');
    meeting.do(ask);
    meeting.pass(3000);
    meeting.lensesWritten.clear();
    meeting.lensesWritten.add('oncall');
    meeting.do(ask);
    meeting.pass(3000);
    expect(meeting.gather.reveal).toMatchObject({ unanswered: ['security'] });
  });
});

describe('a lens that was hidden at the first reveal', () => {
  it('is not called unanswered later, since notes without a lens may belong to it', () => {
    const meeting = group(2).goTo('gather', 4);
    meeting.lensesWritten.add('security');
    meeting.do(ask);
    meeting.pass(3000);
    expect(meeting.gather.reveal).toMatchObject({ shown: [], unanswered: [] });
    meeting.joinMany(4);
    meeting.do({ type: 'repeatSegment' });
    meeting.goTo('gather', 4);
    meeting.lensesWritten.clear();
    meeting.do(ask);
    meeting.pass(3000);
    expect(meeting.gather.reveal).toMatchObject({
      shown: expect.arrayContaining(['security']) as unknown,
      unanswered: [],
    });
  });
});

describe('what the server does by itself', () => {
  it('is nothing in a lobby, during a pause and in a closed room', () => {
    const meeting = group(4);
    expect(nextAlarm(meeting.stage)).toBeNull();
    meeting.do({ type: 'startMeeting' });
    expect(nextAlarm(meeting.stage)).toBe(meeting.now + 4 * minute);
    meeting.do({ type: 'pauseClock' });
    expect(nextAlarm(meeting.stage)).toBeNull();
    meeting.do({ type: 'closeRoom', anyway: false });
    expect(nextAlarm(meeting.stage)).toBeNull();
    expect(ringBell(meeting.stage, meeting.now)).toEqual([]);
    expect(completeReveal(meeting.stage, meeting.now, { lensesWritten: new Set() })).toEqual([]);
  });

  it('comes when it is due and not before, reveal or bell, whichever is first', () => {
    const meeting = group(4).goTo('gather', 4);
    meeting.pass(4 * minute - 1000);
    meeting.do(ask);
    expect(nextAlarm(meeting.stage)).toBe(meeting.now + 1000);
    expect(ringBell(meeting.stage, meeting.now + 999)).toEqual([]);
    meeting.pass(1000);
    expect(meeting.events.at(-1)?.type).toBe('bellRang');
    expect(nextAlarm(meeting.stage)).toBe(meeting.now + 2000);
    expect(dueReveal(meeting.stage, meeting.now + 1999)).toBeNull();
    expect(dueReveal(meeting.stage, meeting.now + 2000)).toBe('gather');
  });

  it('is caught up after a restart, once', () => {
    const meeting = group(4).goTo('gather', 4);
    meeting.do(ask);
    meeting.now += 60 * minute;
    meeting.alarm();
    meeting.alarm();
    const types = meeting.events.slice(-2).map(({ type }) => type);
    expect(types).toEqual(['notesRevealed', 'bellRang']);
    expect(nextAlarm(meeting.stage)).toBeNull();
  });
});
