/** Closed polls: what was asked and how many chose what. Ballots are in no source of it. */
import { pollChoices } from '#protocol/ballots.ts';
import type { Topic } from '../board/topic.ts';
import { pollWords } from '../ballots/poll-words.ts';
import { rankTopics } from '../ballots/ranking.ts';
import type { Poll, PollResult, StageState } from '../stage/state.ts';
import { countsAs } from '../stage/topic-order.ts';
import { seatName } from './record-names.ts';
import { topicName } from './record-topic.ts';
import type { ChoiceCounts, RecordedPoll } from './room-record.ts';

export function recordPolls(stage: StageState, topics: readonly Topic[]): RecordedPoll[] {
  return stage.polls.flatMap((poll) => (poll.result ? [recordPoll(poll, poll.result, stage, topics)] : []));
}

/** The last one about the topic, or about one that was merged into it. */
export function lastFist(stage: StageState, topic: Pick<Topic, 'id' | 'merged'>): ChoiceCounts | null {
  const fist = stage.polls.findLast(
    (poll) =>
      poll.question === 'fist' && poll.result !== null && poll.topic !== null && countsAs(topic, poll.topic),
  );
  return fist?.result ? choiceCounts(fist, fist.result) : null;
}

function recordPoll(
  poll: Poll,
  result: PollResult,
  stage: StageState,
  topics: readonly Topic[],
): RecordedPoll {
  const isVote = poll.kind === 'dots';
  const { text, scale } = pollWords[poll.question];
  return {
    question: poll.question,
    text,
    segment: stage.segments.find(({ id }) => id === poll.segment)?.title ?? null,
    topic: topicName(poll.topic, topics),
    scale,
    counts: choiceCounts(poll, result),
    votes: isVote && result.counts ? votes(poll, topics) : null,
    budget: isVote ? { votes: poll.budget, cap: poll.cap } : null,
    hidden: result.counts === null,
    answered: result.answered,
    ballots: result.ballots,
    extra: extraBallots(poll, stage),
  };
}

function choiceCounts({ kind, question }: Poll, { counts }: PollResult): ChoiceCounts | null {
  if (kind === 'dots' || counts === null) return null;
  const { labels } = pollWords[question];
  return pollChoices[kind].map((choice) => ({
    choice,
    label: labels[choice] ?? choice,
    count: countOf(counts, choice),
  }));
}

/** As they stand on the screens, with those that are not on the board any more. */
function votes(vote: Poll, topics: readonly Topic[]): { topic: string; count: number }[] {
  return rankTopics(vote, topics).map(({ name, votes: count }) => ({ topic: name, count }));
}

function extraBallots({ extra }: Poll, stage: StageState): RecordedPoll['extra'] {
  return Object.entries(extra).flatMap(([seat, ballots]) =>
    ballots > 0 ? [{ name: seatName(seat, stage) ?? '', ballots }] : [],
  );
}

function countOf(counts: Readonly<Record<string, number>>, key: string): number {
  return Object.hasOwn(counts, key) ? (counts[key] ?? 0) : 0;
}
