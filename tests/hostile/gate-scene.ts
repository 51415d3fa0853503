/** A board with something on it, two people, and somebody who writes frames by hand. */
import { expect } from 'vitest';
import * as Y from 'yjs';
import { judge, type Verdict } from '../../server/sync/gate/gate.ts';
import { Board } from '../../src/domain/board/board.ts';
import { boardRoots, boardShape } from '../../src/domain/board/schema.ts';
import type { ErrorCode } from '../../src/protocol/errors.ts';
import { mergeBounds, Server, Tab, writer } from '../sync/gate/peers.ts';

export const isLong = process.env['HEARTH_FUZZ'] === 'long';
export const ada = 10;
export const bob = 20;
/** Bob's second id: he has not written under it. */
export const bobsOther = 21;
export const words = 'We ship on Friday 🚀';

export interface Scene {
  readonly server: Server;
  readonly adas: Tab;
  readonly bobs: Tab;
  /** Ids of what Ada wrote: an entry of decisions, and its text. */
  readonly entry: readonly [number, number];
  readonly text: readonly [number, number];
  /** Clocks at which the two would go on. */
  readonly next: { readonly ada: number; readonly bob: number };
}

export const bobSends = writer(bob, bobsOther);

export function boardScene(): Scene {
  const server = new Server(boardShape);
  new Board(server.doc, { kind: 'server' }).addNote('n1', {
    segment: 's',
    lens: 'ops',
    prompt: '',
    text: 'Thanks',
  });
  const adas = new Tab(server, writer(ada), ada);
  const bobs = new Tab(server, bobSends, bob);
  for (const tab of [adas, bobs]) tab.sync();
  new Board(adas.doc, { kind: 'own' }).addDecision('d1', words);
  bobs.listen();
  const bobsBoard = new Board(bobs.doc, { kind: 'own' });
  bobsBoard.addAction('a1', 'Write the release notes');
  bobsBoard.setOwner('a1', { kind: 'seat', seat: 'bob' });
  adas.listen();
  const entry = server.doc.getMap<Y.Map<Y.Text>>(boardRoots.outcomes).get('d1');
  const state = (id: number) => Y.getState(server.doc.store, id);
  return {
    server,
    adas,
    bobs,
    entry: idOf(entry),
    text: idOf(entry?.get('text')),
    next: { ada: state(ada), bob: state(bob) },
  };
}

/**
 * Bob sends it, and nothing comes of it. The control: in a copy of the document without a gate the same bytes do
 * something, so the test would notice a gate that is not there.
 */
export function expectRefused(scene: Scene, update: Uint8Array, code: ErrorCode = 'refused-edit'): void {
  expect(harms(scene, update), 'plain Yjs would have taken it').toBe(true);
  const before = scene.server.fingerprint();
  expect(send(scene, update)).toMatchObject({ kind: 'refuse', code });
  expect(scene.server.fingerprint()).toBe(before);
}

export function send({ server }: Scene, update: Uint8Array): Verdict {
  return server.receive(bobSends, update);
}

/** The verdict alone; nothing is applied. */
export function judgeBobs(scene: Scene, update: Uint8Array): Verdict {
  return judge(scene.server.doc, scene.server.shape, bobSends, update, mergeBounds);
}

/** Whether plain Yjs, given these bytes, changes, keeps something pending, or throws. */
export function harms({ server }: Scene, update: Uint8Array): boolean {
  const copy = new Y.Doc();
  Y.applyUpdate(copy, Y.encodeStateAsUpdate(server.doc));
  const before = Buffer.from(Y.encodeStateAsUpdate(copy));
  try {
    Y.applyUpdate(copy, update);
  } catch {
    return true;
  }
  return copy.share.size > server.doc.share.size || !before.equals(Y.encodeStateAsUpdate(copy));
}

/** Ada types on as if nothing had happened, and everybody sees it. */
export function expectAdaUnharmed({ server, adas, bobs }: Scene): void {
  const field = new Board(adas.doc, { kind: 'own' }).textOf('decisions', 'd1');
  field?.splice(0, 0, 'Again: ');
  bobs.listen();
  expect(adas.refusals).toEqual([]);
  for (const doc of [server.doc, bobs.doc])
    expect(new Board(doc, { kind: 'own' }).readDecisions()[0]?.text).toBe(`Again: ${words}`);
}

function idOf(type: { readonly _item: Y.Item | null } | undefined): readonly [number, number] {
  const id = type?._item?.id;
  if (!id) throw new Error('the scene is not set');
  return [id.client, id.clock];
}

/** A merge after some time offline, each edit of it alone, and a repeat of everything. */
export function honestUpdates({ bobs }: Scene): Uint8Array[] {
  const typed: Uint8Array[] = [];
  bobs.disconnect();
  const state = Y.encodeStateVector(bobs.doc);
  const listen = (update: Uint8Array) => typed.push(update);
  bobs.doc.on('update', listen);
  const board = new Board(bobs.doc, { kind: 'own' });
  board.textOf('decisions', 'd1')?.splice(3, 4, 'sail 日本');
  board.addAction('a2', 'Order 🚀');
  board.setOwner('a2', { kind: 'name', name: 'Zoë' });
  board.setDue('a2', '2026-03-01');
  board.setOwner('a2', null);
  board.setRemoved('decisions', 'd1', true);
  bobs.doc.off('update', listen);
  return [Y.encodeStateAsUpdate(bobs.doc, state), ...typed, Y.encodeStateAsUpdate(bobs.doc)];
}
