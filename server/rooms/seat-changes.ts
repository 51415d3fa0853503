/** What the stage says of seats, done to the seats themselves in the same turn: roles are read from there at every message. */
import { openPolls } from '../../src/domain/stage/polls.ts';
import type { StageEvent } from '../../src/domain/stage/events.ts';
import { seatOf } from '../../src/domain/stage/standing.ts';
import type { SeatId } from '../../src/protocol/ids.ts';
import { noToken } from './seat-table.ts';
import { forgetSeat, putSeat } from './seating.ts';
import type { Room } from './room.ts';
import type { Turn } from './turn.ts';

/** To be called with the events that the turn has just emitted. */
export function changeSeats(room: Room, turn: Turn, events: readonly StageEvent[]): void {
  for (const event of events) {
    if (event.type === 'seatRoleSet') setRole(room, turn, event.seat, event.role);
    else if (event.type === 'seatRemoved') endForGood(room, turn, event.seat);
    else if (event.type === 'knockAnswered' && !event.admit) endForGood(room, turn, event.seat);
  }
}

function setRole(room: Room, turn: Turn, seat: SeatId, role: 'facilitator' | 'participant'): void {
  const row = room.seats.get(seat);
  if (row) putSeat(room, turn, { ...row, role });
}

/**
 * Nothing opens the seat any more; of one that only ever waited nothing is left. What it has answered to questions that
 * are still open goes with it.
 */
function endForGood(room: Room, turn: Turn, seat: SeatId): void {
  const row = room.seats.get(seat);
  if (!row) return;
  if (seatOf(turn.stage, seat)) putSeat(room, turn, { ...row, tokenHash: noToken });
  else forgetSeat(room, turn, seat);
  for (const { id } of openPolls(turn.stage))
    if (room.ballots.given(id).has(seat)) room.ballots.cast(turn, id, seat, null);
  room.moves.end(seat);
  room.endSeat(turn, seat, 'seat-removed');
}
