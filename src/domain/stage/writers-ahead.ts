/** Whom writing before the meeting is counted among. */
import type { SeatId } from '#protocol/ids.ts';
import { countPeople } from './expected.ts';
import { isIn } from './standing.ts';
import type { StageState } from './state.ts';

/** Whoever could write while the window was open, without those who were removed since. */
export function writersAheadIn(state: Pick<StageState, 'writersAhead' | 'seats'>): readonly SeatId[] {
  return state.writersAhead.filter((seat) => isIn(state, seat));
}

/** Out of how many people it is counted who has written ahead: by names and roles alone, which nobody's writing changes. */
export function peopleAhead(state: Pick<StageState, 'writersAhead' | 'seats' | 'expected'>): number {
  return countPeople(state, writersAheadIn(state));
}
