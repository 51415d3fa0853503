/** How polls change. What a ballot may be and how ballots are counted is in `ballots`. */
import type { PollId, SeatId } from '#protocol/ids.ts';
import type { Poll, PollResult, StageState } from './state.ts';

export function pollOf(state: Pick<StageState, 'polls'>, id: PollId): Poll | null {
  return state.polls.find((poll) => poll.id === id) ?? null;
}

export function isOpen(poll: Poll): boolean {
  return poll.result === null;
}

export function openPolls(state: Pick<StageState, 'polls'>): readonly Poll[] {
  return state.polls.filter(isOpen);
}

/** How many ballots the seat holds: its own, and those for people without a device. */
export function ballotsHeld(poll: Pick<Poll, 'extra'>, seat: SeatId): number {
  return 1 + (Object.hasOwn(poll.extra, seat) ? (poll.extra[seat] ?? 0) : 0);
}

export function addPoll(
  polls: readonly Poll[],
  poll: Omit<Poll, 'openedAt' | 'extra' | 'result'>,
  at: number,
): readonly Poll[] {
  return [...polls, { ...poll, openedAt: at, extra: {}, result: null }];
}

export function changePoll(
  polls: readonly Poll[],
  id: PollId,
  change: Partial<Pick<Poll, 'budget' | 'cap'>>,
): readonly Poll[] {
  return polls.map((poll) => (poll.id === id ? { ...poll, ...change } : poll));
}

export function grantBallots(
  polls: readonly Poll[],
  id: PollId,
  seat: SeatId,
  extra: number,
): readonly Poll[] {
  return polls.map((poll) => (poll.id === id ? { ...poll, extra: { ...poll.extra, [seat]: extra } } : poll));
}

export function closePoll(
  polls: readonly Poll[],
  id: PollId,
  result: Omit<PollResult, 'closedAt'>,
  at: number,
): readonly Poll[] {
  return polls.map((poll) => (poll.id === id ? { ...poll, result: { ...result, closedAt: at } } : poll));
}

export function dropPoll(polls: readonly Poll[], id: PollId): readonly Poll[] {
  return polls.filter((poll) => poll.id !== id);
}
