/**
 * Socket.IO events beside `command`. Path `/socket.io`, websocket transport only, handshake query `room=<id>` and
 * optionally `as=observer`. The server emits `stage` once on connect, then `events` in order of rev; a client that
 * misses a revision asks with `snapshot`. `clock` is answered at once with the server's time.
 */
import * as z from 'zod/mini';
import type { SeatId, SegmentId } from './ids.ts';

/** Raised whenever a frame changes its meaning; a client of another version is asked to reload. */
export const protocolVersion = 1;

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
}
/** server → client `presence`: all seats, replaced whole. */
export type Presence = readonly SeatPresence[];

/** client → server `ready` (bool) and `looking` (segment id or null); unacknowledged, coarse, rate-limited. */
export const readySchema = z.boolean();
export const lookingSchema = z.nullable(z.string().check(z.maxLength(32)));

/** client → server `clock`, with an ack carrying ClockAnswer: NTP-style, offset = now - (sent + received) / 2. */
export interface ClockAnswer {
  readonly now: number;
}
