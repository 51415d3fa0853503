/**
 * Socket.IO events beside `command`. Path `/socket.io`, websocket transport only, handshake query `room=<id>` and
 * optionally `as=observer`. The server emits `stage` once on connect, then `events` in order of rev; a client that
 * misses a revision asks with `snapshot`. `clock` is answered at once with the server's time.
 */
import * as z from 'zod/mini';
import type { Ballot } from './ballots.ts';
import { idSchema, type NoteId, type PollId, type SeatId, type SegmentId } from './ids.ts';
import { limits } from './limits.ts';

/** Raised whenever a frame changes its meaning or an event is new; a client of another version is asked to reload. */
export const protocolVersion = 4;

/** server → client: the whole stage value at `rev`. */
export interface StageSnapshot<State> {
  readonly protocol: number;
  readonly rev: number;
  readonly state: State;
  /** Server time in ms since the epoch when this was sent. */
  readonly now: number;
}

/** server → client: events that led to `rev`; the first one makes revision `rev - events.length + 1`. */
export interface StageCast<Event> {
  readonly rev: number;
  readonly events: readonly Event[];
}

/** Server-authored and never stored. */
export interface SeatPresence {
  readonly seat: SeatId;
  readonly connected: boolean;
  readonly ready: boolean;
  /** Which segment this person looks at; null follows the stage. Facilitators alone are told; others get null. */
  readonly lookingAt: SegmentId | null;
  /** Place in the queue of raised hands, from 1; null where the hand is down. */
  readonly hand: number | null;
  /** Notes this person is moving right now. */
  readonly holding: readonly NoteId[];
  /** Asks for a minute. Facilitators and the person alone are told; others get false. */
  readonly needsMinute: boolean;
}
/** server → client `presence`: all seats, replaced whole. */
export type Presence = readonly SeatPresence[];

/** client → server `ready` (bool) and `looking` (segment id or null); unacknowledged, coarse, rate-limited. */
export const readySchema = z.boolean();
export const lookingSchema = z.nullable(z.string().check(z.maxLength(32)));

/** client → server `hand` (bool: one's own) and `lowerHand` (seat: facilitators alone). */
export const handSchema = z.boolean();
export const lowerHandSchema = idSchema;
/** client → server `holding`: the notes that are being moved; empty when they are let go. */
export const holdingSchema = z.array(idSchema).check(z.maxLength(limits.heldNotes));

/** client → server `minute` (bool): one needs a minute; facilitators are told, nobody else. */
export const minuteSchema = z.boolean();
/** client → server `minuteSeen` (seat: facilitators alone): somebody takes care of it. */
export const minuteSeenSchema = idSchema;

/** client → server `react`: one of these, rate-limited. Nothing says from whom it came. */
export const reactions = ['clap', 'heart', 'laugh', 'think', 'surprised'] as const;
export type Reaction = (typeof reactions)[number];
export const reactSchema = z.enum(reactions);
/** server → client `reactions`: how many of each came in the last moment, of all people together. */
export type Reactions = readonly { readonly reaction: Reaction; readonly count: number }[];

/** server → client `early`: how many have written before the meeting, also once that is over; replaced whole. */
export type EarlyCounts = readonly {
  readonly segment: SegmentId;
  readonly written: number;
  readonly of: number;
}[];

/** server → client `leaderless`: server ms since when no facilitator is connected; null while one is. */
export type Leaderless = number | null;

/**
 * server → client `links`, without content: a link of the room was renewed. Whoever shows links asks for them again, and
 * is answered what its seat may know.
 */

/** server → client `answers`: all open polls, replaced whole. Nothing else of a ballot travels before the poll closes. */
export type Answers = readonly {
  readonly poll: PollId;
  /** Seats whose ballot would count now. */
  readonly answered: number;
  /** Seats that are here and may answer, or have answered. */
  readonly of: number;
}[];

/** server → client `ballots`, to the seat they belong to and to nobody else: its own, in open polls, replaced whole. */
export type OwnBallots = readonly { readonly poll: PollId; readonly ballot: Ballot }[];

/** client → server `clock`, with an ack carrying ClockAnswer: NTP-style, offset = now - (sent + received) / 2. */
export interface ClockAnswer {
  readonly now: number;
}
