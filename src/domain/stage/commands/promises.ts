/** Giving one's word: on an action one owns, on a position one holds. It holds for the text that was read. */
import type { ActionId, PositionId } from '#protocol/ids.ts';
import type { StageState } from '../state.ts';
import { accept, refuse, type Facts, type Handled } from './facts.ts';

/** `hash` null gives it back. */
export function takeAction(state: StageState, action: ActionId, hash: string | null, facts: Facts): Handled {
  const { now, seat } = facts;
  const given = Object.hasOwn(state.consents, action) ? state.consents[action] : undefined;
  if (hash === null) {
    return given?.seat === seat ? accept({ at: now, type: 'actionGivenBack', action }) : accept();
  }
  const asked = facts.actions.get(action);
  if (asked?.seat !== seat) return refuse('not-yours-to-take');
  if (asked.hash !== hash) return refuse('conflict');
  if (given?.seat === seat && given.hash === hash) return accept();
  return accept({ at: now, type: 'actionTaken', action, seat, hash });
}

/** `hash` null takes the word back. */
export function confirmPosition(
  state: StageState,
  position: PositionId,
  hash: string | null,
  facts: Facts,
): Handled {
  const { now, seat } = facts;
  const given = Object.hasOwn(state.confirmations, position) ? state.confirmations[position] : undefined;
  if (hash === null) {
    return given?.seat === seat ? accept({ at: now, type: 'positionUnconfirmed', position }) : accept();
  }
  const asked = facts.positions.get(position);
  if (asked?.seat !== seat) return refuse('not-yours-to-take');
  if (asked.hash !== hash) return refuse('conflict');
  if (given?.seat === seat && given.hash === hash) return accept();
  return accept({ at: now, type: 'positionConfirmed', position, seat, hash });
}
