/** What a vote said, topic by topic. Those with as many votes stand at the same place. */
import type { TopicId } from '#protocol/ids.ts';
import { countsAs, votesFor, type Orderable } from '../stage/topic-order.ts';
import type { Poll, StageState } from '../stage/state.ts';

export interface RankedTopic {
  readonly id: TopicId;
  /** Empty where it is not there any more and never had a title. */
  readonly name: string;
  readonly votes: number;
  /** Counted from 1; after two at the first place comes the third. */
  readonly rank: number;
  readonly isTied: boolean;
  /** Titles, as they were in the vote, of topics that were merged into it since; their votes are in `votes`. */
  readonly mergedFrom: readonly string[];
}

type Standing = Omit<RankedTopic, 'rank' | 'isTied'>;

/** Votes over topics that were held and counted, oldest first. */
export function closedVotes({ polls }: Pick<StageState, 'polls'>): readonly Poll[] {
  return polls.filter(({ question, result }) => question === 'vote' && result !== null);
}

/** `topics` as they are on the board now; what was voted on and is not there any more keeps its place and its title. */
export function rankTopics(
  vote: Poll,
  topics: readonly (Orderable & { readonly name: string })[],
): readonly RankedTopic[] {
  const standing = [...topicsVotedOn(vote, topics), ...topicsGone(vote, topics)];
  const byVotes = [...standing].sort((a, b) => b.votes - a.votes);
  return byVotes.map((topic) => ({
    ...topic,
    rank: 1 + byVotes.findIndex(({ votes }) => votes === topic.votes),
    isTied: byVotes.filter(({ votes }) => votes === topic.votes).length > 1,
  }));
}

function topicsVotedOn(
  { options, result }: Poll,
  topics: readonly (Orderable & { readonly name: string })[],
): Standing[] {
  return topics
    .map((topic) => ({ topic, chosen: options.filter((option) => countsAs(topic, option.topic)) }))
    .filter(({ chosen }) => chosen.length > 0)
    .map(({ topic, chosen }) => ({
      id: topic.id,
      name: topic.name,
      votes: votesFor(topic, result?.counts ?? null),
      mergedFrom: chosen.filter(({ topic: id }) => id !== topic.id).map(({ name }) => name),
    }));
}

function topicsGone({ options, result }: Poll, topics: readonly Orderable[]): Standing[] {
  return options
    .filter((option) => !topics.some((topic) => countsAs(topic, option.topic)))
    .map(({ topic: id, name }) => ({
      id,
      name,
      votes: votesFor({ id, merged: [] }, result?.counts ?? null),
      mergedFrom: [],
    }));
}
