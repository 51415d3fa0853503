import { gatherOf } from '#domain/stage/gathering.ts';
import type { StageState } from '#domain/stage/state.ts';

export type ClockMoment = 'start' | 'half' | 'minute' | 'end';

/** The last of the moments at which the clock speaks that has passed; null while nothing runs. */
export function clockMoment(stage: StageState, leftMs: number | null): ClockMoment | null {
  if (leftMs === null || stage.current === null) return null;
  const round = gatherOf(stage, stage.current)?.rounds.at(-1);
  const budgetMs = round?.budgetMs ?? stage.runs[stage.current]?.budgetMs ?? 0;
  if (leftMs <= 0) return 'end';
  if (leftMs <= 60_000) return 'minute';
  return leftMs <= budgetMs / 2 ? 'half' : 'start';
}
