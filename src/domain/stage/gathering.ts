/** Who writes, which lens they hold, and what may be said about it. */
import type { LensId, SeatId, SegmentId } from '#protocol/ids.ts';
import type { RoundMode, Segment } from '../agenda/segment.ts';
import { roleOf } from './standing.ts';
import type { Gather, Round, StageState } from './state.ts';

/** Up to so many people everybody takes the same lens, unless the facilitator chooses otherwise. */
export const parallelPeopleMax = 6;

/** Null for an id that is not on the agenda, also where it is a name that every object carries. */
export function segmentOf(state: Pick<StageState, 'segments'>, id: SegmentId | null): Segment | null {
  return state.segments.find((segment) => segment.id === id) ?? null;
}

export function gatherOf(
  state: Pick<StageState, 'segments' | 'gathers'>,
  id: SegmentId | null,
): Gather | null {
  const segment = segmentOf(state, id);
  return (segment && state.gathers[segment.id]) ?? null;
}

/** Whether a person in this role takes part in writing: observers never, facilitators unless switched off. */
export function isWritingSeat(state: StageState, seat: SeatId): boolean {
  switch (roleOf(state, seat)) {
    case 'participant':
      return true;
    case 'facilitator':
      return state.facilitatorWrites;
    case 'observer':
    case null:
      return false;
  }
}

/** All seats that write, here or not, sorted by id. */
export function writingSeats(state: StageState): SeatId[] {
  return Object.keys(state.seats)
    .filter((seat) => isWritingSeat(state, seat))
    .sort();
}

export function allRounds(gather: Gather): readonly Round[] {
  return [...gather.earlier, ...gather.rounds];
}

/**
 * How many different seats have held each lens to the end of a round, or hold it now; lenses that nobody held are
 * missing. What may stand on notes is counted more strictly.
 */
export function heldCounts(gather: Gather): Readonly<Record<LensId, number>> {
  const holders = new Map<LensId, Set<SeatId>>();
  for (const round of allRounds(gather)) {
    for (const [seat, lens] of Object.entries(round.held)) {
      holders.set(lens, (holders.get(lens) ?? new Set()).add(seat));
    }
  }
  return Object.fromEntries([...holders].map(([lens, seats]) => [lens, seats.size]));
}

/** Whether the last round has begun; false for segments without rounds. */
export function isLastRound(state: StageState, segment: SegmentId): boolean {
  const gather = gatherOf(state, segment);
  return gather !== null && gather.rounds.length >= gather.roundsDue;
}

/** Notes can be revealed once no further round will be held: in the last one, or when the segment has been left. */
export function mayReveal(state: StageState, segment: SegmentId): boolean {
  if (segmentOf(state, segment)?.policy !== 'reveal' || !gatherOf(state, segment)) return false;
  const status = state.runs[segment]?.status;
  return isLastRound(state, segment) || status === 'done' || status === 'skipped';
}

/** When the count-in of this segment ends, or null where nobody asked. */
export function countingUntil(gather: Gather): number | null {
  switch (gather.reveal.kind) {
    case 'hidden':
      return null;
    case 'counting':
      return gather.reveal.revealAt;
    case 'revealed':
      return gather.reveal.againAt;
  }
}

/** Everybody can hold the same lens only where there is a round for each. */
export function mayBeParallel(segment: Pick<Segment, 'lenses' | 'rounds'>): boolean {
  return segment.rounds >= segment.lenses.length;
}

export function defaultMode(segment: Pick<Segment, 'lenses' | 'rounds'>, people: number): RoundMode {
  return people <= parallelPeopleMax && mayBeParallel(segment) ? 'parallel' : 'distributed';
}

/** The lens everybody takes next; null where that is decided only when the round begins, or there is none. */
export function nextLens(segment: Pick<Segment, 'lenses'>, gather: Gather): LensId | null {
  const next = gather.rounds.length;
  if (gather.mode !== 'parallel' || next >= gather.roundsDue) return null;
  return segment.lenses[next] ?? null;
}
