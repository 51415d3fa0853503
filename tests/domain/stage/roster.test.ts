import { describe, expect, it } from 'vitest';
import {
  dropRole,
  raiseSeat,
  renameSeat,
  takeSeat,
  whoLeavesWith,
} from '../../../src/domain/stage/roster.ts';
import { writingSeats } from '../../../src/domain/stage/gathering.ts';
import { limits } from '../../../src/protocol/limits.ts';
import { Meeting } from './meeting.ts';

let seats = 0;

function joinAs(meeting: Meeting, name: string): string {
  const seat = `seat${seats++}`;
  meeting.emit(takeSeat(meeting.stage, { seat, name, role: 'participant' }, meeting.now));
  return meeting.stage.seats[seat]?.name ?? '';
}

function rename(meeting: Meeting, seat: string, name: string): string | undefined {
  const renamed = renameSeat(meeting.stage, seat, name, meeting.now);
  if (!renamed.ok) return renamed.code;
  meeting.emit(renamed.events);
  return meeting.stage.seats[seat]?.name;
}

describe('names', () => {
  it('that somebody has get a number', () => {
    const meeting = new Meeting();
    expect(['Ana', 'Ana', 'Ana'].map((name) => joinAs(meeting, name))).toEqual(['Ana', 'Ana 2', 'Ana 3']);
    expect(joinAs(meeting, 'Ana 2')).toBe('Ana 2 2');
  });

  it.each([
    ['ANA', 'ANA 2'],
    ['Ａｎａ', 'Ａｎａ 2'],
    ['A\u200Bna', 'A\u200Bna 2'],
  ])('T-50: that only look different count as the same: %s', (name, expected) => {
    const meeting = new Meeting();
    joinAs(meeting, 'Ana');
    expect(joinAs(meeting, name)).toBe(expected);
  });

  it('stay within their length, with whole characters, when they get a number', () => {
    const meeting = new Meeting();
    const long = '👩'.repeat(limits.nameChars / 2);
    joinAs(meeting, long);
    const second = joinAs(meeting, long);
    expect(second).toBe(`${'👩'.repeat(19)} 2`);
    expect(second.length).toBeLessThanOrEqual(limits.nameChars);
    for (let i = 3; i < 12; i++) expect(joinAs(meeting, long).length).toBeLessThanOrEqual(limits.nameChars);
  });

  it('may be missing more than once', () => {
    const meeting = new Meeting();
    expect([joinAs(meeting, ''), joinAs(meeting, '')]).toEqual(['', '']);
  });

  it('can be changed, also only in their spelling, and never to somebody else’s', () => {
    const meeting = new Meeting();
    meeting.join('ana');
    meeting.join('ben');
    expect(rename(meeting, 'ana', 'Ana')).toBe('Ana');
    expect(rename(meeting, 'ben', 'ANA')).toBe('ANA 2');
    expect(rename(meeting, 'ben', 'ANA 2')).toBe('ANA 2');
    expect(rename(meeting, 'nobody', 'Ana')).toBe('no-seat');
    expect(rename(meeting, 'constructor', 'Ana')).toBe('no-seat');
  });

  it('stay as they are on the record of a closed room', () => {
    const meeting = new Meeting();
    meeting.do({ type: 'closeRoom', anyway: true, why: 'Out of time' });
    expect(rename(meeting, 'mara', 'Max')).toBe('room-closed');
  });
});

describe('seats', () => {
  it('are taken once', () => {
    const meeting = new Meeting();
    expect(takeSeat(meeting.stage, { seat: 'mara', name: 'Max', role: 'participant' }, meeting.now)).toEqual(
      [],
    );
  });

  it('are raised by a link of a higher role and never lowered', () => {
    const meeting = new Meeting();
    meeting.join('olaf', 'observer');
    meeting.emit(raiseSeat(meeting.stage, 'olaf', 'participant', meeting.now));
    expect(meeting.stage.seats.olaf).toMatchObject({ name: 'olaf', role: 'participant' });
    expect(raiseSeat(meeting.stage, 'mara', 'observer', meeting.now)).toEqual([]);
    expect(raiseSeat(meeting.stage, 'nobody', 'facilitator', meeting.now)).toEqual([]);
  });

  it('write unless they observe; facilitators unless switched off', () => {
    const meeting = new Meeting();
    meeting.join('ana');
    meeting.join('olaf', 'observer');
    expect(writingSeats(meeting.stage)).toEqual(['ana', 'mara']);
    meeting.do({ type: 'setFacilitatorWrites', writes: false });
    expect(writingSeats(meeting.stage)).toEqual(['ana']);
  });
});

describe('who came by a link that ends', () => {
  it('can be told before, and are exactly those who leave', () => {
    const meeting = new Meeting();
    for (const seat of ['ana', 'bo']) meeting.join(seat);
    meeting.emit(takeSeat(meeting.stage, { seat: 'wall', name: '', role: 'observer' }, meeting.now));
    meeting.do({ type: 'removeSeat', seat: 'bo' });
    for (const link of ['participant', 'observer', 'facilitator'] as const) {
      const told = whoLeavesWith(meeting.stage, link, 'mara');
      const dropped = dropRole(meeting.stage, link, 'mara', meeting.now);
      expect(dropped.map((event) => event.type === 'seatRemoved' && event.seat)).toEqual(told);
    }
    expect(whoLeavesWith(meeting.stage, 'participant', 'mara')).toEqual(['ana']);
    expect(whoLeavesWith(meeting.stage, 'observer', 'mara')).toEqual(['wall']);
    expect(whoLeavesWith(meeting.stage, 'facilitator', 'mara')).toEqual([]);
  });
});
