/** How much time a topic gets: an equal share of what its segment has left. All in ms. */
import type { SegmentId } from '#protocol/ids.ts';
import { floorMinutes } from '../agenda/floors.ts';
import { aheadMs } from './budget.ts';
import { leftMs, minuteMs } from './clock.ts';
import type { StageState } from './state.ts';
import { wasOpened, type Orderable } from './topic-order.ts';

/** A topic is not worth opening for less, as long as there is a choice. */
const worthwhileMs = floorMinutes({ activity: 'discuss', rounds: 1 }) * minuteMs;

/** The share of `topic`, if it were opened now: at least a minute. */
export function shareMs(
  state: StageState,
  segment: SegmentId,
  topics: readonly Orderable[],
  topic: Orderable,
  now: number,
): number {
  const discussion = state.discussions[segment];
  const waiting = topics.filter(({ id }) => id !== topic.id).filter((one) => !wasOpened(discussion, one));
  const left = talkMs(state, segment, now);
  return Math.max(minuteMs, divide(left, waiting.length + 1));
}

/** What each topic to come would get after the one that is on; 0 where there is no topic or no time for one. */
export function shareAheadMs(
  state: StageState,
  segment: SegmentId,
  topics: readonly Orderable[],
  now: number,
): number {
  const discussion = state.discussions[segment];
  const waiting = topics.filter((one) => !wasOpened(discussion, one));
  return waiting.length === 0 ? 0 : divide(aheadMs(state, segment, now), waiting.length);
}

/** What the segment that runs has left for talking; less than nothing is nothing. */
function talkMs(state: StageState, segment: SegmentId, now: number): number {
  return Math.max(0, leftMs(state.clock, now) ?? 0) + aheadMs(state, segment, now);
}

/** In so many equal parts of whole seconds as are worthwhile; the last one takes the rest. */
function divide(ms: number, topics: number): number {
  const parts = Math.min(topics, Math.max(1, Math.floor(ms / worthwhileMs)));
  return parts === 1 ? ms : Math.round(ms / parts / 1000) * 1000;
}
