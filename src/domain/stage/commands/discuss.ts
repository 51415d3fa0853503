/** Which topic is talked about, in which order, and for how long. */
import type { SegmentId, TopicId } from '#protocol/ids.ts';
import type { StageEvent } from '../events.ts';
import { segmentOf } from '../gathering.ts';
import { openPolls } from '../polls.ts';
import type { Poll, StageState } from '../state.ts';
import { countsAs, nextTopic, topicOn } from '../topic-order.ts';
import { shareMs } from '../topic-time.ts';
import { accept, refuse, type Facts, type Handled, type TopicFact } from './facts.ts';
import { endEvent, resultEvent } from './polls.ts';

export function orderTopics(
  state: StageState,
  segment: SegmentId,
  order: readonly TopicId[],
  { now }: Facts,
): Handled {
  if (!Object.hasOwn(state.discussions, segment)) return refuse('bad-input');
  return accept({ at: now, type: 'topicsOrdered', segment, order: [...new Set(order)] });
}

/** Whatever is on is over with it. A topic that was talked about before may be opened again. */
export function openTopic(state: StageState, id: TopicId, facts: Facts): Handled {
  const segment = segmentOf(state, state.current);
  if (segment?.activity !== 'discuss' || state.phase !== 'running') return refuse('wrong-moment');
  const topic = facts.topics.find((one) => countsAs(one, id));
  if (!topic) return refuse('conflict');
  if (topicOn(state.discussions[segment.id], facts.topics) === topic) return accept();
  return accept(...dropTalkPolls(state, facts), openedEvent(state, segment.id, topic, facts));
}

/** The first topic of a discussion that is entered for the first time, or anew. */
export function firstTopicEvents(state: StageState, segment: SegmentId, facts: Facts): StageEvent[] {
  if (state.discussions[segment]?.turns.length !== 0) return [];
  const first = nextTopic(state, segment, facts.topics);
  return first ? [openedEvent(state, segment, first, facts)] : [];
}

/** Whether to keep talking is no question any more once something else is on. */
export function dropTalkPolls(state: StageState, facts: Facts): StageEvent[] {
  return talkPolls(state).map((poll) => endEvent(poll, facts));
}

/** More time is given by what people said, so giving it counts that. */
export function countTalkPolls(state: StageState, facts: Facts): StageEvent[] {
  return talkPolls(state).map((poll) => resultEvent(poll, facts));
}

function talkPolls(state: StageState): readonly Poll[] {
  return openPolls(state).filter(({ question }) => question === 'keep-talking');
}

function openedEvent(
  state: StageState,
  segment: SegmentId,
  topic: TopicFact,
  { now, topics }: Facts,
): StageEvent {
  const budgetMs = shareMs(state, segment, topics, topic, now);
  return { at: now, type: 'topicOpened', segment, topic: topic.id, budgetMs };
}
