/** Who is in the room, as against waiting at its door or removed from it, and in which role. */
import type { Role, SeatId } from '#protocol/ids.ts';
import type { SeatInfo, StageState } from './state.ts';

type Roster = Pick<StageState, 'seats'>;

/** Null for an id that no seat has, also where it is a name that every object carries. */
export function seatOf({ seats }: Roster, seat: SeatId): SeatInfo | null {
  return Object.hasOwn(seats, seat) ? (seats[seat] ?? null) : null;
}

export function isIn(state: Roster, seat: SeatId): boolean {
  return seatOf(state, seat)?.standing === 'in';
}

/** The role in which this seat takes part; null where it does not. */
export function roleOf(state: Roster, seat: SeatId): Role | null {
  return isIn(state, seat) ? (seatOf(state, seat)?.role ?? null) : null;
}

export function facilitatorsIn(state: Roster): SeatId[] {
  return Object.keys(state.seats).filter((seat) => roleOf(state, seat) === 'facilitator');
}

/** How many wait at the door. */
export function countWaiting({ seats }: Roster): number {
  return Object.values(seats).filter(({ standing }) => standing === 'waiting').length;
}
