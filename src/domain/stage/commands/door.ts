/** Who may be in the room. */
import type { CommandOf } from '#protocol/commands.ts';
import { isLeftToOthers } from '../acting.ts';
import type { StageEvent } from '../events.ts';
import { reduceAll } from '../reduce.ts';
import { letIn } from '../roster.ts';
import { seatOf } from '../standing.ts';
import type { StageState } from '../state.ts';
import { accept, refuse, type Facts, type Handled } from './facts.ts';

/** Nobody removes themselves, so whoever asks goes on facilitating. */
export function removeSeat(state: StageState, { seat }: CommandOf<'removeSeat'>, facts: Facts): Handled {
  const present = seatOf(state, seat);
  if (!present || seat === facts.seat) return refuse('bad-input');
  if (present.standing === 'removed') return accept();
  if (isLeftToOthers(state, facts.seat, { type: 'takeFrom', seat })) return refuse('left-to-others');
  return accept({ at: facts.now, type: 'seatRemoved', seat });
}

/** Whoever waits comes in when the door is opened: with the same link they could now come in anyway. */
export function setDoor(state: StageState, { door }: CommandOf<'setDoor'>, { now: at }: Facts): Handled {
  if (state.door === door) return accept();
  return accept({ at, type: 'doorSet', door }, ...(door === 'open' ? letAllIn(state, at) : []));
}

/** One after the other: two of one name get different ones. */
function letAllIn(state: StageState, at: number): StageEvent[] {
  const waiting = Object.keys(state.seats).filter((seat) => seatOf(state, seat)?.standing === 'waiting');
  let stage = state;
  return waiting.map((seat) => {
    const event = letIn(stage, seat, at);
    stage = reduceAll(stage, [event]);
    return event;
  });
}

export function answerKnock(
  state: StageState,
  { seat, admit }: CommandOf<'answerKnock'>,
  { now }: Facts,
): Handled {
  switch (seatOf(state, seat)?.standing) {
    case 'waiting':
      return accept(admit ? letIn(state, seat, now) : { at: now, type: 'knockAnswered', seat, admit });
    case 'in':
      return admit ? accept() : refuse('conflict');
    case 'removed':
    case undefined:
      return admit ? refuse('conflict') : accept();
  }
}
