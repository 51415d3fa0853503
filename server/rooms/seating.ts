/** Taking, raising and renaming a seat. Every change of a role or a joining makes a new token: a preset one opens nothing. */
import { doorFor, takeSeat, raiseSeat, renameSeat } from '../../src/domain/stage/roster.ts';
import { countWaiting, seatOf } from '../../src/domain/stage/standing.ts';
import type { ErrorCode, Outcome } from '../../src/protocol/errors.ts';
import type { Role, SeatId } from '../../src/protocol/ids.ts';
import type { SeatAnswer } from '../../src/protocol/http.ts';
import { limits } from '../../src/protocol/limits.ts';
import type { SeatRow } from '../store/store.ts';
import { hashOf } from './links.ts';
import type { Room } from './room.ts';
import { newId, newSecret, type Chance } from './surroundings.ts';
import type { Turn } from './turn.ts';

export interface Seating {
  readonly answer: SeatAnswer;
  /** For the cookie; null when the seat's present token stays good. */
  readonly token: string | null;
}

/** What a link opens: a role, or in `moves` somebody's own seat in another browser. */
export interface Opening {
  readonly role: Role;
  readonly moves: SeatRow | null;
}

/** By the secret of a link; null looks the same for every reason. */
export function openingBehind(room: Room, secret: string, now: number): Opening | null {
  const link = room.seats.link(hashOf(secret));
  if (link) return { role: link.role, moves: null };
  const seat = room.moves.seatBehind(secret, now);
  const moves = seat === null ? undefined : room.seats.get(seat);
  return moves ? { role: moves.role, moves } : null;
}

/**
 * Joins by a link. A browser that already has a seat keeps it: a higher role raises it, a lower or equal one changes
 * nothing. `name` is empty for observers and for facilitators who give theirs later.
 */
export function joinRoom(
  room: Room,
  turn: Turn,
  request: { readonly role: Role; readonly name: string; readonly present: SeatRow | undefined },
  chance: Chance,
): Outcome<{ seating: Seating }> {
  const { present } = request;
  // The record of a closed room names people as they were: whoever comes later reads.
  const isClosed = turn.stage.phase === 'closed';
  const role = isClosed ? 'observer' : request.role;
  const name = isClosed ? '' : request.name;
  if (!present) {
    const refusal = refusalAtDoor(room, turn, request.role);
    if (refusal) return { ok: false, code: refusal };
    return { ok: true, seating: addSeat(room, turn, { role, name, link: request.role }, chance) };
  }
  const renamed = renameIfAsked(turn, present.id, name);
  if (!renamed.ok) return renamed;
  const raising = raiseSeat(turn.stage, present.id, role, turn.now);
  if (raising.length === 0) return { ok: true, seating: { answer: seatAnswer(turn, present), token: null } };
  const token = newSecret(chance);
  const raised = { ...present, role, tokenHash: hashOf(token) };
  turn.emit(raising);
  putSeat(room, turn, raised);
  return { ok: true, seating: { answer: seatAnswer(turn, raised), token } };
}

/** Whoever has the facilitators' link is never kept out: they make space. */
function refusalAtDoor(room: Room, { stage }: Turn, link: Role): ErrorCode | null {
  if (link === 'facilitator') return null;
  const door = doorFor(stage, link);
  if (door === 'locked') return 'door-locked';
  if (room.seats.standing().length >= limits.seatsPerRoom) return 'room-full';
  return door === 'ask' && countWaiting(stage) >= limits.waitingAtDoor ? 'door-full' : null;
}

/** The seat goes on in the browser that asks; nothing of the one before opens it any more. */
export function moveSeat(room: Room, turn: Turn, seat: SeatRow, chance: Chance): Seating {
  const token = newSecret(chance);
  const row = { ...seat, tokenHash: hashOf(token) };
  putSeat(room, turn, row);
  room.moves.end(seat.id);
  room.endSeat(turn, seat.id, 'seat-moved');
  return { answer: seatAnswer(turn, row), token };
}

export function addSeat(
  room: Room,
  turn: Turn,
  seat: { readonly role: Role; readonly name: string; readonly link?: Role },
  chance: Chance,
): Seating {
  const token = newSecret(chance);
  const row: SeatRow = {
    room: room.id,
    id: newId(chance),
    role: seat.role,
    tokenHash: hashOf(token),
    createdAt: turn.now,
  };
  turn.emit(takeSeat(turn.stage, { ...seat, seat: row.id }, turn.now));
  putSeat(room, turn, row);
  return { answer: seatAnswer(turn, row), token };
}

export function seatAnswer(turn: Pick<Turn, 'stage'>, row: SeatRow): SeatAnswer {
  const info = seatOf(turn.stage, row.id);
  const waits = info?.standing === 'waiting';
  return { seat: row.id, name: info?.name ?? '', role: row.role, ...(waits && { waits }) };
}

/** For those who are told: nothing where rooms are kept for ever. */
export function keptUntilOf({ keptUntil }: Room): Pick<SeatAnswer, 'keptUntil'> {
  return keptUntil === null ? {} : { keptUntil };
}

function renameIfAsked(turn: Turn, seat: SeatId, name: string): Outcome {
  if (name === '' || turn.stage.seats[seat]?.name === name) return { ok: true };
  const renamed = renameSeat(turn.stage, seat, name, turn.now);
  if (renamed.ok) turn.emit(renamed.events);
  return renamed;
}

/** Role and token hold from the next message on. */
export function putSeat(room: Room, turn: Turn, row: SeatRow): void {
  turn.seats.push(row);
  // A failed commit drops the room, so the table may run ahead of the disk within a turn.
  room.seats.put(row);
}

export function forgetSeat(room: Room, turn: Turn, seat: SeatId): void {
  turn.erasedSeats.push({ room: room.id, id: seat });
  room.seats.forget(seat);
}
