/** The topics of a discussion as a list shows them: in order, with votes, and what became of each. */
import type { Action } from '#domain/board/board.ts';
import { byId, outcomeOf } from '#domain/board/leaving.ts';
import type { Outcome, OutcomeKind, Topic } from '#domain/board/topic.ts';
import type { StageState } from '#domain/stage/state.ts';
import {
  latestVotes,
  nextTopic,
  topicOn,
  topicsInOrder,
  votesFor,
  wasOpened,
} from '#domain/stage/topic-order.ts';
import type { SegmentId } from '#protocol/ids.ts';

export interface TopicRow {
  readonly topic: Topic;
  /** Null before there was a vote. */
  readonly votes: number | null;
  /** Another topic has as many votes. */
  readonly isTied: boolean;
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
  const counts = latestVotes(stage);
  const votes = (topic: Topic) => counts && votesFor(topic, counts);
  const outcomes = byId(written.outcomes);
  return topicsInOrder(stage, segment, topics).map((topic) => {
    const parts = [topic.id, ...topic.merged];
    return {
      topic,
      votes: votes(topic),
      isTied: topics.some(
        (other) => other !== topic && (votes(other) ?? 0) > 0 && votes(other) === votes(topic),
      ),
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
