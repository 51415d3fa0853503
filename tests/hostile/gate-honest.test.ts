/** Whatever honest people do, in whatever order the network brings it: nothing of theirs is refused. */
import { describe, expect, it } from 'vitest';
import * as Y from 'yjs';
import { Board } from '../../src/domain/board/board.ts';
import { boardRoots, boardShape } from '../../src/domain/board/schema.ts';
import { Topics } from '../../src/domain/board/topics.ts';
import { Desk } from '../../src/domain/desk/desk.ts';
import { deskRoots, deskShape } from '../../src/domain/desk/schema.ts';
import type { TextField } from '../../src/domain/yjs/text-field.ts';
import { Server, Tab, writer } from '../sync/gate/peers.ts';
import { seeded, type Seeded } from '../sync/gate/seeded.ts';

const isLong = process.env['HEARTH_FUZZ'] === 'long';
const seeds = isLong ? 400 : 25;
const steps = isLong ? 600 : 250;
const words = ['a', 'ship', ' it ', 'ä', '👩‍🚀', '\n', 'x'.repeat(40), '日本', '\u0000', '𝒳'];

describe('honest traffic passes the gate', () => {
  it('people editing one board at once, offline and online, undoing and repeating themselves', () => {
    for (let seed = 1; seed <= seeds; seed++) meetOnBoard(seed);
  });

  it('one person with several tabs on a desk that the server publishes from', () => {
    for (let seed = 1; seed <= seeds; seed++) writeOnDesk(seed);
  });
});

function meetOnBoard(seed: number): void {
  const luck = seeded(seed);
  const server = new Server(boardShape);
  const board = new Board(server.doc, { kind: 'server' });
  const people = Array.from({ length: 2 + luck.below(4) }, (_, i) => new BoardTab(server, [10 + i], 10 + i));
  for (let step = 0, next = 100; step < steps; step++) {
    if (luck.chance(0.08)) editAsServer(board, luck, `note${step}`);
    if (luck.chance(0.02))
      new Topics(server.doc, { kind: 'server' }).ensureTopics(board.readNotes().slice(0, 2));
    const i = luck.below(people.length);
    const person = people[i]!;
    if (luck.chance(0.02)) people[i] = person.reload(next++);
    else person.act(luck, `entry${step}`);
  }
  settle(
    people.map(({ tab }) => tab),
    server,
    seed,
  );
  const grouped = new Topics(server.doc, { kind: 'server' });
  for (const { board: own, topics } of people) {
    expect(own.readNotes()).toEqual(board.readNotes());
    expect(own.readDecisions()).toEqual(board.readDecisions());
    expect(own.readActions()).toEqual(board.readActions());
    expect(topics.readTopics(own.readNotes())).toEqual(grouped.readTopics(board.readNotes()));
  }
}

function writeOnDesk(seed: number): void {
  const luck = seeded(seed);
  const server = new Server(deskShape);
  const desk = new Desk(server.doc, 'server');
  const ids = [21, 22, 23];
  const tabs = ids.map((id) => {
    const tab = new Tab(server, writer(...ids), id);
    return { tab, desk: new Desk(tab.doc, 'own'), undo: undoOf(tab.doc, [deskRoots.drafts], 'own') };
  });
  for (let step = 0; step < steps; step++) {
    if (luck.chance(0.05)) publishFrom(desk, luck, `note${step}`);
    const one = luck.pick(tabs)!;
    if (travel(one.tab, luck)) continue;
    const draft = luck.pick(one.desk.readDrafts())?.id ?? '';
    const text = one.desk.textOf(draft);
    const what = luck.below(9);
    if (what === 0) one.desk.addDraft(`draft${step}`, newDraft(luck));
    else if (what === 1) one.desk.setRemoved(draft, luck.chance(0.5));
    else if (what === 2) one.desk.releaseDraft(draft);
    else if (what === 3) one.desk.moveDraft(draft, { lens: luck.chance(0.5) ? 'ops' : 'user' });
    else if (what === 4) one.undo.undo();
    else if (what === 5) one.undo.redo();
    else if (text) type(text, luck);
  }
  settle(
    tabs.map(({ tab }) => tab),
    server,
    seed,
  );
  for (const one of tabs) expect(one.desk.readDrafts()).toEqual(desk.readDrafts());
}

class BoardTab {
  readonly tab: Tab;
  readonly board: Board;
  readonly topics: Topics;
  readonly #undo: Y.UndoManager;
  readonly #server: Server;
  readonly #ids: readonly number[];

  constructor(server: Server, ids: readonly number[], clientId: number, copy?: Uint8Array) {
    this.#server = server;
    this.#ids = ids;
    this.tab = new Tab(server, writer(...ids), clientId, copy);
    const origin = { kind: 'own' } as const;
    this.board = new Board(this.tab.doc, origin);
    this.topics = new Topics(this.tab.doc, origin);
    this.#undo = undoOf(this.tab.doc, [boardRoots.outcomes, boardRoots.actions], origin);
  }

