/** What tells a room from another one of the same title: when it was, who is in it, and how much is on its board. */
import { isIn } from '#domain/stage/standing.ts';
import type { StageState } from '#domain/stage/state.ts';
import { ending as words } from '$lib/text/ending.ts';

type Stage = Pick<StageState, 'openedAt' | 'startedAt' | 'closedAt' | 'seats'>;

export function whichRoom(stage: Stage, notes: number): string {
  const { openedAt, startedAt, closedAt } = stage;
  const isOver = closedAt !== null;
  return `${words.made(openedAt, startedAt, isOver)} ${words.holds(countNamed(stage), notes, isOver)}`;
}

/** Whoever only watches has no name. */
function countNamed({ seats }: Stage): number {
  return Object.entries(seats).filter(([seat, { name }]) => name !== '' && isIn({ seats }, seat)).length;
}
