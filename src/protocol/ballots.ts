/** What may be answered in secret, and how an answer travels. Nobody but its author and the server ever sees one. */
import * as z from 'zod/mini';
import { idSchema } from './ids.ts';
import { limits } from './limits.ts';

/** `dots`: votes spread over topics; `scale`: 1 to 5; `fist`: 0 to 5; `thumbs`: up, either way, down. */
export const pollKinds = ['dots', 'scale', 'fist', 'thumbs'] as const;
export type PollKind = (typeof pollKinds)[number];

/** What a poll is about; it decides the kind. */
export const pollQuestions = ['vote', 'safety', 'roti', 'fist', 'keep-talking'] as const;
export type PollQuestion = (typeof pollQuestions)[number];

/** Lowest first. */
export const pollChoices: Readonly<Record<Exclude<PollKind, 'dots'>, readonly string[]>> = {
  scale: ['1', '2', '3', '4', '5'],
  fist: ['0', '1', '2', '3', '4', '5'],
  thumbs: ['down', 'side', 'up'],
};

/**
 * `dots`: how many on which topic, each topic once. `answers`: one choice for each ballot the seat holds; a seat holds
 * one, and one more for each person without a device whom it answers for.
 */
export const ballotSchema = z.union([
  z.object({
    dots: z
      .array(z.object({ topic: idSchema, count: z.int().check(z.minimum(1), z.maximum(1_000)) }))
      .check(z.maxLength(limits.boardTopics)),
  }),
  z.object({
    answers: z
      .array(z.enum(['0', '1', '2', '3', '4', '5', 'down', 'side', 'up']))
      .check(z.minLength(1), z.maxLength(limits.extraBallotsMax + 1)),
  }),
]);
export type Ballot = z.infer<typeof ballotSchema>;
