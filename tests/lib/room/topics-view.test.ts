import { describe, expect, test } from 'vitest';
import * as Y from 'yjs';
import type { Note } from '../../../src/domain/board/board.ts';
import type { StageState } from '../../../src/domain/stage/state.ts';
import { boardParts } from '../../../src/domain/board/parts.ts';
import { BoardUndo } from '../../../src/lib/room/board-undo.ts';
import type { BoardParts } from '../../../src/domain/board/parts.ts';
import type { SharedDocument } from '../../../src/lib/room/shared-document.ts';
import { TopicsView } from '../../../src/lib/room/topics-view.svelte.ts';

const segments = [
  { id: 'thanks', activity: 'wins' },
  { id: 'look', activity: 'gather' },
];

/** A view over a document that is just here, with two notes that were gathered and one that thanks. */
function view() {
  const doc = new Y.Doc();
  const content = boardParts(doc, { kind: 'own' });
  for (const [id, segment] of [
    ['n1', 'look'],
    ['n2', 'look'],
    ['w1', 'thanks'],
  ] as const)
    content.board.addNote(id, { segment, lens: '', prompt: '', text: `Note ${id}` });
  const undo = new BoardUndo();
  let made = 0;
  const topics = new TopicsView({
    newId: () => `t${(made += 1)}`,
    stage: () => ({ segments }) as unknown as StageState,
    board: {
      get notes(): readonly Note[] {
        return content.board.readNotes();
      },
      remember: (step) => undo.add(step),
    },
  });
  const shared = { content, watch: () => () => {}, onSwap: () => () => {} };
  topics.show(shared as unknown as SharedDocument<BoardParts>);
  return { topics, undo, content };
}

const groupsOf = ({ all }: TopicsView) => all.map(({ id, notes }) => [id, ...notes.map((note) => note.id)]);

describe('topics of a room', () => {
  test('are made of what was gathered; thanks are no topics', () => {
    const { topics } = view();
    expect(groupsOf(topics)).toEqual([
      ['n1', 'n1'],
      ['n2', 'n2'],
    ]);
  });

  test('are without one in which nothing is, except for whoever groups', () => {
    const { topics } = view();
    const blank = topics.group([])?.topic;
    expect(topics.all.map(({ id }) => id)).toEqual(['n1', 'n2']);
    expect(topics.withBlank.map(({ id }) => id)).toEqual([blank, 'n1', 'n2']);
  });

  test('stand in one row of steps with the rest of the board, the last one first', () => {
    const { topics, undo } = view();
    const made = topics.group(['n1', 'n2']);
    topics.takeOut(['n1']);
    expect(groupsOf(topics)).toEqual([
      ['t1', 'n2'],
      ['n1', 'n1'],
    ]);
    undo.undo(['topics']);
    expect(groupsOf(topics)).toEqual([['t1', 'n1', 'n2']]);
    undo.undo(['topics']);
    expect(groupsOf(topics)).toHaveLength(2);
    expect(made?.step.stands()).toBe(false);
  });

  test('are made several at once in one step', () => {
    const { topics, undo } = view();
    const step = topics.groupEach([['n1'], ['n2']]);
    expect(groupsOf(topics)).toEqual([
      ['t1', 'n1'],
      ['t2', 'n2'],
    ]);
    expect(undo.steps).toEqual([step]);
    undo.undo(['topics']);
    expect(groupsOf(topics)).toEqual([
      ['n1', 'n1'],
      ['n2', 'n2'],
    ]);
  });

  test('can be taken back out of turn, and are then passed over', () => {
    const { topics, undo } = view();
    const made = topics.group(['n1']);
    topics.group(['n2']);
    made?.step.takeBack();
    expect(groupsOf(topics)).toEqual([
      ['t2', 'n2'],
      ['n1', 'n1'],
    ]);
    undo.undo(['topics']);
    undo.undo(['topics']);
    expect(groupsOf(topics)).toHaveLength(2);
  });

  test('say nothing and remember nothing where nothing was to be done', () => {
    const { topics, undo } = view();
    expect(topics.moveNotes(['n1'], 'nowhere').isEmpty).toBe(true);
    expect(topics.merge('n1', 'n2').isEmpty).toBe(true);
    expect(undo.steps).toEqual([]);
  });

  test('lend their name and minutes to a field, the same one every time', () => {
    const { topics } = view();
    const made = topics.group(['n1']);
    const title = topics.titleOf(made?.topic ?? '');
    title?.splice(0, 0, 'Speed');
    expect(topics.titleOf(made?.topic ?? '')).toBe(title);
    expect(topics.all[0]?.name).toBe('Speed');
    expect(topics.minutesOf('t1')?.read()).toBe('');
    expect(topics.titleOf('n2')).toBeNull();
  });
});
