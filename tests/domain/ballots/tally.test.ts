import { describe, expect, it } from 'vitest';
import { answeredSeats, tally } from '../../../src/domain/ballots/tally.ts';
import type { Ballot } from '../../../src/protocol/ballots.ts';
import { aPoll, dots } from './a-poll.ts';

const ballots = (given: Readonly<Record<string, Ballot>>) => new Map(Object.entries(given));

describe('counting', () => {
  it('adds up votes by topic, with the topics nobody chose', () => {
    const given = ballots({ ana: dots({ queue: 2, docs: 1 }), bo: dots({ queue: 1 }) });
    expect(tally(aPoll('dots'), given)).toEqual({
      answered: 2,
      ballots: 2,
      counts: { queue: 3, pager: 0, docs: 1, login: 0 },
    });
  });

  it('gives the same result in whichever order ballots came', () => {
    const given = Object.entries({ ana: dots({ queue: 2 }), bo: dots({ docs: 1 }), cy: dots({}) });
    const straight = JSON.stringify(tally(aPoll('dots'), new Map(given)));
    expect(JSON.stringify(tally(aPoll('dots'), new Map(given.toReversed())))).toBe(straight);
  });

  it('[POLL-2] leaves out a whole ballot that does not fit any more, and trims nothing', () => {
    const given = ballots({ ana: dots({ queue: 2, docs: 1 }), bo: dots({ queue: 1 }) });
    const lowered = aPoll('dots', { budget: 2 });
    expect(tally(lowered, given)).toMatchObject({ answered: 1, ballots: 1, counts: { queue: 1, docs: 0 } });
    expect(answeredSeats(lowered, given)).toEqual(['bo']);
    expect(answeredSeats(aPoll('dots'), given)).toEqual(['ana', 'bo']);
  });

  it('counts the ballots that a seat held for others', () => {
    const vote = aPoll('dots', { extra: { bo: 2 } });
    expect(tally(vote, ballots({ bo: dots({ queue: 6 }) }))).toMatchObject({ answered: 1, ballots: 3 });
    const thumbs = aPoll('thumbs', { extra: { bo: 2 } });
    expect(tally(thumbs, ballots({ bo: { answers: ['up', 'down'] } }))).toEqual({
      answered: 1,
      ballots: 2,
      counts: { down: 1, side: 0, up: 1 },
    });
  });

  it('[POLL-6] hides a scale below four people, and nothing else', () => {
    const three = ballots({ ana: { answers: ['1'] }, bo: { answers: ['2'] }, cy: { answers: ['5'] } });
    const four = new Map([...three, ['di', { answers: ['5'] }] as const]);
    expect(tally(aPoll('scale'), three)).toEqual({ answered: 3, ballots: 3, counts: null });
    expect(tally(aPoll('scale'), four).counts).toEqual({ 1: 1, 2: 1, 3: 0, 4: 0, 5: 2 });
    expect(tally(aPoll('fist'), three).counts).toEqual({ 0: 0, 1: 1, 2: 1, 3: 0, 4: 0, 5: 1 });
  });

  it('[POLL-6] does not count towards the four what somebody answers for others', () => {
    const given = ballots({ ana: { answers: ['1', '1', '1', '5'] }, bo: { answers: ['2'] } });
    const scale = aPoll('scale', { extra: { ana: 3 } });
    expect(tally(scale, given)).toEqual({ answered: 2, ballots: 5, counts: null });
  });

  it('[POLL-6] does not count towards the four what does not count', () => {
    const given = ballots({
      ana: { answers: ['1'] },
      bo: { answers: ['2'] },
      cy: { answers: ['5'] },
      di: { answers: ['5', '5'] },
    });
    expect(tally(aPoll('scale'), given).counts).toBeNull();
  });
});
