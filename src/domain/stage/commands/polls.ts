/** Asking in secret: open, change, close. */
import type { PollQuestion } from '#protocol/ballots.ts';
import type { PollId, SeatId, SegmentId, TopicId } from '#protocol/ids.ts';
import type { StageEvent } from '../events.ts';
import type { Poll, StageState } from '../state.ts';
import { refuse, type Facts, type Handled } from './facts.ts';

interface OpenVote {
  readonly segment: SegmentId;
  readonly budget?: number | undefined;
  readonly cap?: number | undefined;
}

export function openVote(_state: StageState, _command: OpenVote, _facts: Facts): Handled {
  return refuse('wrong-moment');
}

interface OpenPoll {
  readonly question: Exclude<PollQuestion, 'vote'>;
  readonly topic?: TopicId | undefined;
}

export function openPoll(_state: StageState, _command: OpenPoll, _facts: Facts): Handled {
  return refuse('wrong-moment');
}

interface VoteBudget {
  readonly poll: PollId;
  readonly budget: number;
  readonly cap: number;
}

export function setVoteBudget(_state: StageState, _command: VoteBudget, _facts: Facts): Handled {
  return refuse('wrong-moment');
}

interface Grant {
  readonly poll: PollId;
  readonly seat: SeatId;
  readonly extra: number;
}

export function grantBallots(_state: StageState, _command: Grant, _facts: Facts): Handled {
  return refuse('wrong-moment');
}

export function closePoll(_state: StageState, _id: PollId, _facts: Facts): Handled {
  return refuse('wrong-moment');
}

export function cancelPoll(_state: StageState, _id: PollId, _facts: Facts): Handled {
  return refuse('wrong-moment');
}

/** Counts what was given so far. */
export function resultEvent(poll: Poll, { now }: Facts): StageEvent {
  const result = { answered: 0, ballots: 0, counts: null };
  return { at: now, type: 'pollClosed', poll: poll.id, result };
}
