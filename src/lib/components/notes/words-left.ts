import type { Draft } from '#domain/desk/desk.ts';
import { segmentOf } from '#domain/stage/gathering.ts';
import type { StageState } from '#domain/stage/state.ts';

/** Drafts that belong to no part that has a desk. */
export function wordsLeft(stage: StageState, drafts: readonly Draft[]): Draft[] {
  return drafts.filter((draft) => (segmentOf(stage, draft.segment)?.policy ?? 'none') === 'none');
}