  /** The tab is closed, with whatever it had not sent, and opened again under a new client id. */
  reload(clientId: number): BoardTab {
    this.tab.disconnect();
    expect(this.tab.refusals).toEqual([]);
    const copy = Y.encodeStateAsUpdate(this.tab.doc);
    return new BoardTab(this.#server, [...this.#ids, clientId], clientId, copy);
  }

  act(luck: Seeded, id: string): void {
    if (travel(this.tab, luck)) return;
    if (luck.chance(0.3)) return this.#group(luck, id);
    const area = luck.chance(0.5) ? 'decisions' : 'actions';
    const entries: readonly { id: string }[] =
      area === 'decisions' ? this.board.readDecisions() : this.board.readActions();
    const entry = luck.pick(entries)?.id ?? '';
    const text = this.board.textOf(area, entry);
    const what = luck.below(10);
    if (what === 0) this.board.addDecision(id, luck.pick(words));
    else if (what === 1) this.board.addAction(id);
    else if (what === 2) this.board.setOwner(entry, luck.chance(0.3) ? null : { kind: 'seat', seat: 'ada' });
    else if (what === 3) this.board.setDue(entry, luck.chance(0.3) ? null : '2026-03-01');
    else if (what === 4) this.board.setRemoved(area, entry, luck.chance(0.5));
    else if (what === 5) this.#undo.undo();
    else if (what === 6) this.#undo.redo();
    else if (text) type(text, luck);
  }

  #group(luck: Seeded, id: string): void {
    const notes = this.board.readNotes().flatMap((note) => (luck.chance(0.3) ? [note.id] : []));
    const known = this.topics.readTopics(this.board.readNotes());
    const [topic = '', other = ''] = [luck.pick(known)?.id, luck.pick(known)?.id];
    const what = luck.below(8);
    if (what === 0) this.topics.addTopic(id, notes, luck.pick(words));
    else if (what === 1) this.topics.moveNotes(notes, topic);
    else if (what === 2) this.topics.takeOut(notes, () => id);
    else if (what === 3) this.topics.mergeTopics(topic, other);
    else if (what === 4) this.topics.unmerge(luck.pick(known.flatMap(({ merged }) => merged)) ?? '');
    else if (what === 5) this.topics.ungroup([topic], () => id);
    else if (what === 6) this.topics.takeBack(this.topics.mergeTopics(topic, other));
    else {
      const text = luck.chance(0.5) ? this.topics.titleOf(topic) : this.topics.minutesOf(topic);
      if (text) type(text, luck, 100);
    }
  }
}

/** Connects, hears, repeats or goes away now and then; true when that was all this time. */
function travel(tab: Tab, luck: Seeded): boolean {
  if (!tab.isOnline) {
    const way = luck.below(10);
    // Sometimes it types on while the socket is open and the states are not exchanged yet.
    if (way === 0) tab.connect();
    if (way === 1) tab.sync();
    return false;
  }
  if (luck.chance(0.3)) tab.listen(luck.below(4));
  if (luck.chance(0.05)) tab.sync();
  if (luck.chance(0.03)) tab.resendAll();
  if (!luck.chance(0.05)) return false;
  tab.disconnect();
  return true;
}

function type(field: TextField, luck: Seeded, max = 400): void {
  const length = field.read().length;
  const word = luck.chance(0.7) && length < max ? (luck.pick(words) ?? '') : '';
  field.splice(luck.below(length + 1), luck.chance(0.4) ? luck.below(12) : 0, word);
}

function editAsServer(board: Board, luck: Seeded, id: string): void {
  const note = luck.pick(board.readNotes())?.id;
  const what = luck.below(4);
  if (!note || what < 2) board.addNote(id, { segment: 's', lens: 'ops', prompt: '', text: 'thanks' });
  else if (what === 2) board.changeNote(note, 'changed');
  else board.withdrawNote(note);
}

function publishFrom(desk: Desk, luck: Seeded, note: string): void {
  const draft = luck.pick(desk.readDrafts())?.id;
  if (!draft) return;
  if (luck.chance(0.5)) desk.markPublished(draft, note, 'ab'.repeat(32));
  else desk.emptyDraft(draft, 'erase');
}

function newDraft(luck: Seeded) {
  const text = luck.pick(words) ?? '';
  return {
    segment: 's',
    lens: 'ops',
    prompt: '',
    text,
    receipt: '',
    released: luck.chance(0.3),
    late: false,
  };
}

/** Entries and texts are never undone away, since somebody else may be writing in them. */
function undoOf(doc: Y.Doc, roots: readonly string[], origin: unknown): Y.UndoManager {
  const scope = roots.map((name) => doc.getMap(name));
  return new Y.UndoManager(scope, {
    captureTimeout: 0,
    trackedOrigins: new Set([origin]),
    deleteFilter: (item) => !(item.content instanceof Y.ContentType),
  });
}

function settle(tabs: readonly Tab[], server: Server, seed: number): void {
  for (const tab of tabs) tab.sync();
  for (const tab of tabs) tab.listen();
  for (const tab of tabs) {
    expect(tab.refusals, `seed ${seed}`).toEqual([]);
    expect(Y.equalSnapshots(Y.snapshot(tab.doc), Y.snapshot(server.doc)), `seed ${seed}`).toBe(true);
  }
}
