import { describe, expect, it } from 'vitest';
import { segmentOf } from '../../../src/domain/stage/gathering.ts';
import { lensesShownMeanwhile, shownLenses } from '../../../src/domain/stage/shown-lenses.ts';
import { Meeting } from './meeting.ts';

type Held = Readonly<Record<string, string>>;

/** A meeting in which these lenses were dealt, round by round. */
function dealt(rounds: readonly Held[], named = false): Meeting {
  const meeting = new Meeting({ named });
  meeting.joinMany(9);
  for (const [round, held] of rounds.entries()) {
    const start = { type: 'roundStarted', segment: 'gather', mode: 'distributed', budgetMs: 60_000 } as const;
    meeting.emit([{ at: meeting.now, ...start, round, held }]);
  }
  return meeting;
}

function give(meeting: Meeting, round: number, seat: string, lens: string): void {
  meeting.emit([{ at: meeting.now, type: 'lensGiven', segment: 'gather', round, seat, lens }]);
}

function gatherOf({ stage }: Meeting) {
  const segment = segmentOf(stage, 'gather');
  if (!segment) throw new Error('no gather segment');
  return segment;
}

const shown = (meeting: Meeting) => shownLenses(meeting.stage, gatherOf(meeting));
const meanwhile = (meeting: Meeting) => lensesShownMeanwhile(meeting.stage, gatherOf(meeting));

describe('lenses on revealed notes', () => {
  it('are those that three seats were dealt and kept, over all rounds', () => {
    const rounds = [
      { ana: 'user', ben: 'user', cem: 'oncall' },
      { ana: 'oncall', ben: 'user', cem: 'user' },
    ];
    expect(shown(dealt(rounds))).toEqual(['user']);
  });

  it('count somebody who arrived in the round', () => {
    const meeting = dealt([{ ana: 'user', ben: 'user' }]);
    expect(shown(meeting)).toEqual([]);
    give(meeting, 0, 'cem', 'user');
    expect(shown(meeting)).toEqual(['user']);
  });

  it('[LENS-3] lose whoever gives the lens away: everybody saw that it was not theirs for long', () => {
    const meeting = dealt([{ ana: 'user', ben: 'user', cem: 'user' }]);
    give(meeting, 0, 'cem', 'oncall');
    expect(shown(meeting)).toEqual([]);
  });

  it('[LENS-3] T-72 gain nobody who takes a lens: two who collude cannot bring the third’s to the number', () => {
    const meeting = dealt([{ ana: 'user', ben: 'oncall', cem: 'oncall' }]);
    give(meeting, 0, 'ben', 'user');
    give(meeting, 0, 'cem', 'user');
    expect(shown(meeting)).toEqual([]);
  });

  it('[LENS-3] do not count a lens that came back to the one who gave it away', () => {
    const meeting = dealt([{ ana: 'user', ben: 'user', cem: 'user' }]);
    give(meeting, 0, 'cem', 'oncall');
    give(meeting, 0, 'cem', 'user');
    expect(shown(meeting)).toEqual([]);
  });

  it('count a seat in the rounds in which it kept what it was dealt', () => {
    const meeting = dealt([{ ana: 'user', ben: 'user', cem: 'user' }, { cem: 'user' }]);
    give(meeting, 1, 'cem', 'oncall');
    expect(shown(meeting)).toEqual(['user']);
  });

  it('are all there are where notes carry names', () => {
    expect(shown(dealt([{ ana: 'user' }], true))).toEqual(['user', 'oncall', 'product', 'security']);
  });
});

describe('lenses on notes that appear while rounds go on', () => {
  it('[NOTE-6] need three in each round in which anybody held them', () => {
    const three = { ana: 'user', ben: 'user', cem: 'user' };
    expect(meanwhile(dealt([three]))).toEqual(['user']);
    expect(meanwhile(dealt([three, { dua: 'user', eva: 'user', fin: 'user' }]))).toEqual(['user']);
    expect(meanwhile(dealt([three, { dua: 'user', ana: 'oncall' }]))).toEqual([]);
    expect(meanwhile(dealt([{ ana: 'user', ben: 'user' }, { cem: 'user' }]))).toEqual([]);
  });

  it('[LENS-3] are hidden for good once somebody took one of them for a moment', () => {
    const meeting = dealt([{ ana: 'user', ben: 'user', cem: 'user' }, { dua: 'oncall' }]);
    expect(meanwhile(meeting)).toEqual(['user']);
    give(meeting, 1, 'dua', 'user');
    give(meeting, 1, 'dua', 'product');
    expect(meanwhile(meeting)).toEqual([]);
  });

  it('are all there are where notes carry names', () => {
    expect(meanwhile(dealt([], true))).toHaveLength(4);
  });
});
