import { describe, expect, it } from 'vitest';
import { nextAlarm } from '../../../src/domain/stage/alarms.ts';
import { isAhead, isEarly } from '../../../src/domain/stage/before.ts';
import type { Segment } from '../../../src/domain/agenda/segment.ts';
import { limits } from '../../../src/protocol/limits.ts';
import { Meeting, minute, openedAt } from './meeting.ts';

const hour = 60 * minute;
const zone = 'Europe/Berlin';

/** The whole agenda is set anew with one segment changed. */
function change(meeting: Meeting, id: string, changes: Partial<Segment> | null): void {
  const { bufferMs, title } = meeting.stage;
  const segments = meeting.stage.segments.flatMap((segment) => {
    if (segment.id !== id) return [segment];
    return changes === null ? [] : [{ ...segment, ...changes }];
  });
  meeting.emit([{ at: meeting.now, type: 'agendaSet', segments, budgets: {}, bufferMs, title }]);
}

describe('the planned start', () => {
  it('is set with its time zone, moved, and taken away again', () => {
    const meeting = new Meeting();
    const start = { at: openedAt + 26 * hour, zone };
    expect(meeting.do({ type: 'planStart', start })).toEqual(['startPlanned']);
    expect(meeting.stage.plannedStart).toEqual(start);
    expect(meeting.do({ type: 'planStart', start })).toEqual([]);
    meeting.do({ type: 'planStart', start: { ...start, zone: 'UTC' } });
    expect(meeting.stage.plannedStart?.zone).toBe('UTC');
    meeting.do({ type: 'planStart', start: null });
    expect(meeting.stage.plannedStart).toBeNull();
  });

  it.each(['Mars/Olympus', '+02:00', '+0200', '-03', 'x'.repeat(64), '__proto__'])(
    'is refused in %s, which is no time zone',
    (odd) => {
      const start = { at: openedAt + hour, zone: odd };
      expect(new Meeting().refusal({ type: 'planStart', start })).toBe('bad-input');
    },
  );

  it('may have gone by a moment ago, but lies neither days back nor years ahead', () => {
    const refusal = (at: number) =>
      new Meeting().refusal({ type: 'planStart', start: { at: openedAt + at, zone } });
    expect(refusal(-6 * minute)).toBeNull();
    expect(refusal(-limits.plannedBackMs - 1)).toBe('bad-input');
    expect(refusal(limits.plannedAheadMs)).toBeNull();
    expect(refusal(limits.plannedAheadMs + 1)).toBe('bad-input');
  });
});

describe('the people who are expected', () => {
  it('are replaced as a whole', () => {
    const meeting = new Meeting();
    const people = [{ name: 'Ana', reason: 'She was on call' }];
    expect(meeting.do({ type: 'setExpected', people })).toEqual(['expectedSet']);
    expect(meeting.do({ type: 'setExpected', people })).toEqual([]);
    meeting.do({ type: 'setExpected', people: [{ name: 'Bo', reason: '' }] });
    expect(meeting.stage.expected).toEqual([{ name: 'Bo', reason: '' }]);
  });
});

describe('a tick at a pre-read', () => {
  const preReads = [{ id: 'p1', title: 'The incident', link: 'https://example.org/1', text: '' }];

  it('[BEFORE-1] is one’s own, once, and can be taken off', () => {
    const meeting = new Meeting();
    change(meeting, 'gather', { preReads });
    for (const seat of ['mara', 'ana', 'ana'])
      meeting.ask({ type: 'markRead', preRead: 'p1', read: true }, { seat, role: 'participant' });
    expect(meeting.stage.reads).toEqual({ p1: ['mara', 'ana'] });
    expect(meeting.do({ type: 'markRead', preRead: 'p1', read: false })).toEqual(['preReadMarked']);
    expect(meeting.stage.reads).toEqual({ p1: ['ana'] });
  });

  it.each(['p2', 'constructor', '__proto__'])('is refused for %s, which nobody has put there', (preRead) => {
    const meeting = new Meeting();
    change(meeting, 'gather', { preReads });
    expect(meeting.refusal({ type: 'markRead', preRead, read: true })).toBe('conflict');
  });
});

