/** How topics left the room, and what was promised. */
import * as z from 'zod/mini';
import { aims } from '#protocol/aims.ts';
import { idSchema } from '#protocol/ids.ts';
import { day, lacks } from './notes.ts';
import { choiceCounts } from './polls.ts';

/** Of the topic that it leaves by; null where there is none. */
const topic = z.nullable(z.string());
const name = z.nullable(z.string());

export const recordedDecision = z.looseObject({
  id: idSchema,
  topic,
  text: z.string(),
  status: z.enum(['proposed', 'accepted', 'superseded']),
  /** The words of the decision that stands instead. */
  supersededBy: z.nullable(z.string()),
  context: z.string(),
  options: z.array(z.looseObject({ id: idSchema, title: z.string(), good: z.string(), bad: z.string() })),
  rejected: z.string(),
  risks: z.string(),
  confirmation: z.string(),
  revisit: day,
  /** The last fist of five about it, or null. */
  fist: z.nullable(choiceCounts),
});
export type RecordedDecision = z.infer<typeof recordedDecision>;

export const recordedSpike = z.looseObject({
  id: idSchema,
  topic,
  question: z.string(),
  owner: name,
  ends: day,
  evidence: z.string(),
  reconvene: day,
  lacks,
});
export type RecordedSpike = z.infer<typeof recordedSpike>;

export const recordedEscalation = z.looseObject({
  id: idSchema,
  topic,
  needed: z.string(),
  by: day,
  whom: z.string(),
  /** In their holders' words; `confirmed` where the holder has said that these are their words. */
  positions: z.array(z.looseObject({ id: idSchema, holder: name, text: z.string(), confirmed: z.boolean() })),
  risks: z.string(),
  tried: z.string(),
  fallback: z.string(),
  lacks,
});
export type RecordedEscalation = z.infer<typeof recordedEscalation>;

export const recordedLetGo = z.looseObject({ id: idSchema, topic, why: z.string() });
export type RecordedLetGo = z.infer<typeof recordedLetGo>;

export const recordedAction = z.looseObject({
  id: idSchema,
  title: z.string(),
  /** A name; null where nobody owns it. */
  owner: name,
  due: day,
  /** `taken`: its owner gave their word on it as it reads. `asked`: not yet. Null where nobody here can be asked. */
  consent: z.nullable(z.enum(['taken', 'asked'])),
  check: z.string(),
  toSelf: z.string(),
  toTeammate: z.string(),
  /** What it does about the next incident; null where nobody said. Older records do not say. */
  aim: z.optional(z.nullable(z.enum(aims))),
  /** Id of the outcome that it belongs to. */
  outcome: z.nullable(idSchema),
  topic,
  /** What makes it unfinished; empty for a complete promise. */
  lacks,
});
export type RecordedAction = z.infer<typeof recordedAction>;
