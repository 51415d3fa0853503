/**
 * What a person may ask of the stage over Socket.IO, event `command`. The seat and the room come from the socket,
 * never from here. Answered with `CommandAck`; a repeated cmdId is answered with its first result.
 */
import * as z from 'zod/mini';
import { ballotSchema } from './ballots.ts';
import { agendaCommands, dropping } from './commands/agenda.ts';
import { beforeCommands } from './commands/before.ts';
import { holdCommands } from './commands/hold.ts';
import type { ErrorCode } from './errors.ts';
import { lineSchema } from './lines.ts';
import { idSchema } from './ids.ts';
import { limits } from './limits.ts';

const segment = idSchema;
const topic = idSchema;
const poll = idSchema;
/** SHA-256, hex, of what the person saw. */
const hash = z.string().check(z.regex(/^[0-9a-f]{64}$/));
const votes = z.int().check(z.minimum(1), z.maximum(limits.votesMax));

const bodies = [
  /** `keepEnd`: what has gone by since the planned start is taken from the plan, so that it ends as announced. */
  z.object({ type: z.literal('startMeeting'), keepEnd: z.optional(z.boolean()), dropping }),
  z.object({ type: z.literal('pauseClock') }),
  z.object({ type: z.literal('resumeClock') }),
  /** One minute or more for what runs now (segment, or round in `gather`); a later segment pays. */
  z.object({ type: z.literal('extendTime'), minutes: z.union([z.literal(1), z.literal(2), z.literal(5)]) }),
  /** The next round of a gather segment, else the next segment. */
  z.object({ type: z.literal('goNext') }),
  /** The segment before; everything in it is as it was. */
  z.object({ type: z.literal('goBack') }),
  z.object({ type: z.literal('repeatSegment') }),
  /** Leave the current segment as skipped. */
  z.object({ type: z.literal('skipSegment') }),
  z.object({ type: z.literal('setRoundMode'), segment, mode: z.enum(['parallel', 'distributed']) }),
  z.object({ type: z.literal('setFacilitatorWrites'), writes: z.boolean() }),
  z.object({ type: z.literal('askReveal'), segment }),
  z.object({ type: z.literal('cancelReveal'), segment }),
  z.object({ type: z.literal('bringEveryone') }),

  /** A vote over all topics there are now; what is grouped later does not change the options. */
  z.object({ type: z.literal('openVote'), segment, budget: z.optional(votes), cap: z.optional(votes) }),
  /** `topic` for the fist of five and for *keep talking*. */
  z.object({
    type: z.literal('openPoll'),
    question: z.enum(['safety', 'roti', 'fist', 'keep-talking']),
    topic: z.optional(topic),
  }),
  /** How many votes each person has, and how many of them may go to one topic; also while people vote. */
  z.object({ type: z.literal('setVoteBudget'), poll, budget: votes, cap: votes }),
  /** A seat answers for so many people beside itself who have no device. */
  z.object({
    type: z.literal('grantBallots'),
    poll,
    seat: idSchema,
    extra: z.int().check(z.minimum(0), z.maximum(limits.extraBallotsMax)),
  }),
  /** Replaces what this seat answered before; null takes it back. Makes no event. */
  z.object({ type: z.literal('castBallot'), poll, ballot: z.nullable(ballotSchema) }),
  z.object({ type: z.literal('closePoll'), poll }),
  /** Ends it without a result. */
  z.object({ type: z.literal('cancelPoll'), poll }),

  /** In which order topics are discussed; those left out follow, by votes. */
  z.object({
    type: z.literal('orderTopics'),
    segment,
    order: z.array(topic).check(z.maxLength(limits.boardTopics)),
  }),
  /** Talk about this topic now. */
  z.object({ type: z.literal('openTopic'), topic }),

  /** The owner takes an action as it reads now, or gives it back. `conflict` where it reads otherwise. */
  z.object({ type: z.literal('takeAction'), action: idSchema, hash: z.nullable(hash) }),
  /** Its holder confirms a position as it reads now, or no longer does. */
  z.object({ type: z.literal('confirmPosition'), position: idSchema, hash: z.nullable(hash) }),

  /** `why` is needed where something is still open. */
  z.object({
    type: z.literal('closeRoom'),
    anyway: z.boolean(),
    why: z.optional(lineSchema(limits.whyChars)),
  }),
  z.object({ type: z.literal('reopenRoom') }),

  ...agendaCommands,
  ...beforeCommands,
  ...holdCommands,
] as const;

export const commandSchema = z.object({
  cmdId: idSchema,
  /** Refused with `conflict` when the stage has moved past this revision. */
  expectedRev: z.optional(z.int().check(z.minimum(0))),
  command: z.discriminatedUnion('type', bodies),
});
export type CommandFrame = z.infer<typeof commandSchema>;
export type Command = CommandFrame['command'];
export type CommandOf<Type extends Command['type']> = Extract<Command, { type: Type }>;

export type CommandAck = { ok: true; rev: number } | { ok: false; code: ErrorCode };
