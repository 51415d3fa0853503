/** What was announced when the meeting began, as against what the plan has become. */
import type { SegmentId } from '#protocol/ids.ts';
import type { Segment } from '../agenda/segment.ts';
import { minuteMs } from './clock.ts';
import type { AnnouncedPlan } from './earlier-plans.ts';
import type { EventOf } from './events.ts';
import type { StageState } from './state.ts';

/**
 * Where the event does not say, the end is what the plan comes to from its moment on. Without pre-reads, which are for
 * this meeting alone: everybody is sent this beside the agenda.
 */
export function announcedPlan(
  { format, minutes, bufferMs, segments, ownLenses }: StageState,
  { at, endsAt = at + Math.round(minutes * minuteMs) }: EventOf<'meetingStarted'>,
): AnnouncedPlan {
  const announced = segments.map((segment) => ({ ...segment, preReads: [] }));
  return { format, minutes, bufferMs, segments: announced, ownLenses, endsAt };
}

/** Null for a part that was added since. */
export function announcedMinutes({ segments }: AnnouncedPlan, id: SegmentId): number | null {
  return segments.find((segment) => segment.id === id)?.minutes ?? null;
}

/** What was announced and is not on the agenda any more: none of it was held. */
export function removedSinceStart({ announced, segments }: StageState): readonly Segment[] {
  const ids = new Set(segments.map(({ id }) => id));
  return (announced?.segments ?? []).filter(({ id }) => !ids.has(id));
}
