import * as z from 'zod/mini';
import { idSchema } from '#protocol/ids.ts';
import { day } from './notes.ts';

/** What an earlier room left open, and what has become of it. */
export const recordedEarlier = z.looseObject({
  id: idSchema,
  title: z.string(),
  owner: z.nullable(z.string()),
  /** As it was promised there. */
  due: day,
  /** Null where the room did not say: it is carried on as it was. */
  fate: z.nullable(z.enum(['kept', 'moved', 'dropped'])),
  /** The new day of one that was moved. */
  movedTo: day,
  why: z.string(),
});
export type RecordedEarlier = z.infer<typeof recordedEarlier>;
