/** Which topic is talked about, in which order, and for how long. */
import type { SegmentId, TopicId } from '#protocol/ids.ts';
import { segmentOf } from '../gathering.ts';
import type { StageState } from '../state.ts';
import { accept, refuse, type Facts, type Handled } from './facts.ts';

export function orderTopics(
  state: StageState,
  segment: SegmentId,
  order: readonly TopicId[],
  { now }: Facts,
): Handled {
  if (!Object.hasOwn(state.discussions, segment)) return refuse('bad-input');
  return accept({ at: now, type: 'topicsOrdered', segment, order: [...new Set(order)] });
}

export function openTopic(state: StageState, topic: TopicId, { now, topics }: Facts): Handled {
  const segment = segmentOf(state, state.current);
  if (segment?.activity !== 'discuss' || state.phase !== 'running') return refuse('wrong-moment');
  if (!topics.some(({ id }) => id === topic)) return refuse('conflict');
  return accept({ at: now, type: 'topicOpened', segment: segment.id, topic, budgetMs: 60_000 });
}
