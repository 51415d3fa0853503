/**
 * The HTTP interface as functions. None throws: what could not be asked is the refusal `unreachable`, and what should
 * have changed something and was not answered within 10 s is `unanswered`.
 */
import * as z from 'zod/mini';
import { errors, type ErrorCode, type Outcome } from '#protocol/errors.ts';
import {
  clientIdAnswerSchema,
  earlierAnswerSchema,
  errorBodySchema,
  linksAnswerSchema,
  moveAnswerSchema,
  newRoomAnswerSchema,
  peekAnswerSchema,
  rotateAnswerSchema,
  seatAnswerSchema,
  type ChangeNote,
  type EarlierAnswer,
  type EarlierMeeting,
  type LinksAnswer,
  type MoveAnswer,
  type NewRoom,
  type NewRoomAnswer,
  type PeekAnswer,
  type RotateLink,
  type SeatAnswer,
} from '#protocol/http.ts';
import type { DocumentName, NoteId, RoomId } from '#protocol/ids.ts';
import { keepFacilitatorLink } from './facilitator-link.ts';

/** Everything but the title has a default. */
export type RoomWish = Pick<NewRoom, 'title'> & {
  [Key in Exclude<keyof NewRoom, 'title'>]?: NewRoom[Key] | undefined;
};

/** This browser is the facilitator's from then on, and keeps the link that says so. */
export async function createRoom(wish: RoomWish): Promise<Outcome<{ answer: NewRoomAnswer }>> {
  const outcome = await ask(newRoomAnswerSchema, '/api/rooms', { method: 'POST', body: wish });
  if (outcome.ok) keepFacilitatorLink(outcome.answer.room, outcome.answer.links.facilitator);
  return outcome;
}

/** What a link opens, without taking a seat. */
export function peek(room: RoomId, secret: string): Promise<Outcome<{ answer: PeekAnswer }>> {
  return ask(peekAnswerSchema, `${path(room)}/peek`, { method: 'POST', body: { secret } });
}

/** Observers need no name. The seat's cookie comes with the answer. */
export function takeSeat(
  room: RoomId,
  secret: string,
  name?: string,
): Promise<Outcome<{ answer: SeatAnswer }>> {
  return ask(seatAnswerSchema, `${path(room)}/seats`, { method: 'POST', body: { secret, name } });
}

/** Refused with `no-seat` where this browser has none. */
export async function ownSeat(room: RoomId): Promise<Outcome<{ answer: SeatAnswer }>> {
  const outcome = await ask(z.nullable(seatAnswerSchema), `${path(room)}/seat`, { method: 'GET' });
  if (!outcome.ok) return outcome;
  const { answer } = outcome;
  return answer === null ? { ok: false, code: 'no-seat' } : { ok: true, answer };
}

/** The answer carries the name as it stands now: a second person of the same name gets a suffix. */
export function rename(room: RoomId, name: string): Promise<Outcome<{ answer: SeatAnswer }>> {
  return ask(seatAnswerSchema, `${path(room)}/seat`, { method: 'PATCH', body: { name } });
}

export function links(room: RoomId): Promise<Outcome<{ answer: LinksAnswer }>> {
  return ask(linksAnswerSchema, `${path(room)}/links`, { method: 'GET' });
}

/** A link that takes this browser's seat to another one, once. */
export function openMove(room: RoomId): Promise<Outcome<{ answer: MoveAnswer }>> {
  return ask(moveAnswerSchema, `${path(room)}/seat/move`, { method: 'POST', body: {} });
}

/** Ends the link of this role. The new one of facilitators is told only here, so this browser keeps it. */
export async function rotateLink(
  room: RoomId,
  { role, drop }: RotateLink,
): Promise<Outcome<{ answer: { link: string } }>> {
  const address = `${path(room)}/links/rotate`;
  const outcome = await ask(rotateAnswerSchema, address, { method: 'POST', body: { role, drop } });
  if (outcome.ok && role === 'facilitator') keepFacilitatorLink(room, outcome.answer.link);
  return outcome;
}

