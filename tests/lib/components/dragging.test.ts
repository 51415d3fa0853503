import { expect, test, vi } from 'vitest';
import type { Topic } from '../../../src/domain/board/topic.ts';
import { Dragging } from '../../../src/lib/components/topics/dragging.svelte.ts';
import type { RoomView } from '../../../src/lib/room/room-view.svelte.ts';

const topicOf = (id: string, ...notes: string[]) =>
  ({ id, notes: notes.map((note) => ({ id: note })) }) as unknown as Topic;

/** A drag of one note that nobody grouped, with the topics there are when it is dropped. */
function dropped(target: string, ...groups: Topic[]): unknown[] {
  const done: unknown[] = [];
  const grouping = {
    mayGroup: true,
    groups,
    grab: (note: string) => [note],
    letGo: vi.fn(),
    isGrouped: () => false,
    moveTo: (topic: Topic, notes: readonly string[]) => done.push(['moveTo', topic.id, ...notes]),
    moveOnto: (single: string, notes: readonly string[]) => done.push(['moveOnto', single, ...notes]),
    newTopic: vi.fn(),
    takeOut: vi.fn(),
  };
  const dragging = new Dragging({ setHolding: vi.fn() } as unknown as RoomView, grouping);
  dragging.begin('held');
  dragging.drop(target);
  dragging.end();
  return done;
}

test('what is dropped on a lone note makes a topic with it', () => {
  expect(dropped('note lone')).toEqual([['moveOnto', 'lone', 'held']]);
});

test('what is dropped on a note that was grouped during the drag joins it where it is by now', () => {
  expect(dropped('note lone', topicOf('other', 'n1'), topicOf('new', 'lone', 'n2'))).toEqual([
    ['moveTo', 'new', 'held'],
  ]);
});

test('what was grouped with the note it is dropped on stays where it is', () => {
  expect(dropped('note lone', topicOf('new', 'lone', 'held'))).toEqual([]);
});
