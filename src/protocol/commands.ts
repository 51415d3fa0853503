/**
 * What a person may ask of the stage over Socket.IO, event `command`. The seat and the room come from the socket,
 * never from here. Answered with `CommandAck`; a repeated cmdId is answered with its first result.
 */
import * as z from 'zod/mini';
import type { ErrorCode } from './errors.ts';
import { idSchema } from './ids.ts';

const segment = idSchema;

const bodies = [
  z.object({ type: z.literal('startMeeting') }),
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
  z.object({ type: z.literal('closeRoom'), anyway: z.boolean() }),
] as const;

export const commandSchema = z.object({
  cmdId: idSchema,
  /** Refused with `conflict` when the stage has moved past this revision. */
  expectedRev: z.optional(z.int().check(z.minimum(0))),
  command: z.discriminatedUnion('type', bodies),
});
export type CommandFrame = z.infer<typeof commandSchema>;
export type Command = CommandFrame['command'];

export type CommandAck = { ok: true; rev: number } | { ok: false; code: ErrorCode };
