/**
 * Policy `own`: authors let go of their notes when they like, and the notes wait until so many seats have let go of
 * one. Fewer on the board at once would tell who it was: one sees who has just stopped typing.
 */
import type { Segment } from '../agenda/segment.ts';
import type { StageState } from './state.ts';

export const seatsToLetGo = 3;

/** Whether notes of this segment go to the board once enough people have let go of one: not before it has begun. */
export function isCollecting(state: StageState, { id, policy }: Pick<Segment, 'id' | 'policy'>): boolean {
  const hasBegun = (state.runs[id]?.visits.length ?? 0) > 0;
  return state.phase !== 'closed' && policy === 'own' && hasBegun;
}

/** Where notes carry names, nobody has to wait for others. */
export function areEnough({ named }: Pick<StageState, 'named'>, seats: number): boolean {
  return seats >= (named ? 1 : seatsToLetGo);
}
