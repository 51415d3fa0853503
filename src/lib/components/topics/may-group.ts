/** When notes may be grouped by whom: people build on what is grouped, by voting for it and by talking about it. */
import { openPolls } from '#domain/stage/polls.ts';
import type { StageState } from '#domain/stage/state.ts';
import type { Role } from '#protocol/ids.ts';

/** `voting`: what votes are given for stays as it is. `over`: the part for it is done, so it is the facilitators'. */
export type GroupingTime = 'now' | 'voting' | 'over';

export function groupingTime(stage: Pick<StageState, 'polls' | 'segments' | 'runs'>): GroupingTime {
  if (openPolls(stage).some(({ question }) => question === 'vote')) return 'voting';
  const parts = stage.segments.filter(({ activity }) => activity === 'group');
  const isDone = ({ id }: { readonly id: string }) =>
    ['done', 'skipped'].includes(stage.runs[id]?.status ?? 'waiting');
  return parts.length > 0 && parts.every(isDone) ? 'over' : 'now';
}

export function mayGroupAt(time: GroupingTime, role: Role | null): boolean {
  return time === 'now' || (time === 'over' && role === 'facilitator');
}
