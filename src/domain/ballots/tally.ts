/** Counting. The result depends on the ballots alone, not on the order in which they came or on who gave which. */
import { pollChoices, type Ballot } from '#protocol/ballots.ts';
import type { SeatId } from '#protocol/ids.ts';
import { ballotsHeld } from '../stage/polls.ts';
import type { Poll, PollResult } from '../stage/state.ts';
import { countsNow } from './ballot.ts';

/** With fewer a scale would tell who answered what. Seats, not ballots: whoever holds several knows which are theirs. */
export const seatsToShowScale = 4;

/** Counting now would show how many answered, and nothing of what. */
export function hidesCounts({ kind }: Pick<Poll, 'kind'>, answered: number): boolean {
  return kind === 'scale' && answered < seatsToShowScale;
}

type Ballots = ReadonlyMap<SeatId, Ballot>;

/** Seats whose ballot would count if the poll closed now. */
export function answeredSeats(poll: Poll, ballots: Ballots): readonly SeatId[] {
  return [...ballots].filter(([seat, ballot]) => countsNow(poll, seat, ballot)).map(([seat]) => seat);
}

export function tally(poll: Poll, ballots: Ballots): Omit<PollResult, 'closedAt'> {
  const counted = [...ballots].filter(([seat, ballot]) => countsNow(poll, seat, ballot));
  const given = counted.reduce((sum, [seat, ballot]) => sum + ballotsIn(poll, seat, ballot), 0);
  const counts = hidesCounts(poll, counted.length) ? null : countsOf(poll, counted);
  return { answered: counted.length, ballots: given, counts };
}

/** Whoever votes for others spreads the votes of all of them. */
function ballotsIn(poll: Poll, seat: SeatId, ballot: Ballot): number {
  return 'dots' in ballot ? ballotsHeld(poll, seat) : ballot.answers.length;
}

function countsOf(poll: Poll, counted: readonly (readonly [SeatId, Ballot])[]): Record<string, number> {
  const counts = new Map(choicesOf(poll).map((choice) => [choice, 0]));
  for (const [, ballot] of counted) {
    for (const { choice, count } of votesIn(ballot)) counts.set(choice, (counts.get(choice) ?? 0) + count);
  }
  return Object.fromEntries(counts);
}

function choicesOf({ kind, options }: Poll): readonly string[] {
  return kind === 'dots' ? options.map(({ topic }) => topic) : pollChoices[kind];
}

function votesIn(ballot: Ballot): readonly { readonly choice: string; readonly count: number }[] {
  if ('dots' in ballot) return ballot.dots.map(({ topic, count }) => ({ choice: topic, count }));
  return ballot.answers.map((choice) => ({ choice, count: 1 }));
}
