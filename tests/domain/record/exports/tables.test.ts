import { describe, expect, it } from 'vitest';
import { recordJson } from '../../../../src/domain/record/exports/archive.ts';
import { csv } from '../../../../src/domain/record/exports/csv.ts';
import { actionsCsv, notesCsv } from '../../../../src/domain/record/exports/tables.ts';
import { readRecord } from '../../../../src/domain/record/read-record.ts';
import type { RoomRecord } from '../../../../src/domain/record/room-record.ts';
import { cellsOf, readCsv } from '../../../support/csv-reading.ts';
import { closedMeeting, wholeMeeting } from '../../../support/whole-meeting.ts';

const record = closedMeeting().record();

describe('actions as a table', () => {
  it('have every field of the record, as it was typed', () => {
    const [head = [], ...rows] = readCsv(actionsCsv(record));
    const found = rows.map((cells) => Object.fromEntries(head.map((key, at) => [key, cells[at]])));
    expect(found).toEqual(
      record.actions.map((action) => ({
        ...{ id: action.id, action: action.title, owner: action.owner ?? '', due: action.due ?? '' },
        ...{ consent: action.consent ?? '', needs: action.lacks.join(' '), topic: action.topic ?? '' },
        ...{ check: action.check, to_self: action.toSelf, to_teammate: action.toTeammate },
        aim: action.aim ?? '',
      })),
    );
  });
});

describe('notes as a table', () => {
  it('have all wins and notes, each with its topic, and a name only where it was signed', () => {
    const [head, ...rows] = readCsv(notesCsv(record));
    expect(head).toEqual(['id', 'segment', 'heading', 'note', 'topic', 'signed_by']);
    expect(rows).toEqual([
      ['w1', 'Wins', '', 'Thanks to Bo, who rolled back\nin two minutes', '', ''],
      ['n1', 'Perspectives', 'User', 'Nobody finds the *voucher* field', 'Vouchers', 'Cy'],
      ['n2', 'Perspectives', 'User', 'Vouchers fail | silently', 'Vouchers', ''],
      ['n3', 'Perspectives', '', 'Tokens never expire', 'Tokens', ''],
      ['n4', 'Perspectives', '', 'Builds are slow', 'Builds', ''],
      ['n5', 'Perspectives', '', '@team is paged for #12', 'Paging', ''],
      ['n6', 'Perspectives', '', 'The printer', 'Builds', ''],
      ['n7', 'Perspectives', '', 'Alone and on no ballot', '', ''],
    ]);
  });

  it('have thanks under the segment in which they were given; an older record names only one', () => {
    const thanked = wholeMeeting().note('w2', 'close', 'Thanks to Cy').record();
    const segmentOf = (from: RoomRecord) =>
      new Map(readCsv(notesCsv(from)).map(([id, segment]) => [id, segment]));
    expect([segmentOf(thanked).get('w1'), segmentOf(thanked).get('w2')]).toEqual(['Wins', 'Close']);
    const older = { ...thanked, wins: thanked.wins.map(({ segment: _, ...win }) => win) };
    expect(readRecord(recordJson(older)).ok).toBe(true);
    expect(segmentOf(older).get('w2')).toBe('Wins');
  });
});

describe('a cell', () => {
  it.each(['=1+1', '+1', '-1', '@SUM(A1)', '\t=1', '\r=1', '＝1', '＋1', '－1', '＠x', ' =1', "'=1", '\0x'])(
    'T-28 that begins like a formula, %j, is text to a spreadsheet and is read back as it was',
    (text) => {
      const file = csv(['x'], [[text]]);
      expect(cellsOf(file)[1]).toBe(`'${text}`);
      expect(readCsv(file)[1]).toEqual([text]);
    },
  );

  it.each(['plain', '"quoted", and more', 'two\r\nlines', "it's", "'quoted'", '1-1', 'a=b'])(
    'with %j is left as it is',
    (text) => {
      expect(cellsOf(csv(['x'], [[text]]))[1]).toBe(text);
    },
  );
});
