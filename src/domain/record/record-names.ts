/** Names as the room knows them at this moment. */
import type { SeatId } from '#protocol/ids.ts';
import type { Owner } from '../board/owner.ts';
import type { StageState } from '../stage/state.ts';

type Roster = Pick<StageState, 'seats'>;

/** A seat that the roster does not know owns nothing. */
export function ownerName(owner: Owner | null, stage: Roster): string | null {
  if (owner === null) return null;
  return owner.kind === 'name' ? owner.name : seatName(owner.seat, stage);
}

export function seatName(seat: SeatId, { seats }: Roster): string | null {
  const name = Object.hasOwn(seats, seat) ? (seats[seat]?.name ?? '') : '';
  return name.trim() === '' ? null : name;
}
