import { describe, expect, it } from 'vitest';
import * as Y from 'yjs';
import { accept, judge, type Verdict } from '../../../server/sync/gate/gate.ts';
import { Board } from '../../../src/domain/board/board.ts';
import { boardShape } from '../../../src/domain/board/schema.ts';
import { Topics } from '../../../src/domain/board/topics.ts';
import { limits } from '../../../src/protocol/limits.ts';
import { characters, craft, craftOne, deleted, gc, skip } from './craft.ts';
import { mergeBounds, observer, Server, Tab, writer } from './peers.ts';

const id = 10;

/** Somebody's board with one decision, and the server that has it too. */
function together(words = 'hello') {
  const server = new Server(boardShape);
  const tab = new Tab(server, writer(id), id);
  tab.sync();
  const board = new Board(tab.doc, { kind: 'own' });
  board.addDecision('d1', words);
  const field = board.textOf('decisions', 'd1')!;
  const text = tab.doc.getMap<Y.Map<Y.Text>>('outcomes').get('d1')!.get('text')!._item!.id;
  return { server, tab, board, field, text };
}

function applied(verdict: Verdict) {
  if (verdict.kind !== 'apply') throw new Error(`expected something to apply, got ${verdict.kind}`);
  return { ...Y.decodeUpdate(verdict.update), clients: verdict.clients };
}

function read(doc: Y.Doc) {
  return new Board(doc, { kind: 'server' }).readDecisions().map(({ text }) => text);
}

describe('the rest of an update [SYNC-4]', () => {
  it('is the update itself, byte for byte, when nothing of it is known', () => {
    const { server, tab, field } = together();
    let typed: Uint8Array | null = null;
    tab.disconnect();
    tab.doc.on('update', (update: Uint8Array) => (typed = update));
    field.splice(5, 0, '!');
    expect(judge(server.doc, boardShape, tab.sender, typed!, mergeBounds)).toEqual({
      kind: 'apply',
      update: typed,
      clients: new Map([[id, 1]]),
    });
  });

  it('leaves out what is known, others’ deletions included, and counts what is new', () => {
    const { server, tab, board, field } = together();
    field.splice(0, 2, '');
    tab.disconnect();
    board.addAction('a1', 'new');
    const { structs, ds, clients } = applied(
      judge(server.doc, boardShape, tab.sender, Y.encodeStateAsUpdate(tab.doc), mergeBounds),
    );
    const state = Y.getState(server.doc.store, id);
    expect(structs.every((struct) => struct.id.clock >= state)).toBe(true);
    expect([...clients]).toEqual([[id, structs.length]]);
    expect(ds.clients.size).toBe(0);
  });

  it('cuts a struct of which the beginning is known', () => {
    const { server, tab, field } = together('hello');
    tab.disconnect();
    field.splice(5, 0, ' world');
    const verdict = judge(server.doc, boardShape, tab.sender, Y.encodeStateAsUpdate(tab.doc), mergeBounds);
    const [struct] = applied(verdict).structs;
    expect((struct as Y.Item).content).toEqual(new Y.ContentString(' world'));
    expect(accept(server.doc, (verdict as { update: Uint8Array }).update, null)).toBe(true);
    expect(read(server.doc)).toEqual(['hello world']);
    expect(Y.equalSnapshots(Y.snapshot(server.doc), Y.snapshot(tab.doc))).toBe(true);
  });

  it('cuts what is left of deleted things in the same way', () => {
    const { server, tab, text } = together();
    const next = Y.getState(server.doc.store, id);
    server.receive(tab.sender, craftOne(id, next, deleted({ in: [id, text.clock] }, 4), gc(4)));
    const overlapping = craftOne(id, next + 2, deleted({ origin: [id, next + 1] }, 2), gc(9));
    const { structs } = applied(judge(server.doc, boardShape, tab.sender, overlapping, mergeBounds));
    expect(structs.map((struct) => [struct.id.clock, struct.length])).toEqual([[next + 8, 5]]);
    const halfway = craftOne(
      id,
      next,
      deleted({ in: [id, text.clock] }, 4),
      gc(4),
      characters({ in: [id, text.clock] }, 'x'),
    );
    expect(server.receive(tab.sender, halfway).kind).toBe('apply');
    expect(read(server.doc)).toEqual(['xhello']);
  });

  it('keeps of a delete range only the parts that are still there', () => {
    const { server, field, text } = together('abcdef');
    field.splice(2, 2, '');
    const first = text.clock + 1;
    const whole = craft({ deletes: [{ client: id, ranges: [[first, 6]] }] });
    const verdict = judge(server.doc, boardShape, writer(), whole, mergeBounds);
    expect(applied(verdict).ds.clients.get(id)).toMatchObject([
      { clock: first, len: 2 },
      { clock: first + 4, len: 2 },
    ]);
  });

  it('is nothing for everybody, whoever wrote it, when all is known', () => {
    const { server, tab } = together();
    const all = Y.encodeStateAsUpdate(tab.doc);
    for (const sender of [tab.sender, writer(), observer])
      expect(judge(server.doc, boardShape, sender, all, mergeBounds)).toEqual({ kind: 'nothing-new' });
    expect(judge(server.doc, boardShape, observer, Uint8Array.of(0, 0), mergeBounds).kind).toBe(
      'nothing-new',
    );
  });

  it('is not the stretch a client skips because it lacks it, as long as the server has it', () => {
    const { server, tab, text } = together();
    const next = Y.getState(server.doc.store, id);
    const known = craftOne(id, 0, skip(next), characters({ in: [id, text.clock] }, 'x'));
    expect(server.receive(tab.sender, known).kind).toBe('apply');
    const ahead = craftOne(id, 0, skip(next + 2), characters({ in: [id, text.clock] }, 'x'));
    expect(server.receive(tab.sender, ahead).kind).toBe('gap');
  });
});

