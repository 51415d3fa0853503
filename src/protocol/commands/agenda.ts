/** Changing the plan, before and during the meeting. What is over or going on keeps its place. */
import * as z from 'zod/mini';
import { agendaSegmentSchema, ownLensSchema, segmentChangeSchema, segmentDraftSchema } from '../agenda.ts';
import { lineSchema } from '../lines.ts';
import { idSchema } from '../ids.ts';
import { limits } from '../limits.ts';

const segment = idSchema;
/** Null: at the end. */
const before = z.nullable(segment);
/** Segments that may go where not even the shortest of all fit. */
export const dropping = z.optional(z.array(segment).check(z.maxLength(limits.segments)));
const freeMinutes = z.int().check(z.minimum(0), z.maximum(limits.minutesMax));
const meetingMinutes = z.int().check(z.minimum(limits.minutesMin), z.maximum(limits.minutesMax));

export const agendaCommands = [
  z.object({ type: z.literal('addSegment'), segment: segmentDraftSchema, before }),
  /** Right behind it, with everything but what happened in it. */
  z.object({ type: z.literal('duplicateSegment'), segment }),
  z.object({ type: z.literal('changeSegment'), segment, change: segmentChangeSchema }),
  z.object({ type: z.literal('moveSegment'), segment, before }),
  z.object({ type: z.literal('removeSegment'), segment }),
  /** Undoes that: it comes back as it was, under its own id, so that what was written for it is found again. */
  z.object({ type: z.literal('restoreSegment'), segment, before }),
  /** What only facilitators see beside a segment. */
  z.object({
    type: z.literal('setSegmentNotes'),
    segment,
    notes: z.string().check(z.maxLength(limits.facilitatorNoteChars)),
  }),
  /** Replaces everything that has not begun. `lenses` are put first, as by `putLens`: all of it is done, or nothing. */
  z.object({
    type: z.literal('setAgenda'),
    lenses: z.optional(z.array(ownLensSchema).check(z.maxLength(limits.ownLenses))),
    title: z.optional(lineSchema(limits.titleChars)),
    buffer: z.optional(freeMinutes),
    segments: z.array(agendaSegmentSchema).check(z.minLength(1), z.maxLength(limits.segments)),
  }),
  /**
   * Brings back the agenda that the change at that revision replaced. Refused once the agenda has changed again, or the
   * meeting has gone on.
   */
  z.object({ type: z.literal('undoAgenda'), rev: z.int().check(z.minimum(1)) }),
  /** How long the meeting is to take in all. Changes no segment. */
  z.object({ type: z.literal('setGoal'), minutes: meetingMinutes }),
  /**
   * Minutes kept free, which pay first when something takes longer. `fit`: parts that have not begun give them, as far
   * as the meeting would take longer than it is to; refused where one of them would have to go.
   */
  z.object({ type: z.literal('setBuffer'), minutes: freeMinutes, fit: z.optional(z.boolean()) }),
  /**
   * *Make it fit*: what has not begun, and the buffer, are divided anew so that the meeting ends as it was to. What has
   * to go for it is named in `dropping`, else it is refused.
   */
  z.object({ type: z.literal('fitAgenda'), dropping }),

  /** A perspective of the team's own; replaces the one with the same id. Not once somebody has held it. */
  z.object({ type: z.literal('putLens'), lens: ownLensSchema }),
  z.object({ type: z.literal('dropLens'), lens: idSchema }),
] as const;
