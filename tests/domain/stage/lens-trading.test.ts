import { describe, expect, it } from 'vitest';
import { heldCounts } from '../../../src/domain/stage/gathering.ts';
import { dropOffersExcept, swapsAskedOf, tradeableLens } from '../../../src/domain/stage/lens-trading.ts';
import type { StageCommand } from '../../../src/domain/stage/handle.ts';
import { Meeting, minute } from './meeting.ts';

/** Seven people and the facilitator in the first of four rounds, two at each lens. */
function spread(): Meeting {
  const meeting = new Meeting();
  meeting.joinMany(7);
  return meeting.goTo('gather');
}

function asks(meeting: Meeting, seat: string, command: StageCommand) {
  return meeting.ask(command, { seat, role: 'participant' });
}

function refusal(meeting: Meeting, seat: string, command: StageCommand): string | null {
  const outcome = asks(meeting, seat, command);
  return outcome.ok ? null : outcome.code;
}

/** The first participant who holds another lens than `seat`. */
function otherThan(meeting: Meeting, seat: string): string {
  const other = Object.entries(meeting.held).find(
    ([one, lens]) => one !== 'mara' && lens !== meeting.held[seat],
  );
  return other?.[0] ?? '';
}

const pass = { type: 'passLens' } as const;
const swap = (to: string | null) => ({ type: 'offerSwap', to }) as const;
const answer = (from: string, accept: boolean) => ({ type: 'answerSwap', from, accept }) as const;
const offers = (meeting: Meeting) => meeting.gather.rounds.at(-1)?.offers;

describe('passing a lens', () => {
  it('[LENS-1] gives the one that fewest others hold, and asks nobody', () => {
    const meeting = spread();
    const before = meeting.held.ana;
    const held = Object.values(meeting.held);
    const holders = (lens: string) => held.filter((one) => one === lens).length;
    const others = ['user', 'oncall', 'product', 'security'].filter((lens) => lens !== before);
    expect(asks(meeting, 'ana', pass)).toMatchObject({ ok: true });
    const after = meeting.held.ana ?? '';
    expect(after).not.toBe(before);
    expect(holders(after)).toBe(Math.min(...others.map(holders)));
    expect(meeting.gather.rounds[0]?.givenAway).toEqual({ ana: [before] });
  });

  it('[LENS-1] goes through all lenses before one comes back', () => {
    const meeting = spread();
    const seen = [meeting.held.ana];
    for (let turn = 0; turn < 3; turn++) {
      asks(meeting, 'ana', pass);
      seen.push(meeting.held.ana);
    }
    expect(new Set(seen).size).toBe(4);
    asks(meeting, 'ana', pass);
    expect(meeting.held.ana).not.toBe(seen.at(-1));
    expect(meeting.held.ana).toBeDefined();
  });

  it('is refused in a round in which everybody holds the same', () => {
    const meeting = new Meeting();
    meeting.joinMany(3);
    meeting.goTo('gather');
    expect(refusal(meeting, 'ana', pass)).toBe('wrong-moment');
    expect(refusal(meeting, 'ana', swap('ben'))).toBe('wrong-moment');
  });

  it('is refused to whoever holds none, and outside of the segment', () => {
    const meeting = spread();
    meeting.join('obi', 'observer');
    expect(meeting.refusal(pass, { seat: 'obi', role: 'observer' })).toBe('not-yours-to-do');
    meeting.ask({ type: 'setFacilitatorWrites', writes: false });
    expect(meeting.refusal(pass)).toBe('wrong-moment');
    meeting.do({ type: 'skipSegment' });
    expect(refusal(meeting, 'ana', pass)).toBe('wrong-moment');
  });

  it('is refused once the notes are revealed and no round is to come', () => {
    const meeting = spread().goTo('gather', 4);
    expect(tradeableLens(meeting.stage, 'ana')).not.toBeNull();
    meeting.do({ type: 'askReveal', segment: 'gather' });
    meeting.pass(3000);
    expect(refusal(meeting, 'ana', pass)).toBe('wrong-moment');
  });

  it('moves the person in what is said of where the team has looked', () => {
    const meeting = spread();
    const before = meeting.held.ana ?? '';
    const counts = heldCounts(meeting.gather);
    asks(meeting, 'ana', pass);
    const after = meeting.held.ana ?? '';
    expect(heldCounts(meeting.gather)).toEqual({
      ...counts,
      [before]: (counts[before] ?? 0) - 1,
      [after]: (counts[after] ?? 0) + 1,
    });
  });
});