describe('garbage', () => {
  it('takes in what refers to it, as in Yjs, whatever else that refers to', () => {
    const { server, tab, text } = together();
    const next = Y.getState(server.doc.store, id);
    const inText = { in: [id, text.clock] } as const;
    server.receive(tab.sender, craftOne(id, next, gc(3), characters(inText, 'x')));
    const beside = [
      characters({ origin: [id, next + 1] }, 'lost'),
      characters({ origin: [id, next + 1], rightOrigin: [id, next + 3] }, 'lost'),
      characters({ in: [id, next] }, 'lost'),
    ];
    expect(server.receive(tab.sender, craftOne(id, next + 4, ...beside)).kind).toBe('apply');
    expect(Y.getState(server.doc.store, id)).toBe(next + 16);
    expect(read(server.doc)).toEqual(['xhello']);
  });
});

describe('offline work', () => {
  it('merges in one piece, 4,000 insertions all over a board that others changed meanwhile', () => {
    const { server, tab, board } = together();
    const other = new Tab(server, writer(20), 20);
    other.sync();
    for (let n = 0; n < 40; n++) board.addDecision(`many${n}`);
    other.listen();
    for (const one of [tab, other]) one.disconnect();
    for (const [one, word] of [
      [board, 'a'],
      [new Board(other.doc, { kind: 'own' }), 'b'],
    ] as const)
      for (let n = 0; n < 4_000; n++) {
        const field = one.textOf('decisions', `many${n % 40}`)!;
        field.splice((n * 7) % (field.read().length + 1), 0, word);
      }
    for (const one of [tab, other, tab]) one.sync();
    expect([...tab.refusals, ...other.refusals]).toEqual([]);
    expect(read(server.doc).join('')).toHaveLength(8_000 + 'hello'.length);
    expect(read(tab.doc)).toEqual(read(server.doc));
    expect(read(other.doc)).toEqual(read(server.doc));
  });
});

describe('accepting', () => {
  it('says no when something is left pending, or Yjs cannot read it', () => {
    const doc = new Y.Doc();
    expect(accept(doc, craftOne(id, 3, gc(1)), null)).toBe(false);
    expect(accept(new Y.Doc(), craft({ deletes: [{ client: id, ranges: [[0, 1]] }] }), null)).toBe(false);
    expect(accept(new Y.Doc(), Uint8Array.of(9, 9, 9), null)).toBe(false);
  });
});

describe('as many topics as a board has room for, made at once', () => {
  it('are let through, and so is all of it taken back', () => {
    const { server, tab } = together();
    const board = new Board(server.doc, { kind: 'server' });
    const made = Array.from({ length: limits.boardTopics }, (_, at) => {
      const notes = [0, 1, 2].map((of) => `note-of-21-letters-${at}-${of}`);
      return { id: `topic-of-21-letters-${at}`, notes };
    });
    const note = { segment: 's1', lens: '', prompt: '', text: 'Slow' };
    for (const { notes } of made) for (const id of notes) board.addNote(id, note);
    tab.listen();
    const topics = new Topics(tab.doc, { kind: 'own' });
    const change = topics.addTopics(made);
    expect(tab.refusals).toEqual([]);
    expect(server.doc.getMap('topics').size).toBe(made.length);
    topics.takeBack(change);
    expect(tab.refusals).toEqual([]);
  });
});
