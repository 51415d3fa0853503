/** People who arrive, or come back, inside a round. What somebody holds in a round never changes. */
import type { SeatId } from '#protocol/ids.ts';
import { lensForNewcomer } from '../lenses/assignment.ts';
import type { StageEvent } from './events.ts';
import { allRounds, gatherOf, isWritingSeat, segmentOf } from './gathering.ts';
import { reduceAll } from './reduce.ts';
import type { StageState } from './state.ts';

/** The least-held lens for somebody who writes and holds none in the round that runs; otherwise nothing. */
export function giveLensOnArrival(state: StageState, seat: SeatId, now: number): StageEvent[] {
  const segment = segmentOf(state, state.current);
  const gather = gatherOf(state, state.current);
  const present = gather?.rounds.at(-1);
  if (state.phase !== 'running' || !segment || !gather || !present) return [];
  if (!isWritingSeat(state, seat) || Object.hasOwn(present.held, seat)) return [];
  const round = gather.rounds.length - 1;
  const previous = allRounds(gather)
    .slice(0, -1)
    .map(({ held }) => held);
  const { mode, held } = present;
  const lens = lensForNewcomer({ seat, lenses: segment.lenses, mode, round, held, previous });
  return lens === null ? [] : [{ at: now, type: 'lensGiven', segment: segment.id, round, seat, lens }];
}

/** The same for several, each seeing what the one before was given. */
export function giveLensesOnArrival(state: StageState, seats: readonly SeatId[], now: number): StageEvent[] {
  let stage = state;
  return [...seats].sort().flatMap((seat) => {
    const given = giveLensOnArrival(stage, seat, now);
    stage = reduceAll(stage, given);
    return given;
  });
}
