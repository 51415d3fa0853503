import * as z from 'zod/mini';
import { idSchema } from '#protocol/ids.ts';
import { notes } from './notes.ts';

export const recordedSegment = z.looseObject({
  id: idSchema,
  activity: z.string(),
  title: z.string(),
  question: z.string(),
  /** As the plan was last, before it began. */
  plannedMinutes: z.number(),
  /** When the meeting began; null for a part that was added since. Left out before that, and in older records. */
  announcedMinutes: z.optional(z.nullable(z.number())),
  /** What whoever facilitated added while it ran; left out where that is nothing. */
  extendedMinutes: z.optional(z.number()),
  /** What they took from it then, likewise. */
  cutMinutes: z.optional(z.number()),
  /** Without pauses, over all stays. Null while it has not ended, or was never entered. */
  actualMinutes: z.nullable(z.number()),
  status: z.enum(['waiting', 'active', 'done', 'skipped']),
  /** Whether the notes of a segment with a reveal were revealed; null where there is nothing to reveal. */
  revealed: z.nullable(z.boolean()),
  /** Visible notes by lens or prompt; `heading` null for notes whose lens too few people held. Wins stand in `wins`. */
  notes: z.array(z.looseObject({ heading: z.nullable(z.string()), question: z.nullable(z.string()), notes })),
  /** Lens by lens how many people held it; only lenses that the reveal shows, so none that fewer than three held. */
  coverage: z.array(
    z.looseObject({ lens: z.string(), name: z.string(), held: z.number(), notes: z.number() }),
  ),
  /** Whether `coverage` leaves out lenses because fewer than three held them; not said where it does not. */
  coverageLeavesOut: z.optional(z.boolean()),
  /** Names of lenses that were held and nobody could answer for: a finding. */
  unanswered: z.array(z.string()),
});
export type RecordedSegment = z.infer<typeof recordedSegment>;

/** Announced when the meeting began, and taken off the agenda before it was held. */
export const recordedRemoval = z.looseObject({
  id: idSchema,
  title: z.string(),
  announcedMinutes: z.number(),
});
