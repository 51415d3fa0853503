/** What notes, days and ids look like on a record. Nothing here says who wrote an unsigned note, or when. */
import * as z from 'zod/mini';
import { idSchema } from '#protocol/ids.ts';

export const lacks = z.array(
  z.enum(['owner', 'due', 'title', 'consent', 'reconvene', 'position', 'outcome']),
);

/** YYYY-MM-DD, or null. */
export const day = z.nullable(z.string().check(z.regex(/^\d{4}-\d{2}-\d{2}$/)));

/** RFC 3339, UTC. */
export const moment = z.string().check(z.regex(/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(\.\d{1,3})?Z$/));

export const recordedNote = z.looseObject({
  id: idSchema,
  text: z.string(),
  /** The name of an author who stands to it; null for all others. */
  signedBy: z.nullable(z.string()),
});

export const notes = z.array(recordedNote);
export type RecordedNote = z.infer<typeof recordedNote>;
