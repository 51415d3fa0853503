import { futureMs, partsOf } from '#domain/stage/budget.ts';
import { gatherOf } from '#domain/stage/gathering.ts';
import type { StageState } from '#domain/stage/state.ts';

/**
 * How much of the current segment's time is used, 0 to 1; in `gather` every round is an equal part of it. Where topics
 * are talked about the clock has one topic's time, and the others are still to come.
 */
export function spentFraction(stage: StageState, leftMs: number | null): number {
  const run = stage.current === null ? undefined : stage.runs[stage.current];
  if (stage.current === null || !run || leftMs === null) return 0;
  if (stage.discussions[stage.current])
    return share(leftMs + futureMs(run, partsOf(stage, stage.current)), run.budgetMs);
  const gather = gatherOf(stage, stage.current);
  const round = gather?.rounds.at(-1);
  if (!gather || !round) return share(leftMs, run.budgetMs);
  return (gather.rounds.length - 1 + share(leftMs, round.budgetMs)) / Math.max(1, gather.roundsDue);
}

function share(leftMs: number, ofMs: number): number {
  return ofMs <= 0 ? 1 : Math.min(1, Math.max(0, 1 - leftMs / ofMs));
}
