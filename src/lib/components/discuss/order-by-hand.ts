import { countsAs, type Orderable } from '#domain/stage/topic-order.ts';
import type { TopicId } from '#protocol/ids.ts';

/**
 * What to ask for when the topic at `from` is moved to `to`: the order down to the last topic that somebody put in its
 * place. The others follow by votes as before. Null where there is no such place. `chosen` is the order up to now.
 */
export function orderByHand(
  topics: readonly Orderable[],
  { from, to }: { readonly from: number; readonly to: number },
  chosen: readonly TopicId[],
): TopicId[] | null {
  const moved = topics[from];
  if (!moved || to < 0 || to >= topics.length) return null;
  const order = topics.toSpliced(from, 1).toSpliced(to, 0, moved);
  const isChosen = (topic: Orderable) => topic === moved || chosen.some((id) => countsAs(topic, id));
  return order.slice(0, order.findLastIndex(isChosen) + 1).map(({ id }) => id);
}