/** What another meeting left open is taken over into this room. */
export function bringEarlier(
  room: RoomId,
  earlier: EarlierMeeting,
): Promise<Outcome<{ answer: EarlierAnswer }>> {
  return ask(earlierAnswerSchema, `${path(room)}/earlier`, { method: 'POST', body: earlier });
}

/** Everything the server has of the room goes; `title` as it stands. By a facilitator. */
export function deleteRoom(room: RoomId, title: string): Promise<Outcome> {
  return ask(z.unknown(), path(room), { method: 'DELETE', body: { title } });
}

/** A Yjs client id for one document, bound to this seat for ever. */
export function issueClientId(
  room: RoomId,
  document: DocumentName,
): Promise<Outcome<{ answer: { clientId: number } }>> {
  return ask(clientIdAnswerSchema, `${path(room)}/client-ids`, { method: 'POST', body: { document } });
}

/** Sent without the cookie: the receipt alone speaks, so the server cannot know whose note it is. */
export function changeNote(
  room: RoomId,
  note: NoteId,
  change: Exclude<ChangeNote, { sign: boolean }>,
): Promise<Outcome> {
  return ask(z.unknown(), `${path(room)}/notes/${note}`, {
    method: 'POST',
    body: change,
    credentials: 'omit',
  });
}

/** With the cookie, which says whose name it is. Nothing else about a note is ever asked with it. */
export function signNote(
  room: RoomId,
  note: NoteId,
  signature: Extract<ChangeNote, { sign: boolean }>,
): Promise<Outcome> {
  return ask(z.unknown(), `${path(room)}/notes/${note}`, { method: 'POST', body: signature });
}

/** Where the record can be read as Markdown. */
export function recordAddress(room: RoomId): string {
  return `${path(room)}/record.md`;
}

/** The meeting as a file for calendars. */
export function invitationAddress(room: RoomId): string {
  return `${path(room)}/invitation.ics`;
}

const answerWithinMs = 10_000;

interface Question {
  readonly method: 'GET' | 'POST' | 'PATCH' | 'DELETE';
  readonly body?: unknown;
  readonly credentials?: 'omit';
}

async function ask<T>(
  schema: z.ZodMiniType<T>,
  address: string,
  question: Question,
): Promise<Outcome<{ answer: T }>> {
  try {
    const response = await fetch(address, request(question));
    if (!response.ok) return await refusal(response);
    const parsed = schema.safeParse(await bodyOf(response));
    return parsed.success ? { ok: true, answer: parsed.data } : { ok: false, code: 'internal' };
  } catch (error) {
    return { ok: false, code: isTimeout(error) && question.method !== 'GET' ? 'unanswered' : 'unreachable' };
  }
}

function isTimeout(error: unknown): boolean {
  return error instanceof DOMException && error.name === 'TimeoutError';
}

function request({ method, body, credentials }: Question): RequestInit {
  return {
    method,
    signal: AbortSignal.timeout(answerWithinMs),
    credentials: credentials ?? 'same-origin',
    ...(body === undefined
      ? {}
      : { body: JSON.stringify(body), headers: { 'content-type': 'application/json' } }),
  };
}

async function bodyOf(response: Response): Promise<unknown> {
  const text = await response.text();
  return text === '' ? null : JSON.parse(text);
}

/** Something between us and the server may answer in its own words; then the status is all there is. */
async function refusal(response: Response): Promise<{ ok: false; code: ErrorCode }> {
  const body = errorBodySchema.safeParse(await bodyOf(response).catch(() => null));
  if (body.success && body.data.code in errors) return { ok: false, code: body.data.code as ErrorCode };
  return { ok: false, code: response.status >= 500 ? 'unreachable' : 'internal' };
}

function path(room: RoomId): string {
  return `/api/rooms/${encodeURIComponent(room)}`;
}
