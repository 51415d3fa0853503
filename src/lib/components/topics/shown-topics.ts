/** Which topics look like one, and which are just a note. */
import type { Note } from '#domain/board/board.ts';
import type { Topic } from '#domain/board/topic.ts';

/** Nobody has grouped it, though a vote may have made a topic of it. */
export function isSingleNote(topic: Topic): boolean {
  const isOwn = topic.notes.length === 1 && topic.notes[0]?.id === topic.id;
  return topic.isLone || (isOwn && topic.title === '' && topic.merged.length === 0);
}

export function groupsOf(topics: readonly Topic[]): readonly Topic[] {
  return topics.filter((topic) => !isSingleNote(topic));
}

/** In the order of the board. */
export function singleNotesOf(topics: readonly Topic[]): readonly Note[] {
  return topics
    .filter(isSingleNote)
    .flatMap(({ notes }) => notes)
    .sort((a, b) => a.order - b.order || (a.id < b.id ? -1 : 1));
}
