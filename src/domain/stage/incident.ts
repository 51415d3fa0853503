import type { StageState } from './state.ts';

/** A room looks back on an incident where its agenda has a timeline. */
export function isIncident({ segments }: Pick<StageState, 'segments'>): boolean {
  return segments.some(({ activity }) => activity === 'timeline');
}
