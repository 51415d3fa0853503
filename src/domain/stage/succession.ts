/** Somebody asks to facilitate because nobody does. What the server does about it by itself; all times are server ms. */
import type { SeatId } from '#protocol/ids.ts';
import { limits } from '#protocol/limits.ts';
import type { StageEvent } from './events.ts';
import type { StageState } from './state.ts';

/** While the meeting runs, and before it from the time it was to begin: until then whoever made the room prepares it. */
export function mayBeSucceeded({ phase, plannedStart }: StageState, now: number): boolean {
  if (phase === 'lobby') return plannedStart !== null && plannedStart.at <= now;
  return phase === 'running';
}

/** A facilitator is here again: nobody else is needed. */
export function endSuccession(state: StageState, now: number): StageEvent[] {
  return state.succession ? [{ at: now, type: 'facilitationDropped' }] : [];
}

/**
 * Nobody has objected in time. `awakeSince`: where the server was down for a part of that time, nobody could, so the
 * others get it anew. Nobody leads who asked and then went: another one can ask at once.
 */
export function completeSuccession(
  state: StageState,
  now: number,
  awakeSince: number,
  isHere: (seat: SeatId) => boolean,
): StageEvent[] {
  const { succession } = state;
  if (!succession || succession.until > now || state.phase === 'closed') return [];
  const { seat, until } = succession;
  if (awakeSince > until - limits.objectionMs)
    return [{ at: now, type: 'facilitationAsked', seat, until: now + limits.objectionMs }];
  if (!isHere(seat)) return endSuccession(state, now);
  return [{ at: now, type: 'seatRoleSet', seat, role: 'facilitator', acting: true }];
}
