/** How seats change: who leads, who waits at the door, who was removed. All pure. */
import type { Role, SeatId } from '#protocol/ids.ts';
import { hasLedOtherwise } from './acting.ts';
import type { EventOf } from './events.ts';
import { forgetSeat } from './gathers.ts';
import { isIn, seatOf } from './standing.ts';
import type { SeatInfo, StageState } from './state.ts';

const nobody: SeatInfo = { name: '', role: 'observer', standing: 'in', hasLed: false, acting: false };

export function withSeat(state: StageState, seat: SeatId, change: Partial<SeatInfo>): StageState {
  const present = state.seats[seat] ?? nobody;
  return { ...state, seats: { ...state.seats, [seat]: { ...present, ...change } } };
}

export function takeSeat(state: StageState, event: EventOf<'seatTaken'>): StageState {
  const { seat, name, role, waits } = event;
  return withRole(withSeat(state, seat, { name, standing: waits ? 'waiting' : 'in' }), seat, role);
}

/** Whoever has led once may take it back. A facilitator who is here again ends the search for another one. */
export function withRole(state: StageState, seat: SeatId, role: Role): StageState {
  const hasLed = role === 'facilitator' || (state.seats[seat]?.hasLed ?? false);
  const seated = withSeat(state, seat, { role, hasLed });
  return role === 'facilitator' ? { ...seated, succession: null } : seated;
}

/** By a link: that is for good, whatever it was before. */
export function raiseSeat(state: StageState, { seat, role }: EventOf<'seatRaised'>): StageState {
  return withSeat(withRole(state, seat, role), seat, { acting: false });
}

/** Whoever facilitates for now makes nobody less than they were. */
export function setRole(state: StageState, event: EventOf<'seatRoleSet'>): StageState {
  const { seat, role, forGood, acting = false } = event;
  const set = withRole(state, seat, role);
  if (forGood) return withSeat(set, seat, { hasLed: false, acting: false });
  if (role === 'participant') return set;
  return withSeat(set, seat, { acting: acting && !hasLedOtherwise(state, seat) });
}

/** The name of somebody who took part stays; of somebody who only waited at the door nothing does. */
export function removeSeat(state: StageState, seat: SeatId): StageState {
  const removed = isIn(state, seat)
    ? withSeat(state, seat, { standing: 'removed' })
    : withoutSeat(state, seat);
  const gathers = Object.fromEntries(
    Object.entries(removed.gathers).map(([segment, gather]) => [segment, forgetSeat(gather, seat)]),
  );
  const succession = state.succession?.seat === seat ? null : state.succession;
  return { ...removed, gathers, succession };
}

export function answerKnock(state: StageState, { seat, admit, name }: EventOf<'knockAnswered'>): StageState {
  if (!admit) return withoutSeat(state, seat);
  return withSeat(state, seat, { standing: 'in', ...(name !== undefined && { name }) });
}

function withoutSeat(state: StageState, seat: SeatId): StageState {
  if (seatOf(state, seat)?.standing !== 'waiting') return state;
  return { ...state, seats: Object.fromEntries(Object.entries(state.seats).filter(([id]) => id !== seat)) };
}
