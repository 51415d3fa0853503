/** In which order topics are talked about: as the facilitator put them, then by votes, then as on the board. */
import type { SegmentId, TopicId } from '#protocol/ids.ts';
import type { Discussion, StageState } from './state.ts';

/** What has to be known of a topic to put it in its place. */
export interface Orderable {
  readonly id: TopicId;
  /** Topics that count as this one. */
  readonly merged: readonly TopicId[];
}

type Talks = Pick<StageState, 'discussions' | 'polls'>;

/** `topics` in the order of the board. */
export function topicsInOrder<T extends Orderable>(
  state: Talks,
  segment: SegmentId,
  topics: readonly T[],
): readonly T[] {
  const order = state.discussions[segment]?.order ?? [];
  const votes = latestVotes(state);
  const places = topics.map((topic) => ({
    topic,
    place: order.findIndex((id) => countsAs(topic, id)),
    votes: votesFor(topic, votes),
  }));
  return places
    .sort((a, b) => chosenFirst(a.place) - chosenFirst(b.place) || b.votes - a.votes)
    .map(({ topic }) => topic);
}

/** As in the last discussion of the agenda; by votes where it has none. */
export function topicsAsDiscussed<T extends Orderable>(
  state: Talks & Pick<StageState, 'segments'>,
  topics: readonly T[],
): readonly T[] {
  const discussed = state.segments.findLast(({ activity }) => activity === 'discuss');
  return topicsInOrder(state, discussed?.id ?? '', topics);
}

/** Whether the id names this topic, or one that was merged into it. */
export function countsAs({ id, merged }: Orderable, other: TopicId): boolean {
  return id === other || merged.includes(other);
}

/** The topic that is talked about, or was when the segment was left; null where none was opened or it is gone. */
export function topicOn<T extends Orderable>(
  discussion: Discussion | undefined,
  topics: readonly T[],
): T | null {
  const id = discussion?.turns.at(-1)?.topic;
  return topics.find((topic) => id !== undefined && countsAs(topic, id)) ?? null;
}

/** Since the segment was begun or repeated. */
export function wasOpened(discussion: Discussion | undefined, topic: Orderable): boolean {
  return discussion?.turns.some((turn) => countsAs(topic, turn.topic)) ?? false;
}

/** The first in order that has not been opened. */
export function nextTopic<T extends Orderable>(
  state: Talks,
  segment: SegmentId,
  topics: readonly T[],
): T | null {
  const discussion = state.discussions[segment];
  return topicsInOrder(state, segment, topics).find((topic) => !wasOpened(discussion, topic)) ?? null;
}

/** Of the last vote that was closed; null before there was one. */
function latestVotes({ polls }: Pick<StageState, 'polls'>): Readonly<Record<TopicId, number>> | null {
  return (
    polls.findLast(({ question, result }) => question === 'vote' && result !== null)?.result?.counts ?? null
  );
}

/** With those of topics that were merged into it after the vote. */
export function votesFor({ id, merged }: Orderable, votes: Readonly<Record<TopicId, number>> | null): number {
  const of = (one: TopicId) => (votes && Object.hasOwn(votes, one) ? (votes[one] ?? 0) : 0);
  return [id, ...merged].reduce((sum, one) => sum + of(one), 0);
}

function chosenFirst(place: number): number {
  return place < 0 ? Number.MAX_SAFE_INTEGER : place;
}
