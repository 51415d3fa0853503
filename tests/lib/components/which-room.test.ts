import { describe, expect, test } from 'vitest';
import { whichRoom } from '../../../src/lib/components/ending/which-room.ts';
import { dayTime, longDay } from '../../../src/lib/text/dates.ts';
import { Meeting } from '../../domain/stage/meeting.ts';

const said = ({ stage }: Meeting, notes = 0) => whichRoom(stage, notes);
const made = (meeting: Meeting) => `It was made on ${longDay(meeting.stage.openedAt)}`;

describe('what tells a room from another of its title', () => {
  test('is when it was made, and that nobody has met in it', () => {
    const meeting = new Meeting();
    expect(said(meeting)).toBe(
      `${made(meeting)}, and its meeting has not begun. 1 person is in it, and its board has no notes.`,
    );
  });

  test('is since when people are meeting in it, how many they are, and how much they have written', () => {
    const meeting = new Meeting();
    meeting.joinMany(3);
    meeting.pass(120_000);
    meeting.do({ type: 'startMeeting' });
    const began = dayTime(meeting.stage.startedAt ?? 0);
    expect(said(meeting, 14)).toBe(
      `${made(meeting)}, and its meeting has gone on since ${began}. 4 people are in it, and its board has 14 notes.`,
    );
  });

  test('is when the meeting was, once it is over; whoever only watched or was removed is no person in it', () => {
    const meeting = new Meeting().goTo('close');
    meeting.joinMany(2);
    meeting.join('', 'observer');
    meeting.do({ type: 'removeSeat', seat: 'ana' });
    meeting.do({ type: 'closeRoom', anyway: true, why: 'enough' });
    const began = dayTime(meeting.stage.startedAt ?? 0);
    expect(said(meeting, 1)).toBe(
      `${made(meeting)}, and its meeting was on ${began}. 2 people were in it, and its board has 1 note.`,
    );
  });
});
