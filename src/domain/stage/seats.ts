/** How seats change: who leads, who waits at the door, who was removed. All pure. */
import type { Role, SeatId } from '#protocol/ids.ts';
import type { EventOf } from './events.ts';
import type { SeatInfo, StageState } from './state.ts';

const nobody: SeatInfo = { name: '', role: 'observer', standing: 'in', hasLed: false };

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

/** Lenses that were offered or asked of it are no longer. */
export function removeSeat(state: StageState, seat: SeatId): StageState {
  const removed = withSeat(state, seat, { standing: 'removed' });
  return state.succession?.seat === seat ? { ...removed, succession: null } : removed;
}

export function answerKnock(state: StageState, event: EventOf<'knockAnswered'>): StageState {
  return withSeat(state, event.seat, { standing: event.admit ? 'in' : 'removed' });
}
