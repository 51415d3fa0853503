/** How safe people feel to speak, and what follows when several do not. */
import type { Segment } from '../agenda/segment.ts';
import type { Poll, StageState } from './state.ts';
import { countsAs, type Orderable } from './topic-order.ts';

/** Steps of the scale at which somebody will rather listen than speak. */
const lowSteps = ['1', '2'] as const;
/** One alone would be pointed at by whatever follows. */
const several = 2;

/** The last result about safety that everybody can see: one that too few answered to be shown takes nothing from it. */
export function shownSafety({ polls }: Pick<StageState, 'polls'>): Poll | null {
  return polls.findLast(({ question, result }) => question === 'safety' && result?.counts) ?? null;
}

/** What this topic is about, where it was made from how safe people feel. */
export function safetyBehind(
  state: Pick<StageState, 'polls' | 'safetyTopic'>,
  topic: Orderable,
): Poll | null {
  const isAbout = state.safetyTopic !== null && countsAs(topic, state.safetyTopic);
  return isAbout ? shownSafety(state) : null;
}

/** Several ballots are low. False wherever the counts stay hidden: nothing may follow from what is not shown. */
export function isSafetyLow(poll: Poll): boolean {
  const counts = poll.result?.counts;
  return counts ? lowSteps.reduce((sum, step) => sum + (counts[step] ?? 0), 0) >= several : false;
}

/** Where a topic can still be put first: the discussion that runs, or the next one to come. */
export function nextDiscussion({ segments, runs, current }: StageState): Segment | null {
  const from = segments.findIndex(({ id }) => id === current);
  const isAhead = ({ id }: Segment) => runs[id]?.status === 'waiting' || runs[id]?.status === 'active';
  const ahead = segments.slice(Math.max(0, from));
  return ahead.find((segment) => segment.activity === 'discuss' && isAhead(segment)) ?? null;
}

/** Once in a room: afterwards it is a topic like any other. */
export function maySafetyBecomeTopic(state: StageState): boolean {
  const poll = shownSafety(state);
  return state.safetyTopic === null && poll !== null && isSafetyLow(poll) && nextDiscussion(state) !== null;
}
