/** One segment's run, rounds or discussion replaced; the stage as it is where the segment has none. */
import type { SegmentId } from '#protocol/ids.ts';
import { addToTurn } from './discussions.ts';
import { addToRound } from './gathers.ts';
import type { Discussion, Gather, SegmentRun, StageState } from './state.ts';

export function withRun(
  state: StageState,
  segment: SegmentId,
  change: (run: SegmentRun) => SegmentRun,
): StageState {
  const run = state.runs[segment];
  return run ? { ...state, runs: { ...state.runs, [segment]: change(run) } } : state;
}

/** Changes the budget of the round or topic that is on. */
export function withPart(state: StageState, segment: SegmentId, ms: number, extensions = 0): StageState {
  const rounds = withGather(state, segment, (gather) => addToRound(gather, ms));
  return withDiscussion(rounds, segment, (discussion) => addToTurn(discussion, ms, extensions));
}

export function withDiscussion(
  state: StageState,
  segment: SegmentId,
  change: (discussion: Discussion) => Discussion,
): StageState {
  const discussion = state.discussions[segment];
  if (!discussion) return state;
  return { ...state, discussions: { ...state.discussions, [segment]: change(discussion) } };
}

export function withGather(
  state: StageState,
  segment: SegmentId,
  change: (gather: Gather) => Gather,
): StageState {
  const gather = state.gathers[segment];
  return gather ? { ...state, gathers: { ...state.gathers, [segment]: change(gather) } } : state;
}
