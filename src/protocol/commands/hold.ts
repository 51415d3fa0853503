/** Holding the room: who leads, who is in it, what may be written, and what people hold. */
import * as z from 'zod/mini';
import { idSchema } from '../ids.ts';

const seat = idSchema;

/** `ask`: a facilitator lets each one in. `locked`: nobody new. People who have a seat come and go as they like. */
export const doors = ['open', 'ask', 'locked'] as const;
export type Door = (typeof doors)[number];

export const holdCommands = [
  /** Makes somebody a facilitator beside oneself, or a participant again. One facilitator is always left. */
  z.object({ type: z.literal('setRole'), seat, role: z.enum(['facilitator', 'participant']) }),
  /** Somebody else facilitates, and oneself takes part. */
  z.object({ type: z.literal('handOver'), seat }),
  /** Whoever has facilitated this meeting before does so again. */
  z.object({ type: z.literal('takeBack') }),
  /** When no facilitator has been here for a minute; the others may object for a while. */
  z.object({ type: z.literal('askToFacilitate') }),
  z.object({ type: z.literal('objectToFacilitator') }),
  /** Ends a seat for good; what is on that person's device stays there. */
  z.object({ type: z.literal('removeSeat'), seat }),
  z.object({ type: z.literal('setDoor'), door: z.enum(doors) }),
  /** To somebody who waits at the door. */
  z.object({ type: z.literal('answerKnock'), seat, admit: z.boolean() }),
  /** While it is locked only facilitators write on the board; desks stay open. */
  z.object({ type: z.literal('lockBoard'), locked: z.boolean() }),
  /** Takes the words off the board for good. Who wrote them is not known, and not told. */
  z.object({ type: z.literal('hideNote'), note: idSchema }),
  /** Makes how safe it is to speak a topic, and the first to be discussed. */
  z.object({ type: z.literal('makeSafetyTopic') }),

  /** Gives the lens one holds away for the one that fewest hold. */
  z.object({ type: z.literal('passLens') }),
  /** Asks somebody who holds another lens; null takes the question back. */
  z.object({ type: z.literal('offerSwap'), to: z.nullable(seat) }),
  z.object({ type: z.literal('answerSwap'), from: seat, accept: z.boolean() }),
] as const;
