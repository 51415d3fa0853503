/** How short a segment may become before it is no longer worth holding. */
import type { Activity, Segment } from './segment.ts';

const floors: Readonly<Record<Activity, number>> = {
  'check-in': 2,
  'follow-up': 2,
  wins: 4,
  gather: 3,
  group: 3,
  vote: 3,
  discuss: 5,
  decide: 4,
  read: 2,
  timeline: 2,
  close: 1,
  talk: 2,
};

/** Whole minutes; `gather` needs its floor for every round. */
export function floorMinutes(segment: Pick<Segment, 'activity' | 'rounds'>): number {
  const floor = floors[segment.activity];
  return segment.activity === 'gather' ? floor * segment.rounds : floor;
}

/** What these take at their shortest, whole minutes. */
export function floorSum(segments: readonly Pick<Segment, 'activity' | 'rounds'>[]): number {
  return segments.reduce((sum, segment) => sum + floorMinutes(segment), 0);
}

/** Decide and close are where the value is: they are never dropped and never pay for others. */
export function isProtected(segment: Pick<Segment, 'activity'>): boolean {
  return segment.activity === 'decide' || segment.activity === 'close';
}
