/** What the stage names as a topic stands on the board as one from then on, so that people can write about it. */
import type { StageEvent } from '../../src/domain/stage/events.ts';
import type { TopicId } from '../../src/protocol/ids.ts';
import type { Room } from '../rooms/room.ts';

/** In the turn of the events. A single note stays what it is where the board takes no more topics. */
export function makeTopicsNamed(room: Room, events: readonly StageEvent[]): void {
  const named = events.flatMap(topicsNamed);
  if (named.length > 0) room.parts().topics.ensureTopics(named);
}

interface NamedTopic {
  readonly id: TopicId;
  /** Where the stage gives it one. */
  readonly title?: string;
}

function topicsNamed(event: StageEvent): readonly NamedTopic[] {
  switch (event.type) {
    case 'pollOpened':
      return event.poll.options.map(({ topic }) => ({ id: topic }));
    case 'topicOpened':
      return [{ id: event.topic }];
    case 'safetyTopicMade':
      return [{ id: event.topic, title: event.title }];
    default:
      return [];
  }
}
