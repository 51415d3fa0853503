/** Who may be in the room, and who counts. */
import { beforeEach, describe, expect, it } from 'vitest';
import type { StageCommand } from '../../../src/domain/stage/handle.ts';
import { heldCounts, writingSeats } from '../../../src/domain/stage/gathering.ts';
import { raiseSeat, renameSeat, takeSeat } from '../../../src/domain/stage/roster.ts';
import { limits } from '../../../src/protocol/limits.ts';
import { Meeting } from './meeting.ts';

let meeting: Meeting;
beforeEach(() => {
  meeting = new Meeting();
  meeting.join('ana');
});

const standing = (seat: string) => meeting.stage.seats[seat]?.standing;
const refusal = (command: StageCommand) => meeting.refusal(command);

describe('a seat that is removed', () => {
  it('counts no more, keeps its name on the record, and cannot be given a role', () => {
    meeting.do({ type: 'removeSeat', seat: 'ana' });
    expect(meeting.stage.seats['ana']).toMatchObject({ name: 'ana', standing: 'removed' });
    expect(writingSeats(meeting.stage)).toEqual(['mara']);
    expect(refusal({ type: 'setRole', seat: 'ana', role: 'facilitator' })).toBe('bad-input');
    expect(refusal({ type: 'handOver', seat: 'ana' })).toBe('bad-input');
    expect(meeting.do({ type: 'removeSeat', seat: 'ana' })).toEqual([]);
  });

  it('is never one’s own, nor one that is not there', () => {
    for (const seat of ['mara', 'nobody', 'constructor'])
      expect(refusal({ type: 'removeSeat', seat })).toBe('bad-input');
  });

  it('has held no lens where that still decides what stands on notes; what was revealed stays as it was', () => {
    meeting.join('ben');
    meeting.goTo('gather', 4);
    const holders = () => Math.max(...Object.values(heldCounts(meeting.gather)));
    expect(holders()).toBe(3);
    meeting.do({ type: 'removeSeat', seat: 'ben' });
    expect(holders()).toBe(2);
    meeting.do({ type: 'askReveal', segment: 'gather' });
    meeting.pass(limits.revealCountInMs);
    const revealed = meeting.gather;
    meeting.do({ type: 'removeSeat', seat: 'ana' });
    expect(meeting.gather).toEqual(revealed);
  });
});

describe('the door', () => {
  it('open lets everybody in; asked at, newcomers wait and take no part', () => {
    meeting.join('ben');
    meeting.do({ type: 'setDoor', door: 'ask' });
    meeting.join('cem');
    expect([standing('ben'), standing('cem')]).toEqual(['in', 'waiting']);
    expect(writingSeats(meeting.stage)).toEqual(['ana', 'ben', 'mara']);
  });

  it('whoever waits is let in, or leaves nothing behind', () => {
    meeting.do({ type: 'setDoor', door: 'ask' });
    meeting.join('cem');
    meeting.join('dua');
    meeting.do({ type: 'answerKnock', seat: 'cem', admit: true });
    meeting.do({ type: 'answerKnock', seat: 'dua', admit: false });
    expect([standing('cem'), standing('dua')]).toEqual(['in', undefined]);
    expect(refusal({ type: 'answerKnock', seat: 'dua', admit: true })).toBe('conflict');
    expect(refusal({ type: 'answerKnock', seat: 'cem', admit: false })).toBe('conflict');
  });

  it('[DOOR-1] opened again, it lets in whoever waits', () => {
    meeting.do({ type: 'setDoor', door: 'ask' });
    meeting.join('cem');
    meeting.do({ type: 'setDoor', door: 'locked' });
    expect(standing('cem')).toBe('waiting');
    meeting.do({ type: 'setDoor', door: 'open' });
    expect(standing('cem')).toBe('in');
  });

  it('[DOOR-1] is open to facilitators always, also to one who waited as somebody else', () => {
    meeting.do({ type: 'setDoor', door: 'ask' });
    meeting.join('cem');
    meeting.join('zoe', 'facilitator');
    expect(standing('zoe')).toBe('in');
    meeting.emit(raiseSeat(meeting.stage, 'cem', 'facilitator', meeting.now));
    expect(meeting.stage.seats['cem']).toMatchObject({ role: 'facilitator', standing: 'in' });
  });
});

describe('the name of somebody at the door', () => {
  const nameOf = (seat: string) => meeting.stage.seats[seat]?.name;
  const knock = (seat: string, name: string) =>
    meeting.emit(takeSeat(meeting.stage, { seat, name, role: 'participant' }, meeting.now));
  const rename = (seat: string, name: string) => {
    const renamed = renameSeat(meeting.stage, seat, name, meeting.now);
    if (renamed.ok) meeting.emit(renamed.events);
  };
  beforeEach(() => meeting.do({ type: 'setDoor', door: 'ask' }));

  it('[DOOR-6] is the one they gave, also where somebody inside has it, until they are let in', () => {
    knock('cem', 'Ana');
    expect(nameOf('cem')).toBe('Ana');
    rename('cem', 'MARA');
    expect(nameOf('cem')).toBe('MARA');
    meeting.do({ type: 'answerKnock', seat: 'cem', admit: true });
    expect(nameOf('cem')).toBe('MARA 2');
  });

  it('[DOOR-6] gets a number by a facilitator’s link, too, and one each where the door is opened to several', () => {
    knock('cem', 'Ana');
    knock('dua', 'Dua');
    knock('eve', 'Dua');
    meeting.emit(raiseSeat(meeting.stage, 'cem', 'facilitator', meeting.now));
    meeting.do({ type: 'setDoor', door: 'open' });
    expect(['cem', 'dua', 'eve'].map(nameOf)).toEqual(['Ana 2', 'Dua', 'Dua 2']);
  });

  it('[DOOR-6] gives no number to anybody inside, who would learn from it who waits', () => {
    knock('cem', 'Cem');
    rename('ana', 'Cem');
    expect(nameOf('ana')).toBe('Cem');
  });
});

describe('the board', () => {
  it('is locked and opened', () => {
    meeting.do({ type: 'lockBoard', locked: true });
    expect(meeting.stage.boardLockedAt).toBe(meeting.now);
    expect(meeting.do({ type: 'lockBoard', locked: true })).toEqual([]);
    meeting.do({ type: 'lockBoard', locked: false });
    expect(meeting.stage.boardLockedAt).toBeNull();
  });

  it('loses a note that is hidden once; one that is gone already cannot be hidden', () => {
    meeting.notes = new Set(['n1']);
    meeting.do({ type: 'hideNote', note: 'n1' });
    meeting.notes = new Set();
    expect(meeting.stage.hiddenNotes).toEqual(['n1']);
    expect(meeting.do({ type: 'hideNote', note: 'n1' })).toEqual([]);
    expect(refusal({ type: 'hideNote', note: 'n2' })).toBe('conflict');
  });
});
