/** The topic that comes next, and whether there is still time for it. */
import type { Topic } from '#domain/board/topic.ts';
import { aheadMs } from '#domain/stage/budget.ts';
import { leftMs, minuteMs } from '#domain/stage/clock.ts';
import type { StageState } from '#domain/stage/state.ts';
import { nextTopic } from '#domain/stage/topic-order.ts';

/** Null outside of a discussion, and once every topic was opened. */
export function topicAhead(stage: StageState, topics: readonly Topic[]): Topic | null {
  const { current, phase, discussions } = stage;
  if (current === null || phase !== 'running' || !discussions[current]) return null;
  return nextTopic(stage, current, topics);
}

/** At least a minute of what the segment has left, the topic that is on included. */
export function isTimeForTopic(stage: StageState, now: number): boolean {
  if (stage.current === null) return false;
  return Math.max(0, leftMs(stage.clock, now) ?? 0) + aheadMs(stage, stage.current, now) >= minuteMs;
}
