import { describe, expect, it } from 'vitest';
import { personMenu } from '../../../src/lib/components/people/person-menu.ts';
import { peopleOf, type Person } from '../../../src/lib/components/room/people.ts';
import type { Command } from '../../../src/protocol/commands.ts';
import { seats as words } from '../../../src/lib/text/seats.ts';
import { Meeting } from '../../domain/stage/meeting.ts';

const asked: Command[] = [];
const deeds = { ask: (command: Command) => void asked.push(command), lowerHand() {}, remove() {} };

function person(meeting: Meeting, seat: string, change: Partial<Person> = {}): Person {
  const found = peopleOf(meeting.stage, []).find((one) => one.seat === seat);
  if (!found) throw new Error(`nobody is ${seat}`);
  return { ...found, isHere: true, ...change };
}

const labels = (meeting: Meeting, who: Person, by = 'mara') =>
  personMenu(who, by, meeting.stage, deeds).map(({ label }) => label);

describe('what may be done about somebody', () => {
  it('offers for a participant who is here to facilitate too, to take over, and to be removed', () => {
    const meeting = new Meeting();
    meeting.join('ana');
    const ana = person(meeting, 'ana', { hand: 1 });
    expect(labels(meeting, ana)).toEqual([
      words.lowerHand,
      words.makeFacilitator,
      words.handOver,
      words.remove,
    ]);
    expect(labels(meeting, { ...ana, isHere: false, hand: null })).toEqual([
      words.makeFacilitator,
      words.remove,
    ]);
  });

  it('offers nothing about oneself while nobody else facilitates', () => {
    const meeting = new Meeting();
    meeting.join('ana');
    expect(labels(meeting, person(meeting, 'mara'))).toEqual([]);
    meeting.do({ type: 'setRole', seat: 'ana', role: 'facilitator' });
    expect(labels(meeting, person(meeting, 'mara'))).toEqual([words.stopFacilitating]);
    expect(labels(meeting, person(meeting, 'ana'))).toEqual([
      words.handOver,
      words.makeParticipant,
      words.remove,
    ]);
  });

  it('leaves to whoever led before what is not for those who facilitate for now', () => {
    const meeting = new Meeting();
    meeting.join('ana');
    meeting.emit([{ at: meeting.now, type: 'seatRoleSet', seat: 'ana', role: 'facilitator', acting: true }]);
    expect(labels(meeting, person(meeting, 'mara'), 'ana')).toEqual([words.handOver]);
    expect(labels(meeting, person(meeting, 'ana'))).toEqual([
      words.confirmFacilitator,
      words.handOver,
      words.makeParticipant,
      words.remove,
    ]);
  });

  it('offers that somebody who handed over may not take it back, and then no more', () => {
    const meeting = new Meeting();
    meeting.join('ana');
    meeting.do({ type: 'handOver', seat: 'ana' });
    expect(labels(meeting, person(meeting, 'mara'), 'ana')).toContain(words.noTakingBack);
    meeting.ask({ type: 'setRole', seat: 'mara', role: 'participant' }, { seat: 'ana' });
    expect(labels(meeting, person(meeting, 'mara'), 'ana')).not.toContain(words.noTakingBack);
  });

  it('offers of observers only that they leave, and hands nothing over in a closed room', () => {
    const meeting = new Meeting();
    meeting.join('ana');
    meeting.join('wall', 'observer');
    expect(labels(meeting, person(meeting, 'wall'))).toEqual([words.remove]);
    meeting.do({ type: 'closeRoom', anyway: false });
    expect(labels(meeting, person(meeting, 'ana'))).toEqual([words.makeFacilitator, words.remove]);
  });
});
