import { describe, expect, test } from 'vitest';
import { unwritten } from '../../../src/lib/components/record/unwritten.ts';
import type { RoomRecord } from '../../../src/domain/record/room-record.ts';
import { RecordedRoom } from '../../support/recorded-room.ts';
import { wholeReview } from '../../support/whole-review.ts';

function of(record: RoomRecord) {
  if (!record.incident) throw new Error('no review');
  return unwritten(record, record.incident);
}

describe('what nobody wrote in a review', () => {
  test('is nothing where everything was written', () => {
    expect(of(wholeReview().record())).toEqual([]);
  });

  test('is named in the order of the review', () => {
    const room = wholeReview();
    for (const part of ['messages', 'summary', 'went-badly'] as const)
      room.incident.textOf(part)?.splice(0, room.incident.readIncident()[part].length, ' \n');
    const { wins, ...record } = room.record();
    expect(of({ ...record, wins })).toEqual(['summary', 'wentBadly', 'messages']);
    expect(of({ ...record, wins: wins.filter(({ prompt }) => prompt === 'Luck') })).toContain('wentWell');
    expect(of({ ...record, wins: wins.filter(({ prompt }) => prompt !== 'Luck') })).toContain('lucky');
  });

  test('is not what was written and not revealed, nor where nobody could answer', () => {
    const empty = new RecordedRoom('incident-review').record();
    expect(of(empty)).toEqual([
      ...['summary', 'impact', 'timelineUtc', 'detection', 'resolution'],
      ...['wentWell', 'wentBadly', 'lucky', 'messages'],
    ]);
    const revealed = (unanswered: string[]) => ({
      ...empty,
      segments: empty.segments.map((segment) => ({ ...segment, revealed: true, notes: [], unanswered })),
    });
    expect(of(revealed([]))).toContain('factors');
    expect(of(revealed(['User']))).not.toContain('factors');
  });
});
