/**
 * Which topics there are, and which notes each of them has, out of what stands on the board. Several people may have
 * moved, merged and removed at once; whatever came of it, every peer reads the same here, and nothing written is out
 * of sight: a topic is gone only while somebody took it away, no note is in it and nobody has talked about it.
 */
import type { NoteId, TopicId } from '#protocol/ids.ts';
import { orderMax } from '../yjs/shape.ts';
import type { Note } from './board.ts';
import type { Topic } from './topic.ts';
import { TopicPaths, type TopicEntry } from './topic-paths.ts';

/** `membership` names a topic for a note, or nothing. Topics come first, by order, then the notes that nobody grouped. */
export function arrangeTopics(
  notes: readonly Note[],
  entries: readonly TopicEntry[],
  membership: ReadonlyMap<NoteId, string>,
): Topic[] {
  const paths = new TopicPaths(entries, membership, notes);
  const notesByRoot = groupBy(notes, ({ id }) => paths.topicOf(id));
  const groups = groupBy([...entries].sort(byOrder), ({ id }) => paths.rootOf(id));
  const topics = Array.from(groups, ([root, parts]) => topicOf(root, parts, notesByRoot.get(root) ?? []));
  return [
    ...topics.filter((topic) => topic !== null).sort(byOrder),
    ...(notesByRoot.get(null) ?? []).map(loneTopic),
  ];
}

/** Those that are voted on, talked about and left with an outcome. A blank one is among them again with its next note. */
export function withoutBlank(topics: readonly Topic[]): Topic[] {
  return topics.filter(({ isBlank }) => !isBlank);
}

function topicOf(root: TopicId, parts: readonly TopicEntry[], notes: readonly Note[]): Topic | null {
  const own = parts.find(({ id }) => id === root);
  const isGone = parts.every(({ removed, isTalkedAbout }) => removed && !isTalkedAbout);
  if (!own || (notes.length === 0 && isGone)) return null;
  const merged = parts.filter((part) => part !== own);
  const title = own.title.trim();
  const named = [own, ...merged].map((part) => oneLine(part.title)).find((name) => name !== '');
  return {
    id: root,
    title,
    name: named ?? oneLine(notes[0]?.text ?? ''),
    notes,
    minutes: [own, ...merged]
      .map(({ minutes }) => minutes.trim())
      .filter(Boolean)
      .join('\n\n'),
    merged: merged.map(({ id }) => id),
    isLone: false,
    isBlank: notes.length === 0 && parts.every((part) => part.isWordless),
    order: own.order,
  };
}

function loneTopic(note: Note): Topic {
  return {
    id: note.id,
    title: '',
    name: oneLine(note.text),
    notes: [note],
    minutes: '',
    merged: [],
    isLone: true,
    isBlank: false,
    // Behind all topics, as they are listed.
    order: orderMax + note.order,
  };
}

function oneLine(text: string): string {
  return text.replace(/\s+/gu, ' ').trim();
}

function groupBy<Item, Key>(items: readonly Item[], keyOf: (item: Item) => Key): Map<Key, Item[]> {
  const groups = new Map<Key, Item[]>();
  for (const item of items) {
    const group = groups.get(keyOf(item));
    if (group) group.push(item);
    else groups.set(keyOf(item), [item]);
  }
  return groups;
}

function byOrder(a: { id: string; order: number }, b: { id: string; order: number }): number {
  return a.order - b.order || (a.id < b.id ? -1 : 1);
}
