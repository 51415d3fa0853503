import type { Topic } from '#domain/board/topic.ts';
import type { StageState } from '#domain/stage/state.ts';
import { nextTopic } from '#domain/stage/topic-order.ts';

/** The topic that comes next. Null outside of a discussion, and once every topic was opened. */
export function topicAhead(stage: StageState, topics: readonly Topic[]): Topic | null {
  const { current, phase, discussions } = stage;
  if (current === null || phase !== 'running' || !discussions[current]) return null;
  return nextTopic(stage, current, topics);
}
