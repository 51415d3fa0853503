/** What the bell offers: a topic gets two minutes, then one, and then it is time to move on. */
import { segmentOf } from '#domain/stage/gathering.ts';
import type { StageState, TopicTurn } from '#domain/stage/state.ts';

export type Extension = 1 | 2;

/** The turn of the topic that is on; null outside of a discussion, and where no topic was opened. */
export function turnOn(stage: StageState): TopicTurn | null {
  const segment = segmentOf(stage, stage.current);
  return (segment && stage.discussions[segment.id]?.turns.at(-1)) ?? null;
}

/** Minutes, the most first. */
export function extensionsOffered(stage: StageState): readonly Extension[] {
  const turn = turnOn(stage);
  if (!turn) return [2, 1];
  return turn.extensions === 0 ? [2] : turn.extensions === 1 ? [1] : [];
}
