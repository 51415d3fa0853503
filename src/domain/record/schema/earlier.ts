import * as z from 'zod/mini';
import { aims } from '#protocol/aims.ts';
import { idSchema } from '#protocol/ids.ts';
import { day } from './notes.ts';

/** What an earlier room left open, and what has become of it. */
export const recordedEarlier = z.looseObject({
  id: idSchema,
  title: z.string(),
  owner: z.nullable(z.string()),
  /** As it was promised there. */
  due: day,
  /** What it does about the next incident; null where nobody said. Older records do not say. */
  aim: z.optional(z.nullable(z.enum(aims))),
  /** Null where the room did not say: it is carried on as it was. */
  fate: z.nullable(z.enum(['kept', 'moved', 'dropped'])),
  /** The new day of one that was moved. */
  movedTo: day,
  why: z.string(),
});
export type RecordedEarlier = z.infer<typeof recordedEarlier>;
