/** Who facilitates: several at once, handed over, taken back, and found anew when nobody does. */
import type { CommandOf } from '#protocol/commands.ts';
import { limits } from '#protocol/limits.ts';
import type { SeatId } from '#protocol/ids.ts';
import { hasLedOtherwise, isActing, isLeftToOthers } from '../acting.ts';
import { giveLensesOnArrival } from '../arrivals.ts';
import type { EventOf, StageEvent } from '../events.ts';
import { reduceAll } from '../reduce.ts';
import { facilitatorsIn, isIn, roleOf, seatOf } from '../standing.ts';
import type { StageState } from '../state.ts';
import { mayBeSucceeded } from '../succession.ts';
import { accept, refuse, type Facts, type Handled } from './facts.ts';

/** Observers stay what they are: they have no name and no desk. A role that somebody else took away is not taken back. */
export function setRole(state: StageState, { seat, role }: CommandOf<'setRole'>, facts: Facts): Handled {
  const present = roleOf(state, seat);
  if (present === null || present === 'observer') return refuse('bad-input');
  return role === 'facilitator' ? raise(state, seat, facts) : lower(state, seat, facts);
}

/** Also somebody who facilitates for now, by somebody who leads otherwise: then they do, too. */
function raise(state: StageState, seat: SeatId, facts: Facts): Handled {
  const confirms = isActing(state, seat) && !isActing(state, facts.seat);
  if (roleOf(state, seat) === 'facilitator' && !confirms) return accept();
  return acceptRoles(state, facts, facilitates(state, seat, facts));
}

/** Somebody who handed over loses by it what they could have taken back. */
function lower(state: StageState, seat: SeatId, facts: Facts): Handled {
  if (roleOf(state, seat) === 'participant' && !seatOf(state, seat)?.hasLed) return accept();
  if (isOnlyFacilitator(state, seat)) return refuse('last-facilitator');
  const forGood = seat !== facts.seat;
  if (forGood && isLeftToOthers(state, facts.seat, { type: 'takeFrom', seat }))
    return refuse('left-to-others');
  return acceptRoles(state, facts, {
    at: facts.now,
    type: 'seatRoleSet',
    seat,
    role: 'participant',
    ...(forGood && { forGood }),
  });
}

/** In a round, whoever writes now and did not before gets a lens at once. */
function acceptRoles(state: StageState, { connected, now }: Facts, ...events: StageEvent[]): Handled {
  return accept(...events, ...giveLensesOnArrival(reduceAll(state, events), connected, now));
}

/** Nobody gives more than they have: whoever facilitates for now makes others do so for now. */
function facilitates(state: StageState, seat: SeatId, facts: Facts): EventOf<'seatRoleSet'> {
  const acting = isActing(state, facts.seat) && !hasLedOtherwise(state, seat);
  return { at: facts.now, type: 'seatRoleSet', seat, role: 'facilitator', ...(acting && { acting }) };
}

/** Only to somebody who is here: nobody would lead otherwise. */
export function handOver(state: StageState, { seat }: CommandOf<'handOver'>, facts: Facts): Handled {
  const present = roleOf(state, seat);
  if (present === null || present === 'observer' || seat === facts.seat) return refuse('bad-input');
  if (!facts.connected.includes(seat)) return refuse('not-here');
  const raised = raise(state, seat, facts);
  if (!raised.ok) return raised;
  return acceptRoles(state, facts, ...raised.events, {
    at: facts.now,
    type: 'seatRoleSet',
    seat: facts.seat,
    role: 'participant',
  });
}

export function takeBack(state: StageState, _: CommandOf<'takeBack'>, facts: Facts): Handled {
  if (!seatOf(state, facts.seat)?.hasLed) return refuse('never-led');
  return acceptRoles(state, facts, facilitates(state, facts.seat, facts));
}

/**
 * One at a time, and not while the meeting is only being prepared. The others have a while to object; then the server
 * completes it by itself.
 */
export function askToFacilitate(
  state: StageState,
  _: CommandOf<'askToFacilitate'>,
  { leaderlessSince, now, seat }: Facts,
): Handled {
  if (!mayBeSucceeded(state, now)) return refuse('wrong-moment');
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
