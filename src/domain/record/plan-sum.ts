/** What all that was planned comes to, part by part and with the buffer; what the meeting was to take may be another thing. */
import type { RoomRecord } from './room-record.ts';

export interface PlanSum {
  readonly planned: number;
  /** The same as planned where nobody knows. */
  readonly announced: number;
  /** Whether the meeting was to take longer, or less, by at least a minute. */
  readonly isOffGoal: boolean;
}

export function sumOfPlan({ segments, removedSegments = [], minutes }: RoomRecord): PlanSum {
  const { planned: free = 0, announced: freeBefore = free } = minutes.buffer ?? {};
  const planned = segments.reduce((sum, { plannedMinutes }) => sum + plannedMinutes, free);
  const announced = [
    ...segments.map(({ plannedMinutes, announcedMinutes = plannedMinutes }) => announcedMinutes ?? 0),
    ...removedSegments.map(({ announcedMinutes }) => announcedMinutes),
  ].reduce((sum, one) => sum + one, freeBefore);
  return { planned, announced, isOffGoal: Math.abs(planned - minutes.planned) >= 1 };
}
