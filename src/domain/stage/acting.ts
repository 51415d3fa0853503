/**
 * Who facilitates for now: only because nobody else did. They lead the meeting like any other facilitator, and cannot
 * take the room away from whoever led it otherwise.
 */
import type { Role, SeatId } from '#protocol/ids.ts';
import { seatOf } from './standing.ts';
import type { StageState } from './state.ts';

type Roster = Pick<StageState, 'seats'>;

export type LastingDeed =
  | { readonly type: 'deleteRoom' }
  | { readonly type: 'rotateLink'; readonly role: Role }
  /** Their seat, their role, or their right to take it back. */
  | { readonly type: 'takeFrom'; readonly seat: SeatId };

/** Whether this is for facilitators who lead otherwise, and `by` leads for now. */
export function isLeftToOthers(state: Roster, by: SeatId, deed: LastingDeed): boolean {
  if (!isActing(state, by)) return false;
  switch (deed.type) {
    case 'deleteRoom':
      return true;
    case 'rotateLink':
      return deed.role === 'facilitator';
    case 'takeFrom':
      return hasLedOtherwise(state, deed.seat);
  }
}

export function isActing(state: Roster, seat: SeatId): boolean {
  return seatOf(state, seat)?.acting ?? false;
}

/** By a link, or made a facilitator by somebody who did. */
export function hasLedOtherwise(state: Roster, seat: SeatId): boolean {
  return (seatOf(state, seat)?.hasLed ?? false) && !isActing(state, seat);
}
