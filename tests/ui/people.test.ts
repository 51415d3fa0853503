import { describe, expect, it } from 'vitest';
import { isAnonymityWeak } from '../../src/lib/components/gather/few-writers.ts';
import { initials, peopleOf, readiness, waitingAtDoor } from '../../src/lib/components/room/people.ts';
import type { Presence } from '../../src/protocol/stage-wire.ts';
import { Meeting } from '../domain/stage/meeting.ts';

function presenceOf(meeting: Meeting, ready: readonly string[] = []): Presence {
  return Object.keys(meeting.stage.seats).map((seat) => ({
    seat,
    connected: meeting.connected.has(seat),
    ready: ready.includes(seat),
    lookingAt: null,
    hand: null,
    holding: [],
    needsMinute: false,
  }));
}

describe('people in the bar', () => {
  it('stand facilitators first, then by name, and those who left last', () => {
    const meeting = new Meeting();
    meeting.joinMany(3);
    meeting.leave('ana');
    const names = peopleOf(meeting.stage, presenceOf(meeting)).map((person) => person.name);
    expect(names).toEqual(['mara', 'ben', 'cem', 'ana']);
  });

  it('are asked for readiness only as participants who are here', () => {
    const meeting = new Meeting();
    meeting.joinMany(3);
    meeting.join('wall', 'observer');
    meeting.leave('cem');
    const people = peopleOf(meeting.stage, presenceOf(meeting, ['ana', 'cem', 'mara']));
    expect(readiness(people)).toEqual({ ready: 1, of: 2 });
  });

  it('are not here while nothing is known of their presence', () => {
    const meeting = new Meeting();
    expect(peopleOf(meeting.stage, []).every((person) => !person.isHere && !person.isReady)).toBe(true);
  });

  it.each([
    ['Mette Olsen', 'MO'],
    ['Amara', 'AM'],
    ['  Ana  de  la Cruz ', 'AC'],
    ['Å', 'Å'],
    ['👩‍🚀 Bo', '👩B'],
    ['', '?'],
  ])('have initials: %s is %s', (name, letters) => {
    expect(initials(name)).toBe(letters);
  });
});

describe('weak anonymity', () => {
  it('is said while fewer than three people write here', () => {
    const meeting = new Meeting();
    meeting.joinMany(2);
    expect(isAnonymityWeak(meeting.stage, presenceOf(meeting))).toBe(false);
    meeting.leave('ben');
    expect(isAnonymityWeak(meeting.stage, presenceOf(meeting))).toBe(true);
  });

  it('does not count facilitators who do not write, nor observers', () => {
    const meeting = new Meeting();
    meeting.joinMany(2);
    meeting.join('wall', 'observer');
    meeting.do({ type: 'setFacilitatorWrites', writes: false });
    expect(isAnonymityWeak(meeting.stage, presenceOf(meeting))).toBe(true);
  });
});

describe('people who are not in the room', () => {
  it('are not among those in it: some wait at the door, some were removed', () => {
    const meeting = new Meeting();
    meeting.joinMany(2);
    meeting.do({ type: 'removeSeat', seat: 'ben' });
    meeting.do({ type: 'setDoor', door: 'ask' });
    meeting.join('cem');
    const names = peopleOf(meeting.stage, presenceOf(meeting)).map((person) => person.name);
    expect(names).toEqual(['mara', 'ana']);
    expect(waitingAtDoor(meeting.stage)).toEqual([{ seat: 'cem', name: 'cem', role: 'participant' }]);
  });
});
