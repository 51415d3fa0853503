/** Secret questions on a record: what was asked, on which scale, and how many chose what. Never who chose what. */
import * as z from 'zod/mini';

/** Lowest first, those that nobody chose too. */
export const choiceCounts = z.array(
  z.looseObject({ choice: z.string(), label: z.string(), count: z.int().check(z.minimum(0)) }),
);

export const recordedPoll = z.looseObject({
  question: z.enum(['vote', 'safety', 'roti', 'fist', 'keep-talking']),
  /** As it was asked. */
  text: z.string(),
  /** Title of the segment, null before the start. */
  segment: z.nullable(z.string()),
  /** Title of the topic that it was about. */
  topic: z.nullable(z.string()),
  /** Such as `1-5, 5 best`; null where there is no scale. */
  scale: z.nullable(z.string()),
  /** Null where so few answered that counts would tell who, and for votes. */
  counts: z.nullable(choiceCounts),
  /** Of a vote, most first, those without any too: merged topics add theirs. Null for all other questions. */
  votes: z.nullable(z.array(z.looseObject({ topic: z.string(), count: z.int().check(z.minimum(0)) }))),
  /** Of a vote: how many each ballot had, and how many of them for one topic. */
  budget: z.nullable(z.looseObject({ votes: z.number(), cap: z.number() })),
  /** So few answered that the result stays hidden. */
  hidden: z.boolean(),
  /** People who answered, and ballots that counted: more where somebody answered for others. */
  answered: z.number(),
  ballots: z.number(),
  /** Who was given ballots for people in the room without a device, and how many. */
  extra: z.array(z.looseObject({ name: z.string(), ballots: z.number() })),
});
export type RecordedPoll = z.infer<typeof recordedPoll>;
export type ChoiceCounts = z.infer<typeof choiceCounts>;
