/** What notes, days and ids look like on a record. Nothing here says who wrote an unsigned note, or when. */
import * as z from 'zod/mini';
import { idSchema } from '#protocol/ids.ts';

export const lacks = z.array(
  z.enum(['owner', 'due', 'aim', 'title', 'consent', 'reconvene', 'position', 'outcome', 'why']),
);

/** YYYY-MM-DD as a calendar has it, or null. */
export const day = z.nullable(
  z.string().check(
    z.regex(/^\d{4}-\d{2}-\d{2}$/),
    z.refine((text) => isMoment(`${text}T00:00:00.000Z`)),
  ),
);

/** RFC 3339, UTC. */
export const moment = z.string().check(
  z.regex(/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(\.\d{1,3})?Z$/),
  z.refine((text) => isMoment(text)),
);

/** There is such a day, and such a time on it: not the 31st of February. */
function isMoment(text: string): boolean {
  const at = new Date(text);
  return !Number.isNaN(at.getTime()) && at.toISOString().slice(0, 19) === text.slice(0, 19);
}

export const recordedNote = z.looseObject({
  id: idSchema,
  text: z.string(),
  /** The name of an author who stands to it; null for all others. */
  signedBy: z.nullable(z.string()),
});

export const notes = z.array(recordedNote);
export type RecordedNote = z.infer<typeof recordedNote>;

export const recordedWin = z.extend(recordedNote, {
  /** Title of the segment in which it was given; older records do not say. */
  segment: z.optional(z.string()),
  /** Name of the question that it answers; null for none. Older records do not say. */
  prompt: z.optional(z.nullable(z.string())),
});
export type RecordedWin = z.infer<typeof recordedWin>;
