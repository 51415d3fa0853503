/** What the bell offers: a topic gets two minutes, then one, and then it is time to move on. */
import { mayExtend, turnOn } from '#domain/stage/discussions.ts';
import type { StageState } from '#domain/stage/state.ts';

export type Extension = 1 | 2;

/** Minutes, the most first. */
export function extensionsOffered(stage: StageState): readonly Extension[] {
  const turn = turnOn(stage);
  if (!turn) return [2, 1];
  if (!mayExtend(stage)) return [];
  return turn.extensions === 0 ? [2] : [1];
}
