/** The plan as it was at another time, beside the one that holds now. Minutes are whole ones, other durations ms. */
import type { OwnLens } from '#protocol/agenda.ts';
import type { RoomFormat } from '#protocol/http.ts';
import type { SegmentId } from '#protocol/ids.ts';
import type { Segment } from '../agenda/segment.ts';

/** As people knew it when the meeting began, before anything was changed for a late start. Never changed. */
export interface AnnouncedPlan {
  readonly format: RoomFormat;
  readonly minutes: number;
  readonly bufferMs: number;
  readonly segments: readonly Segment[];
  readonly ownLenses: readonly OwnLens[];
  /** Server ms. */
  readonly endsAt: number;
}

/** As it was last set by hand; what fits made of it is not in it. */
export interface PlanAsSet {
  readonly parts: Readonly<Record<SegmentId, PartAsSet>>;
  readonly bufferMs: number;
}

interface PartAsSet {
  readonly minutes: number;
  readonly rounds: number;
  /** By what fits divide the time: planned minutes of its format, and what was set by hand in proportion to them. */
  readonly weight: number;
}
