import { describe, expect, it } from 'vitest';
import { countPeople, voicesOf } from '../../../src/domain/stage/expected.ts';
import { writingSeats } from '../../../src/domain/stage/gathering.ts';
import { takeSeat } from '../../../src/domain/stage/roster.ts';
import { limits } from '../../../src/protocol/limits.ts';
import { Meeting } from './meeting.ts';

describe('the people who are expected', () => {
  function found(names: readonly string[], expected: readonly string[]): readonly (string | null)[] {
    const meeting = new Meeting();
    for (const name of names) meeting.join(name);
    meeting.do({ type: 'setExpected', people: expected.map((name) => ({ name, reason: 'knows it' })) });
    return voicesOf(meeting.stage).map(({ seat }) => seat);
  }

  it('are known by their names, however these are written', () => {
    expect(found(['Ana María', 'bo'], ['ana  maría', 'BO', 'Cy'])).toEqual(['Ana María', 'bo', null]);
  });

  it('are two seats where two of them have one name', () => {
    expect(found(['Ana'], ['Ana', 'ana'])).toEqual(['Ana', null]);
  });

  it('are those who came back with a number behind their name', () => {
    expect(found(['Ana 2', 'Bo'], ['Ana', 'Bo 2'])).toEqual(['Ana 2', null]);
    expect(found(['Ana 2', 'Ana'], ['Ana', 'Ana 2'])).toEqual(['Ana', 'Ana 2']);
    const long = 'A'.repeat(limits.nameChars);
    expect(found([`${'A'.repeat(limits.nameChars - 2)} 2`], [long])[0]).toBeTruthy();
  });

  it('are rather whoever is here than a seat that was left behind', () => {
    const meeting = new Meeting();
    meeting.join('ana');
    meeting.emit(takeSeat(meeting.stage, { seat: 'phone', name: 'Ana', role: 'participant' }, meeting.now));
    meeting.do({ type: 'setExpected', people: [{ name: 'Ana', reason: '' }] });
    expect(meeting.stage.seats['phone']?.name).toBe('Ana 2');
    expect(voicesOf(meeting.stage, new Set(['phone']))[0]?.seat).toBe('phone');
    expect(voicesOf(meeting.stage)[0]?.seat).toBe('ana');
  });

  it('are themselves again when they come back after their seat was removed', () => {
    const meeting = new Meeting();
    meeting.join('ana');
    meeting.do({ type: 'removeSeat', seat: 'ana' });
    meeting.emit(takeSeat(meeting.stage, { seat: 'again', name: 'Ana', role: 'participant' }, meeting.now));
    expect(meeting.stage.seats['again']?.name).toBe('Ana');
  });

  it('are missing while somebody sits there without a name', () => {
    const meeting = new Meeting();
    meeting.join('guest', 'observer');
    meeting.emit([{ at: meeting.now, type: 'seatRenamed', seat: 'guest', name: '' }]);
    meeting.do({ type: 'setExpected', people: [{ name: 'Ana', reason: '' }] });
    expect(voicesOf(meeting.stage)).toEqual([{ name: 'Ana', reason: '', seat: null }]);
  });

  it('are missing where they were removed, or still wait at the door', () => {
    const meeting = new Meeting();
    meeting.join('ana');
    meeting.do({ type: 'setExpected', people: [{ name: 'Ana', reason: '' }] });
    meeting.emit([{ at: meeting.now, type: 'seatRemoved', seat: 'ana' }]);
    expect(voicesOf(meeting.stage)[0]?.seat).toBeNull();
  });
});

describe('how many people write', () => {
  interface Case {
    readonly names: readonly string[];
    readonly observers?: readonly string[];
    readonly expected?: readonly string[];
  }

  function counted({ names, observers = [], expected = [] }: Case): number {
    const meeting = new Meeting();
    const join = (name: string, role: 'participant' | 'observer') => {
      const seat = `seat ${Object.keys(meeting.stage.seats).length}`;
      meeting.emit(takeSeat(meeting.stage, { seat, name, role }, meeting.now));
    };
    for (const name of names) join(name, 'participant');
    for (const name of observers) join(name, 'observer');
    meeting.do({ type: 'setExpected', people: expected.map((name) => ({ name, reason: '' })) });
    meeting.do({ type: 'setFacilitatorWrites', writes: false });
    return countPeople(meeting.stage, writingSeats(meeting.stage));
  }

  it('is as many as seats where nobody is expected', () => {
    expect(counted({ names: ['Ana', 'Ana', 'Bo', ''] })).toBe(4);
  });

  it('counts whoever is expected once, however often they came', () => {
    expect(counted({ names: ['Ana', 'ANA', ' ana '], expected: ['Ana', 'Bo'] })).toBe(2);
    expect(counted({ names: ['Ana', 'Ana'], expected: ['Ana', 'Ana 2'] })).toBe(2);
  });

  it('counts namesakes as often as the list does', () => {
    expect(counted({ names: ['Ana', 'Ana', 'Ana'], expected: ['Ana', 'ana'] })).toBe(2);
    expect(counted({ names: ['Ana'], expected: ['Ana', 'ana'] })).toBe(2);
  });

  it('counts everybody else who came', () => {
    expect(counted({ names: ['Ana', 'Cy', 'Di', ''], expected: ['Ana', 'Bo'] })).toBe(5);
  });

  it('leaves out whom the list names and who came to watch or to lead', () => {
    expect(counted({ names: ['Ana'], observers: ['Bo'], expected: ['Ana', 'Bo', 'Mara'] })).toBe(1);
    expect(counted({ names: ['Ana'], observers: ['Ana'], expected: ['Ana'] })).toBe(1);
    expect(counted({ names: ['Ana'], observers: ['Ana'], expected: ['Ana', 'Ana'] })).toBe(1);
  });
});
