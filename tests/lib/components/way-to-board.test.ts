import { describe, expect, test } from 'vitest';
import { wayToBoard } from '../../../src/lib/components/notes/way-to-board.ts';
import { notes as words } from '../../../src/lib/text/notes.ts';
import { Meeting } from '../../domain/stage/meeting.ts';

describe('the way of a note to the board', () => {
  test('waits for a locked board, of everybody, and not for a connection that is there', () => {
    const meeting = new Meeting();
    const before = wayToBoard(meeting.stage, 'participant', false, 'Name one win.');
    expect(before).toEqual({ field: 'Name one win.', waiting: words.onTheirWayHint });
    meeting.do({ type: 'lockBoard', locked: true });
    for (const role of ['participant', 'facilitator'] as const)
      expect(wayToBoard(meeting.stage, role, false, 'Name one win.')).toEqual({
        field: words.lockedHint,
        waiting: words.waitForBoardHint,
      });
    meeting.do({ type: 'lockBoard', locked: false });
    expect(wayToBoard(meeting.stage, 'participant', false, 'Name one win.')).toEqual(before);
  });

  test('waits for no lock where notes carry names and their author may write on a locked board', () => {
    const meeting = new Meeting({ named: true });
    meeting.do({ type: 'lockBoard', locked: true });
    expect(wayToBoard(meeting.stage, 'facilitator', false).waiting).toBe(words.onTheirWayHint);
    expect(wayToBoard(meeting.stage, 'participant', false).waiting).toBe(words.waitForBoardHint);
  });

  test('ends before a full board, locked or not', () => {
    const meeting = new Meeting();
    expect(wayToBoard(meeting.stage, 'participant', true).waiting).toBe(words.noSpaceHint);
    meeting.do({ type: 'lockBoard', locked: true });
    expect(wayToBoard(meeting.stage, 'participant', true).waiting).toBe(words.noSpaceHint);
  });
});
