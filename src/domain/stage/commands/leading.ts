/** Who facilitates: several at once, handed over, taken back, and found anew when nobody does. */
import type { CommandOf } from '#protocol/commands.ts';
import { limits } from '#protocol/limits.ts';
import type { SeatId } from '#protocol/ids.ts';
import { facilitatorsIn, isIn, roleOf, seatOf } from '../standing.ts';
import type { StageState } from '../state.ts';
import { accept, refuse, type Facts, type Handled } from './facts.ts';

/** Observers stay what they are: they have no name and no desk. A role that somebody else took away is not taken back. */
export function setRole(state: StageState, { seat, role }: CommandOf<'setRole'>, facts: Facts): Handled {
  const present = roleOf(state, seat);
  if (present === null || present === 'observer') return refuse('bad-input');
  if (present === role) return accept();
  if (role === 'participant' && isOnlyFacilitator(state, seat)) return refuse('last-facilitator');
  const forGood = role === 'participant' && seat !== facts.seat;
  return accept({ at: facts.now, type: 'seatRoleSet', seat, role, ...(forGood && { forGood }) });
}

/** Only to somebody who is here: nobody would lead otherwise. */
export function handOver(state: StageState, { seat }: CommandOf<'handOver'>, facts: Facts): Handled {
  const present = roleOf(state, seat);
  if (present === null || present === 'observer' || seat === facts.seat) return refuse('bad-input');
  if (!facts.connected.includes(seat)) return refuse('not-here');
  const { now: at } = facts;
  return accept(
    ...(present === 'facilitator' ? [] : [{ at, type: 'seatRoleSet', seat, role: 'facilitator' } as const]),
    { at, type: 'seatRoleSet', seat: facts.seat, role: 'participant' },
  );
}

export function takeBack(state: StageState, _: CommandOf<'takeBack'>, { now, seat }: Facts): Handled {
  if (!seatOf(state, seat)?.hasLed) return refuse('never-led');
  return accept({ at: now, type: 'seatRoleSet', seat, role: 'facilitator' });
}

/** One at a time. The others have a while to object; then the server completes it by itself. */
export function askToFacilitate(
  state: StageState,
  _: CommandOf<'askToFacilitate'>,
  { leaderlessSince, now, seat }: Facts,
): Handled {
  if (state.succession) return state.succession.seat === seat ? accept() : refuse('conflict');
  const isLeaderless = leaderlessSince !== null && now - leaderlessSince >= limits.leaderlessMs;
  if (!isLeaderless) return refuse('facilitator-here');
  return accept({ at: now, type: 'facilitationAsked', seat, until: now + limits.objectionMs });
}

/** Also by whoever asked, to take it back. */
export function objectToFacilitator(
  state: StageState,
  _: CommandOf<'objectToFacilitator'>,
  { now }: Facts,
): Handled {
  return state.succession ? accept({ at: now, type: 'facilitationDropped' }) : accept();
}

function isOnlyFacilitator(state: StageState, seat: SeatId): boolean {
  return isIn(state, seat) && facilitatorsIn(state).every((other) => other === seat);
}
