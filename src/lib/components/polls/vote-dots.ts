/** Spreading votes: what one has given, and what one may still give. */
import type { Ballot } from '#protocol/ballots.ts';
import type { TopicId } from '#protocol/ids.ts';

export type Dots = ReadonlyMap<TopicId, number>;

export function dotsIn(ballot: Ballot | null): Dots {
  if (!ballot || !('dots' in ballot)) return new Map();
  return new Map(ballot.dots.map(({ topic, count }) => [topic, count]));
}

export function givenIn(dots: Dots): number {
  return [...dots.values()].reduce((sum, count) => sum + count, 0);
}

/** A ballot without a single vote is none. */
export function ballotWith(dots: Dots, topic: TopicId, count: number): Ballot | null {
  const changed = [...new Map(dots).set(topic, count)].filter(([, votes]) => votes > 0);
  return changed.length === 0 ? null : { dots: changed.map(([id, votes]) => ({ topic: id, count: votes })) };
}
