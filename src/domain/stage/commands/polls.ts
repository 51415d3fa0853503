/** Asking in secret: open, change, close. */
import type { PollKind, PollQuestion } from '#protocol/ballots.ts';
import { limits } from '#protocol/limits.ts';
import type { PollId, SeatId, SegmentId, TopicId } from '#protocol/ids.ts';
import { suggestedBudget, suggestedCap } from '../../ballots/budgets.ts';
import { tally } from '../../ballots/tally.ts';
import { mayExtend, turnOn } from '../discussions.ts';
import type { StageEvent } from '../events.ts';
import { segmentOf } from '../gathering.ts';
import { mayCommand } from '../permissions.ts';
import { ballotsHeld, isOpen, openPolls, pollOf } from '../polls.ts';
import { roleOf } from '../standing.ts';
import type { Poll, StageState } from '../state.ts';
import { countsAs } from '../topic-order.ts';
import { accept, refuse, type Facts, type Handled } from './facts.ts';

interface OpenVote {
  readonly segment: SegmentId;
  readonly budget?: number | undefined;
  readonly cap?: number | undefined;
}

/** Opening twice is opening once; asked for with another budget, it is refused. */
export function openVote(state: StageState, command: OpenVote, facts: Facts): Handled {
  const { segment } = command;
  if (segmentOf(state, segment)?.activity !== 'vote') return refuse('bad-input');
  if (state.current !== segment || facts.topics.length === 0 || isFull(state)) return refuse('wrong-moment');
  const budget = command.budget ?? suggestedBudget(facts.topics.length);
  const cap = command.cap ?? suggestedCap(budget);
  if (cap > budget) return refuse('bad-input');
  const open = openPolls(state).find((poll) => poll.question === 'vote' && poll.segment === segment);
  if (open) return isAsAsked(open, command) ? accept() : refuse('conflict');
  const options = facts.topics.map(({ id, title }) => ({ topic: id, name: title }));
  const poll = { id: facts.freshId, kind: 'dots', question: 'vote', segment, topic: null } as const;
  return accept({ at: facts.now, type: 'pollOpened', poll: { ...poll, options, budget, cap } });
}

function isAsAsked(open: Poll, { budget = open.budget, cap = open.cap }: OpenVote): boolean {
  return open.budget === budget && open.cap === cap;
}

interface OpenPoll {
  readonly question: Exclude<PollQuestion, 'vote'>;
  readonly topic?: TopicId | undefined;
}

const kinds: Readonly<Record<OpenPoll['question'], PollKind>> = {
  safety: 'scale',
  roti: 'scale',
  fist: 'fist',
  'keep-talking': 'thumbs',
};

/** One at a time about the same thing; opening it again changes nothing. */
export function openPoll(state: StageState, { question, topic }: OpenPoll, facts: Facts): Handled {
  const about = subjectOf(state, question, topic, facts);
  if (about === undefined) return refuse('bad-input');
  if (openPolls(state).some((poll) => poll.question === question && poll.topic === about)) return accept();
  if (isFull(state)) return refuse('wrong-moment');
  if (question === 'roti' && state.startedAt === null) return refuse('wrong-moment');
  if (question === 'keep-talking' && !mayAskToKeepTalking(state, about)) return refuse('wrong-moment');
  const poll = { id: facts.freshId, kind: kinds[question], question, segment: state.current, topic: about };
  return accept({ at: facts.now, type: 'pollOpened', poll: { ...poll, options: [], budget: 0, cap: 0 } });
}

/** The topic it is about, null where it is about the meeting, undefined where it makes no sense. */
function subjectOf(
  state: StageState,
  question: OpenPoll['question'],
  topic: TopicId | undefined,
  { topics }: Facts,
): TopicId | null | undefined {
  if (question === 'safety' || question === 'roti') return topic === undefined ? null : undefined;
  const known = topics.find((one) => topic !== undefined && countsAs(one, topic));
  if (!known || question === 'fist') return known?.id;
  const on = turnOn(state)?.topic;
  return on !== undefined && countsAs(known, on) ? on : known.id;
}

/** Of the topic that is on, as long as it may still be given more time; never two at once. */
function mayAskToKeepTalking(state: StageState, topic: TopicId | null): boolean {
  const turn = turnOn(state);
  const isAsked = openPolls(state).some(({ question }) => question === 'keep-talking');
  return !isAsked && turn?.topic === topic && mayExtend(state);
}

interface VoteBudget {
  readonly poll: PollId;
  readonly budget: number;
  readonly cap: number;
}

/** Ballots that do not fit any more stay as they are, and do not count until they are changed or there is room again. */
export function setVoteBudget(
  state: StageState,
  { poll: id, budget, cap }: VoteBudget,
  facts: Facts,
): Handled {
  const poll = pollOf(state, id);
  if (!poll) return refuse('conflict');
  if (poll.question !== 'vote' || cap > budget) return refuse('bad-input');
  if (!isOpen(poll)) return refuse('poll-closed');
  if (poll.budget === budget && poll.cap === cap) return accept();
  return accept({ at: facts.now, type: 'voteBudgetSet', poll: id, budget, cap });
}

interface Grant {
  readonly poll: PollId;
  readonly seat: SeatId;
  readonly extra: number;
}

export function grantBallots(state: StageState, { poll: id, seat, extra }: Grant, facts: Facts): Handled {
  const poll = pollOf(state, id);
  if (!poll) return refuse('conflict');
  if (!isOpen(poll)) return refuse('poll-closed');
  const role = roleOf(state, seat);
  if (!role || !mayCommand(role, 'castBallot')) return refuse('bad-input');
  if (ballotsHeld(poll, seat) === 1 + extra) return accept();
  return accept({ at: facts.now, type: 'ballotsGranted', poll: id, seat, extra });
}

export function closePoll(state: StageState, id: PollId, facts: Facts): Handled {
  const poll = pollOf(state, id);
  if (!poll) return refuse('conflict');
  return isOpen(poll) ? accept(resultEvent(poll, facts)) : accept();
}

export function cancelPoll(state: StageState, id: PollId, { now }: Facts): Handled {
  const poll = pollOf(state, id);
  if (!poll) return accept();
  return isOpen(poll) ? accept({ at: now, type: 'pollCancelled', poll: id }) : refuse('poll-closed');
}

/** Counts what was given so far. */
export function resultEvent(poll: Poll, { now, ballotsOf }: Facts): StageEvent {
  return { at: now, type: 'pollClosed', poll: poll.id, result: tally(poll, ballotsOf(poll.id)) };
}

/**
 * Ends it because the meeting goes on. An answer of nobody is none: it would stand in for an earlier result. Whether to
 * keep talking is for the moment alone: answers that nobody asked to see are told to nobody.
 */
export function endEvent(poll: Poll, facts: Facts): StageEvent {
  const { answered } = tally(poll, facts.ballotsOf(poll.id));
  const isCounted = answered > 0 && poll.question !== 'keep-talking';
  return isCounted ? resultEvent(poll, facts) : { at: facts.now, type: 'pollCancelled', poll: poll.id };
}

/** What is talked about next goes by the votes, so going on counts them. */
export function closeVotes(state: StageState, facts: Facts): StageEvent[] {
  return openPolls(state)
    .filter(({ question, segment }) => question === 'vote' && segment === state.current)
    .map((poll) => resultEvent(poll, facts));
}

function isFull({ polls }: StageState): boolean {
  return polls.length >= limits.boardPolls;
}
