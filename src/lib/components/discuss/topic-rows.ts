/** The topics of a discussion as a list shows them: in order, with votes, and what became of each. */
import { closedVotes, rankTopics, type RankedTopic } from '#domain/ballots/ranking.ts';
import type { Action } from '#domain/board/board.ts';
import { byId, outcomeOf } from '#domain/board/leaving.ts';
import type { Outcome, OutcomeKind, Topic } from '#domain/board/topic.ts';
import type { StageState } from '#domain/stage/state.ts';
import { nextTopic, topicOn, topicsInOrder, wasOpened } from '#domain/stage/topic-order.ts';
import type { SegmentId } from '#protocol/ids.ts';

export interface TopicRow {
  readonly topic: Topic;
  /** What the last vote said of it; null before there was one, and for topics that were not voted on. */
  readonly vote: RankedTopic | null;
  /** `on`: it is talked about. `last`: it was when the segment was left. `never`: time was over before. */
  readonly state: 'on' | 'last' | 'opened' | 'next' | 'waiting' | 'never';
  readonly outcome: OutcomeKind | null;
  readonly actions: number;
}

export interface Written {
  readonly topics: readonly Topic[];
  readonly outcomes: readonly Outcome[];
  readonly actions: readonly Action[];
}

export function topicRows(stage: StageState, segment: SegmentId, written: Written): readonly TopicRow[] {
  const { topics, actions } = written;
  const last = closedVotes(stage).at(-1);
  const votes = byId(last ? rankTopics(last, topics) : []);
  const outcomes = byId(written.outcomes);
  return topicsInOrder(stage, segment, topics).map((topic) => {
    const parts = [topic.id, ...topic.merged];
    return {
      topic,
      vote: votes.get(topic.id) ?? null,
      state: stateOf(stage, segment, topics, topic),
      outcome: outcomeOf(topic, outcomes)?.kind ?? null,
      actions: actions.filter(({ outcome }) => outcome !== null && parts.includes(outcome)).length,
    };
  });
}

function stateOf(
  stage: StageState,
  segment: SegmentId,
  topics: readonly Topic[],
  topic: Topic,
): TopicRow['state'] {
  const discussion = stage.discussions[segment];
  const isRunning = stage.phase === 'running' && stage.current === segment;
  if (topicOn(discussion, topics) === topic) return isRunning ? 'on' : 'last';
  if (wasOpened(discussion, topic)) return 'opened';
  if (stage.phase === 'closed' || isOver(stage, segment)) return 'never';
  return nextTopic(stage, segment, topics) === topic ? 'next' : 'waiting';
}

function isOver({ runs }: StageState, segment: SegmentId): boolean {
  const status = runs[segment]?.status;
  return status === 'done' || status === 'skipped';
}
