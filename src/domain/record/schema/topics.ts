import * as z from 'zod/mini';
import { idSchema } from '#protocol/ids.ts';
import { notes } from './notes.ts';

export const recordedTopic = z.looseObject({
  id: idSchema,
  title: z.string(),
  /** Titles of topics that count as this one. */
  merged: z.array(z.string()),
  /** In the last vote, with those of merged topics; null where it was not voted on. */
  votes: z.nullable(z.number()),
  /** 1 for most votes; the same for a tie. Null where it was not voted on. Topics that are gone keep their place. */
  rank: z.nullable(z.number()),
  /** Something else stands at the same place, be it a topic that is gone. Older records do not say. */
  tied: z.optional(z.boolean()),
  /** Whether it was talked about. */
  opened: z.boolean(),
  /** What was written down while it was. */
  minutes: z.string(),
  notes,
  /** How it left the room; null where nobody chose. */
  outcome: z.nullable(z.enum(['decision', 'spike', 'escalation', 'let-go'])),
});
export type RecordedTopic = z.infer<typeof recordedTopic>;