describe('the early window', () => {
  const until = openedAt + 5 * hour;
  const openEarly = (...segments: readonly string[]) => ({
    type: 'openEarly' as const,
    segments: [...segments],
    until,
  });

  it('opens for parts with notes, in the order of the agenda', () => {
    const meeting = new Meeting();
    expect(meeting.do(openEarly('gather', 'wins', 'wins'))).toEqual(['earlyOpened']);
    expect(meeting.stage.early).toEqual({ segments: ['wins', 'gather'], until });
    expect(meeting.do(openEarly('wins', 'gather'))).toEqual([]);
    expect(isEarly(meeting.stage, 'wins', until - 1)).toBe(true);
    expect(isEarly(meeting.stage, 'wins', until)).toBe(false);
    expect(isEarly(meeting.stage, 'close', until - 1)).toBe(false);
  });

  it.each(['check-in', 'vote', 'close', 'nowhere', 'constructor'])('does not open for %s', (segment) => {
    expect(new Meeting().refusal(openEarly('wins', segment))).toBe('bad-input');
  });

  it('does not open for a part whose notes are switched off', () => {
    const meeting = new Meeting();
    change(meeting, 'wins', { policy: 'none' });
    expect(meeting.refusal(openEarly('wins'))).toBe('bad-input');
  });

  it('ends in the future, and not years ahead', () => {
    const refusal = (at: number) =>
      new Meeting().refusal({ type: 'openEarly', segments: ['wins'], until: openedAt + at });
    expect(refusal(0)).toBe('bad-input');
    expect(refusal(1)).toBeNull();
    expect(refusal(limits.plannedAheadMs + 1)).toBe('bad-input');
  });

  it('[EARLY-1] ends by itself when its time has come, once', () => {
    const meeting = new Meeting();
    meeting.do(openEarly('wins'));
    expect(nextAlarm(meeting.stage)).toBe(until);
    meeting.pass(5 * hour - 1);
    expect(meeting.stage.early).not.toBeNull();
    meeting.pass(2 * hour);
    expect(meeting.stage.early).toBeNull();
    expect(meeting.events.filter(({ type }) => type === 'earlyClosed')).toEqual([
      { at: until, type: 'earlyClosed' },
    ]);
    expect(nextAlarm(meeting.stage)).toBeNull();
  });

  it('[EARLY-1] ends when the facilitator closes it, when the meeting starts, and with the room', () => {
    for (const command of [
      { type: 'closeEarly' },
      { type: 'startMeeting' },
      { type: 'closeRoom', anyway: true, why: 'enough' },
    ] as const) {
      const meeting = new Meeting();
      meeting.do(openEarly('wins'));
      meeting.do(command);
      expect(meeting.stage.early, command.type).toBeNull();
    }
  });

  it('is moved by opening it again', () => {
    const meeting = new Meeting();
    meeting.do(openEarly('wins'));
    meeting.do({ type: 'openEarly', segments: ['gather'], until: until + hour });
    expect(meeting.stage.early).toEqual({ segments: ['gather'], until: until + hour });
    expect(meeting.do({ type: 'closeEarly' })).toEqual(['earlyClosed']);
    expect(meeting.do({ type: 'closeEarly' })).toEqual([]);
  });

  it('loses the parts that leave the agenda, or have no notes any more, and closes with the last', () => {
    const meeting = new Meeting();
    meeting.do(openEarly('wins', 'gather'));
    change(meeting, 'wins', { activity: 'talk', policy: 'none' });
    expect(meeting.stage.early?.segments).toEqual(['gather']);
    change(meeting, 'gather', null);
    expect(meeting.stage.early).toBeNull();
  });

  it('[EARLY-2] leaves a part ahead, also after it has ended, until the meeting has been there', () => {
    const meeting = new Meeting();
    expect(isAhead(meeting.stage, 'wins')).toBe(false);
    meeting.do(openEarly('wins'));
    meeting.do({ type: 'openEarly', segments: ['gather'], until });
    meeting.pass(6 * hour);
    meeting.do({ type: 'startMeeting' });
    expect([isAhead(meeting.stage, 'wins'), isAhead(meeting.stage, 'gather')]).toEqual([true, true]);
    meeting.goTo('wins');
    expect([isAhead(meeting.stage, 'wins'), isAhead(meeting.stage, 'gather')]).toEqual([false, true]);
    meeting.do({ type: 'goBack' });
    expect(isAhead(meeting.stage, 'wins')).toBe(false);
  });

  it('[NOTE-6] a lens that was chosen there does not count as held: three holders are needed all the same', () => {
    const meeting = new Meeting({ people: 3 });
    meeting.joinMany(1);
    meeting.do(openEarly('gather'));
    meeting.lensesWritten.add('security');
    meeting.goTo('gather', 4);
    meeting.do({ type: 'askReveal', segment: 'gather' });
    meeting.pass(10_000);
    expect(meeting.gather.reveal).toMatchObject({ kind: 'revealed', shown: [] });
  });
});

describe('who is counted among those who write ahead', () => {
  const counted = ({ stage }: Meeting) => [...stage.writersAhead].sort();
  const opened = (writes = true) => {
    const meeting = new Meeting();
    meeting.joinMany(2);
    meeting.join('obi', 'observer');
    meeting.do({ type: 'setFacilitatorWrites', writes });
    meeting.do({ type: 'openEarly', segments: ['gather'], until: meeting.now + hour });
    return meeting;
  };

  it('is whoever writes while people may write ahead, also those who come later', () => {
    expect(counted(new Meeting())).toEqual([]);
    const meeting = opened();
    expect(counted(meeting)).toEqual(['ana', 'ben', 'mara']);
    meeting.join('cem');
    expect(counted(meeting)).toEqual(['ana', 'ben', 'cem', 'mara']);
    meeting.do({ type: 'closeEarly' });
    meeting.join('dua');
    expect(counted(meeting)).not.toContain('dua');
  });

  it('stays who it was, whatever role they get', () => {
    const meeting = opened(false);
    expect(counted(meeting)).toEqual(['ana', 'ben']);
    meeting.do({ type: 'setRole', seat: 'ana', role: 'facilitator' });
    meeting.do({ type: 'closeEarly' });
    meeting.do({ type: 'openEarly', segments: ['wins'], until: meeting.now + hour });
    expect(counted(meeting)).toEqual(['ana', 'ben']);
    meeting.do({ type: 'handOver', seat: 'ben' });
    expect(counted(meeting)).toEqual(['ana', 'ben', 'mara']);
  });
});
