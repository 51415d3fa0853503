import { describe, expect, it } from 'vitest';
import { readCount, readersOf } from '../../../src/lib/components/reading/readers.ts';
import { Meeting } from '../../domain/stage/meeting.ts';
import { presenceOf } from '../../support/presence.ts';

const preReads = ['p1', 'p2'].map((id) => ({ id, title: id, link: '', text: 'words' }));

function meetingWith(...people: readonly string[]): Meeting {
  const meeting = new Meeting();
  for (const name of people) meeting.join(name);
  meeting.join('wall', 'observer');
  return meeting;
}

function tick(meeting: Meeting, seat: string, ...ids: readonly string[]): void {
  for (const preRead of ids)
    meeting.emit([{ at: meeting.now, type: 'preReadMarked', preRead, seat, read: true }]);
}

describe('who has read', () => {
  it('is whoever has ticked everything, and comes first', () => {
    const meeting = meetingWith('ana', 'bo');
    tick(meeting, 'bo', 'p1', 'p2');
    tick(meeting, 'ana', 'p1');
    const readers = readersOf(meeting.stage, presenceOf('ana'), preReads);
    expect(readers.map(({ seat, hasRead }) => [seat, hasRead])).toEqual([
      ['bo', true],
      ['ana', false],
      ['mara', false],
    ]);
    expect(readCount(meeting.stage, readers)).toEqual({ read: 1, of: 3 });
  });

  it('is also out of those who are expected, before the meeting', () => {
    const meeting = meetingWith('ana');
    const people = ['ana', 'bo', 'cy', 'di'].map((name) => ({ name, reason: '' }));
    meeting.do({ type: 'setExpected', people });
    const count = () => readCount(meeting.stage, readersOf(meeting.stage, presenceOf('ana'), preReads));
    expect(count()).toEqual({ read: 0, of: 5 });
    meeting.do({ type: 'startMeeting' });
    expect(count()).toEqual({ read: 0, of: 1 });
  });

  it('counts in the meeting who is here, and who has read it and left; never who was removed', () => {
    const meeting = meetingWith('ana', 'bo', 'cy');
    tick(meeting, 'bo', 'p1', 'p2');
    tick(meeting, 'cy', 'p1', 'p2');
    meeting.do({ type: 'startMeeting' });
    meeting.emit([{ at: meeting.now, type: 'seatRemoved', seat: 'cy' }]);
    const readers = readersOf(meeting.stage, presenceOf('ana', 'wall'), preReads);
    expect(readers.map(({ seat }) => seat)).toEqual(['bo', 'ana']);
  });
});
