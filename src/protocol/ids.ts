/** Names for the strings that travel. All are opaque; none is ever derived from what a person typed. */
import * as z from 'zod/mini';

/** Room, seat, note, draft, decision, action and segment ids: also the only keys a shared map may have. */
export const idPattern = /^[a-z0-9_-]{1,32}$/;
/** The part of a link behind `#`: 128 random bits, base64url. */
export const secretPattern = /^[A-Za-z0-9_-]{22}$/;

export const idSchema = z.string().check(z.regex(idPattern));
export const secretSchema = z.string().check(z.regex(secretPattern, 'has to be 22 letters, digits, - or _'));

export type RoomId = string;
export type SeatId = string;
export type SegmentId = string;
export type NoteId = string;
export type DraftId = string;
export type LensId = string;
export type PromptId = string;
export type PreReadId = string;
export type TopicId = string;
export type PollId = string;
export type ActionId = string;
export type PositionId = string;

export const roles = ['facilitator', 'participant', 'observer'] as const;
export type Role = (typeof roles)[number];

/** What a person's browser may open over `/sync/<room>/<name>`. The server resolves `desk` to the seat's own. */
export const documentNames = ['board', 'desk'] as const;
export type DocumentName = (typeof documentNames)[number];