describe('swapping lenses', () => {
  it('[LENS-2] happens when the other says yes, and then both hold what the other held', () => {
    const meeting = spread();
    const ben = otherThan(meeting, 'ana');
    const [ofAna, ofBen] = [meeting.held.ana, meeting.held[ben]];
    asks(meeting, 'ana', swap(ben));
    expect(swapsAskedOf(meeting.stage, ben)).toEqual(['ana']);
    expect([meeting.held.ana, meeting.held[ben]]).toEqual([ofAna, ofBen]);
    expect(asks(meeting, ben, answer('ana', true))).toMatchObject({ ok: true });
    expect([meeting.held.ana, meeting.held[ben]]).toEqual([ofBen, ofAna]);
    expect(offers(meeting)).toEqual({});
  });

  it('[LENS-2] does not happen when the other says no', () => {
    const meeting = spread();
    const ben = otherThan(meeting, 'ana');
    const held = { ...meeting.held };
    asks(meeting, 'ana', swap(ben));
    expect(asks(meeting, ben, answer('ana', false))).toMatchObject({ ok: true });
    expect(meeting.held).toEqual(held);
    expect(offers(meeting)).toEqual({});
    expect(refusal(meeting, ben, answer('ana', true))).toBe('conflict');
  });

  it('can be asked of one person at a time, and taken back', () => {
    const meeting = spread();
    const first = otherThan(meeting, 'ana');
    asks(meeting, 'ana', swap(first));
    expect(asks(meeting, 'ana', swap(first))).toEqual({ ok: true, events: [] });
    const second =
      Object.keys(meeting.held).find((one) => one !== first && meeting.held[one] !== meeting.held.ana) ?? '';
    asks(meeting, 'ana', swap(second));
    expect(offers(meeting)).toEqual({ ana: second });
    asks(meeting, 'ana', swap(null));
    expect(offers(meeting)).toEqual({});
    expect(asks(meeting, 'ana', swap(null))).toEqual({ ok: true, events: [] });
  });

  it('is refused with oneself, with somebody who holds the same, and with nobody', () => {
    const meeting = spread();
    const same = Object.keys(meeting.held).find(
      (one) => one !== 'ana' && meeting.held[one] === meeting.held.ana,
    );
    for (const to of ['ana', same ?? '', 'nobody', '__proto__'])
      expect(refusal(meeting, 'ana', swap(to))).toBe('wrong-moment');
  });

  it('is refused with somebody who is not here', () => {
    const meeting = spread();
    const ben = otherThan(meeting, 'ana');
    meeting.leave(ben);
    expect(refusal(meeting, 'ana', swap(ben))).toBe('not-here');
  });

  it('is answered by nobody but the one who was asked', () => {
    const meeting = spread();
    const ben = otherThan(meeting, 'ana');
    asks(meeting, 'ana', swap(ben));
    for (const other of Object.keys(meeting.held).filter((one) => one !== ben))
      expect(refusal(meeting, other, answer('ana', true))).toBe('conflict');
    expect(refusal(meeting, ben, answer('__proto__', true))).toBe('conflict');
  });

  it.each<[string, (meeting: Meeting, asked: string) => unknown]>([
    ['the next round begins', (meeting) => meeting.do({ type: 'goNext' })],
    ['the segment is left', (meeting) => meeting.do({ type: 'skipSegment' })],
    ['the segment is repeated', (meeting) => meeting.do({ type: 'repeatSegment' })],
    ['the one who asked passes', (meeting) => asks(meeting, 'ana', pass)],
    ['the one who was asked passes', (meeting, asked) => asks(meeting, asked, pass)],
  ])('[LENS-2] is not asked any more when %s', (_, happens) => {
    const meeting = spread();
    const ben = otherThan(meeting, 'ana');
    asks(meeting, 'ana', swap(ben));
    happens(meeting, ben);
    const { rounds, earlier } = meeting.gather;
    expect(rounds.at(-1)?.offers ?? {}).toEqual({});
    expect(earlier.at(-1)?.offers ?? {}).toEqual({});
    expect(refusal(meeting, ben, answer('ana', true))).toBe('conflict');
  });

  it('[LENS-2] is not asked any more when either has gone', () => {
    const meeting = spread();
    const ben = otherThan(meeting, 'ana');
    for (const gone of ['ana', ben]) {
      asks(meeting, 'ana', swap(ben));
      const here = new Set([...meeting.connected].filter((seat) => seat !== gone));
      meeting.emit(dropOffersExcept(meeting.stage, here, meeting.now));
      expect(offers(meeting)).toEqual({});
    }
    asks(meeting, 'ana', swap(ben));
    expect(dropOffersExcept(meeting.stage, meeting.connected, meeting.now)).toEqual([]);
  });

  it('goes on with its clock, and says nothing of drafts', () => {
    const meeting = spread();
    const { clock } = meeting.stage;
    meeting.pass(minute);
    const ben = otherThan(meeting, 'ana');
    asks(meeting, 'ana', swap(ben));
    asks(meeting, ben, answer('ana', true));
    expect(meeting.stage.clock).toEqual(clock);
  });
});
