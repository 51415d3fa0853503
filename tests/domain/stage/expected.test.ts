import { describe, expect, it } from 'vitest';
import { voicesOf } from '../../../src/domain/stage/expected.ts';
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
