/** Before the meeting: when it is, who is expected, what to read and to write until then. */
import * as z from 'zod/mini';
import { lineSchema } from '../lines.ts';
import { idSchema } from '../ids.ts';
import { limits } from '../limits.ts';

const moment = z.int().check(z.minimum(0), z.maximum(8.64e15));

/** Whom a meeting needs, and why each is asked. */
export const expectedPeopleSchema = z
  .array(
    z.object({
      name: lineSchema(limits.nameChars),
      reason: z.union([lineSchema(limits.reasonChars), z.literal('')]),
    }),
  )
  .check(z.maxLength(limits.expectedPeople));

export const beforeCommands = [
  /** Server ms and an IANA time zone, or null for no time. */
  z.object({
    type: z.literal('planStart'),
    start: z.nullable(z.object({ at: moment, zone: z.string().check(z.regex(/^[A-Za-z0-9_+/-]{1,64}$/)) })),
  }),
  /** Replaced whole. */
  z.object({ type: z.literal('setExpected'), people: expectedPeopleSchema }),
  /** One's own tick. */
  z.object({ type: z.literal('markRead'), preRead: idSchema, read: z.boolean() }),
  /** Segments with notes in which people may write before the meeting, until a moment in server time. */
  z.object({
    type: z.literal('openEarly'),
    segments: z.array(idSchema).check(z.minLength(1), z.maxLength(limits.segments)),
    until: moment,
  }),
  z.object({ type: z.literal('closeEarly') }),
] as const;
