import type { Topic } from '#domain/board/topic.ts';
import type { StageState } from '#domain/stage/state.ts';
import { countsAs, topicOn } from '#domain/stage/topic-order.ts';
import type { SegmentId } from '#protocol/ids.ts';

/** Counted from 1 over the topics that were opened; null where none is on. */
export function placeOfTurn(
  stage: StageState,
  segment: SegmentId,
  topics: readonly Topic[],
): { readonly place: number; readonly of: number } | null {
  const discussion = stage.discussions[segment];
  const on = topicOn(discussion, topics);
  if (!on) return null;
  const opened = (discussion?.turns ?? []).map((turn) => topics.find((topic) => countsAs(topic, turn.topic)));
  const first = new Set(opened.filter((topic) => topic !== undefined));
  return { place: [...first].indexOf(on) + 1, of: topics.length };
}
