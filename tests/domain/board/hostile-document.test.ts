/** What a reader meets when a peer, or an older version, wrote something else than the shape says. */
import { describe, expect, it } from 'vitest';
import * as Y from 'yjs';
import { Board } from '../../../src/domain/board/board.ts';
import { Incident } from '../../../src/domain/board/incident.ts';
import { Timeline } from '../../../src/domain/board/timeline.ts';
import { Desk } from '../../../src/domain/desk/desk.ts';

const strangers: readonly (() => unknown)[] = [
  () => null,
  () => 'words',
  () => 42,
  () => Number.NaN,
  () => true,
  () => [1, 'a', null],
  () => ({ text: 'x', get: 1 }),
  () => new Uint8Array([1, 2, 3]),
  () => new Y.Map([['text', 'x']]),
  () => new Y.Array(),
  () => new Y.Text('shared words'),
  () => new Y.XmlElement('b'),
];
const roots = ['notes', 'outcomes', 'actions', 'drafts', 'timeline', 'incident'];
const keys = [
  ...[
    'segment',
    'lens',
    'prompt',
    'text',
    'title',
    'order',
    'edited',
    'removed',
    'kind',
    'owner',
    'due',
    'receipt',
  ],
  ...['released', 'late', 'kept', 'published', 'note', 'at', 'what', 'source', 'aim', '__proto__', 'get'],
];

/** Every stranger once as an entry and once under every key of an entry, as it arrives over the wire. */
function hostileDocument(): Y.Doc {
  const author = new Y.Doc();
  for (const root of roots) {
    const entries = author.getMap(root);
    strangers.forEach((make, at) => {
      entries.set(`direct-${at}`, make());
      const entry = new Y.Map();
      entries.set(`inside-${at}`, entry);
      for (const key of keys) if (key !== 'removed' || at % 2 === 0) entry.set(key, make());
    });
    entries.set('__proto__', new Y.Map([['text', 'x']]));
  }
  const doc = new Y.Doc();
  Y.applyUpdate(doc, Y.encodeStateAsUpdate(author));
  return doc;
}

describe('a document full of what does not belong there', () => {
  it('is read as a board of plain, well-typed values', () => {
    const board = new Board(hostileDocument(), { kind: 'own' });
    for (const note of board.readNotes()) {
      for (const words of [note.segment, note.lens, note.prompt, note.text])
        expect(words).toBeTypeOf('string');
      expect(note.order).toSatisfy(Number.isFinite);
      expect(note.edited).toBeTypeOf('boolean');
    }
    for (const decision of board.readDecisions()) expect(decision.text).toBeTypeOf('string');
    for (const action of board.readActions()) {
      expect(action.title).toBeTypeOf('string');
      expect(action.owner).toBeNull();
      expect(action.due).toBeNull();
      expect(action.aim).toBeNull();
    }
    expect(board.readNotes().length).toBeGreaterThan(strangers.length / 2);
    expect(board.readNotes().map((note) => note.id)).not.toContain('__proto__');
  });

  it('is read as a timeline and an incident of plain, well-typed values', () => {
    const doc = hostileDocument();
    const timeline = new Timeline(doc, { kind: 'own' }).readTimeline();
    for (const { at, what, source } of timeline) {
      expect(new Date(at).toISOString()).toMatch(/^\d{4}-/);
      expect(what).toBeTypeOf('string');
      expect(source).toBeNull();
    }
    expect(timeline.length).toBeGreaterThan(strangers.length / 2);
    for (const words of Object.values(new Incident(doc, { kind: 'own' }).readIncident()))
      expect(words).toBeTypeOf('string');
  });

  it('is read as a desk of plain, well-typed values', () => {
    const desk = new Desk(hostileDocument(), null);
    const drafts = desk.readDrafts();
    expect(drafts.length).toBeGreaterThan(strangers.length / 2);
    for (const draft of drafts) {
      expect(draft.text).toBeTypeOf('string');
      expect(draft.receipt).toBeTypeOf('string');
      expect(draft.kept).toBeTypeOf('boolean');
      expect(draft.order).toSatisfy(Number.isFinite);
    }
  });

  it('lets people and the server go on writing', () => {
    const doc = hostileDocument();
    const board = new Board(doc, { kind: 'server' });
    strangers.forEach((_, at) => {
      for (const id of [`direct-${at}`, `inside-${at}`]) {
        board.changeNote(id, 'changed');
        board.withdrawNote(id);
        board.setOwner(id, { kind: 'name', name: 'Bo' });
        board.textOf('actions', id)?.splice(0, 0, 'typed');
        board.setRemoved('actions', id, true);
      }
    });
    board.addAction('fresh', 'A new promise');
    expect(board.readActions().map((action) => action.id)).toEqual(['fresh']);

    const desk = new Desk(doc, null);
    strangers.forEach((_, at) => desk.emptyDraft(`direct-${at}`, 'erase'));
    strangers.forEach((_, at) => desk.emptyDraft(`inside-${at}`, 'erase'));
    desk.markPublished('direct-0', 'n1', 'f'.repeat(64));
    expect(desk.textOf('direct-1')).toBeNull();
  });

  it.each(['2026-02-31', '2026-13-01', '0000-00-00', '2026-1-1', 'tomorrow', '2026-12-04x'])(
    'shows no date for %j',
    (due) => {
      const board = new Board(new Y.Doc(), { kind: 'own' });
      board.addAction('a');
      board.setDue('a', due);
      expect(board.readActions()[0]?.due).toBeNull();
    },
  );
});
