/** How the next round begins, as events. */
import type { SeatId, SegmentId } from '#protocol/ids.ts';
import type { Segment } from '../agenda/segment.ts';
import { assignRound } from '../lenses/assignment.ts';
import { futureMs } from './budget.ts';
import type { StageEvent } from './events.ts';
import { allRounds, countingUntil, defaultMode, gatherOf, isWritingSeat, segmentOf } from './gathering.ts';
import type { Gather, StageState } from './state.ts';

/** The next round for the writing seats among `connected`. A count-in under way is called off: more will be written. */
export function roundEvents(
  state: StageState,
  id: SegmentId,
  connected: readonly SeatId[],
  now: number,
): StageEvent[] {
  const segment = segmentOf(state, id);
  const gather = gatherOf(state, id);
  if (!segment || !gather) return [];
  const seats = connected.filter((seat) => isWritingSeat(state, seat));
  const round = gather.rounds.length;
  const mode = modeOfNext(segment, gather, seats.length);
  const previous = allRounds(gather).map(({ held }) => held);
  const held = assignRound({ seats, lenses: segment.lenses, mode, round, previous });
  const budgetMs = nextRoundMs(state, segment, gather);
  return [
    ...cancelEvents(gather, id, now),
    { at: now, type: 'roundStarted', segment: id, round, mode, budgetMs, held },
  ];
}

export function cancelEvents(gather: Gather, segment: SegmentId, now: number): StageEvent[] {
  return countingUntil(gather) === null ? [] : [{ at: now, type: 'revealCancelled', segment }];
}

function modeOfNext(segment: Segment, gather: Gather, people: number): Gather['mode'] {
  if (gather.modeChosen || gather.rounds.length > 0) return gather.mode;
  return defaultMode(segment, people);
}

/** What no round has been given yet, in equal parts of whole seconds; the last one takes the rest. */
function nextRoundMs(state: StageState, segment: Segment, gather: Gather): number {
  const run = state.runs[segment.id];
  const ahead = Math.max(1, gather.roundsDue - gather.rounds.length);
  const future = run ? futureMs(run, allRounds(gather)) : 0;
  return ahead === 1 ? future : Math.round(future / ahead / 1000) * 1000;
}
