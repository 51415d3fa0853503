/** Writing what has no place in the document, and taking away what is not one's own to take. */
import { describe, expect, it } from 'vitest';
import type * as Y from 'yjs';
import { Board } from '../../src/domain/board/board.ts';
import { Topics } from '../../src/domain/board/topics.ts';
import { deskShape } from '../../src/domain/desk/schema.ts';
import { Desk } from '../../src/domain/desk/desk.ts';
import {
  binary,
  characters,
  craft,
  craftOne,
  deleted,
  embed,
  format,
  json,
  subdocument,
  type,
  values,
} from '../sync/gate/craft.ts';
import { Server, Tab, writer } from '../sync/gate/peers.ts';
import { ada, bob, boardScene, expectAdaUnharmed, expectRefused, send, words } from './gate-scene.ts';

describe('deleting', () => {
  it('T-09: entries, texts and everything a delete set can name of them stay', () => {
    const scene = boardScene();
    for (const [client, clock] of [scene.entry, scene.text]) {
      expectRefused(scene, craft({ deletes: [{ client, ranges: [[clock, 1]] }] }));
    }
    expectRefused(scene, craft({ deletes: [{ client: ada, ranges: [[0, scene.next.ada]] }] }));
    expectAdaUnharmed(scene);
  });

  it('T-09: what the server wrote stays', () => {
    const scene = boardScene();
    const note = scene.server.doc.getMap<Y.Map<unknown>>('notes').get('n1');
    const text = note?._map.get('text') as Y.Item;
    expectRefused(scene, craft({ deletes: [{ client: text.id.client, ranges: [[text.id.clock, 1]] }] }));
  });

  it('T-09: topics stay, with their texts', () => {
    const scene = boardScene();
    new Topics(scene.adas.doc, { kind: 'own' }).addTopic('t1', ['n1'], 'Speed');
    const topic = scene.server.doc.getMap<Y.Map<unknown>>('topics').get('t1');
    for (const part of [topic?._item, topic?._map.get('title'), topic?._map.get('minutes')]) {
      const { client, clock } = (part as Y.Item).id;
      expectRefused(scene, craft({ deletes: [{ client, ranges: [[clock, 1]] }] }));
    }
  });

  it('T-09: ranges beyond what their owner has written are refused, and nothing is kept for later', () => {
    const scene = boardScene();
    const { text } = scene;
    expectRefused(scene, craft({ deletes: [{ client: ada, ranges: [[scene.next.ada, 5]] }] }));
    expectRefused(scene, craft({ deletes: [{ client: ada, ranges: [[text[1] + 1, 2 ** 52]] }] }));
    expectRefused(scene, craft({ deletes: [{ client: 4_711, ranges: [[0, 1]] }] }));
    expectAdaUnharmed(scene);
  });

  it('overwriting does not delete an entry or a text either', () => {
    const scene = boardScene();
    const { bob: clock } = scene.next;
    for (const spot of [
      { origin: scene.entry },
      { rightOrigin: scene.entry },
      { in: 'outcomes', key: 'd1' },
    ] as const) {
      expectRefused(scene, craftOne(bob, clock, type(spot, 'map')));
      expectRefused(scene, craftOne(bob, clock, deleted(spot, 1)));
    }
    expectRefused(scene, craftOne(bob, clock, type({ origin: scene.text }, 'text')));
    expectRefused(scene, craftOne(bob, clock, type({ in: scene.entry, key: 'text' }, 'text')));
    expectAdaUnharmed(scene);
  });

  it('others’ characters and values may go: that is what editing together means', () => {
    const { server, adas, bobs } = boardScene();
    const mine = new Board(bobs.doc, { kind: 'own' });
    mine.textOf('decisions', 'd1')?.splice(0, words.length, 'Monday');
    new Board(adas.doc, { kind: 'own' }).setOwner('a1', { kind: 'name', name: 'Zoë' });
    expect([...bobs.refusals, ...adas.refusals]).toEqual([]);
    expect(new Board(server.doc, { kind: 'server' }).readDecisions()[0]?.text).toBe('Monday');
  });

  it('an entry that never left the device may be gone, and leave only garbage, before it arrives', () => {
    const { server, bobs } = boardScene();
    bobs.disconnect();
    const own = bobs.doc.getMap<unknown>('outcomes');
    new Board(bobs.doc, { kind: 'own' }).addDecision('d2', 'never mind');
    own.delete('d2');
    new Board(bobs.doc, { kind: 'own' }).addDecision('d3', 'better');
    bobs.sync();
    expect(bobs.refusals).toEqual([]);
    expect(new Board(server.doc, { kind: 'server' }).readDecisions().map(({ id }) => id)).toEqual([
      'd1',
      'd3',
    ]);
  });
});

describe('places', () => {
  it('T-18: maps in maps, at any depth below an entry', () => {
    const scene = boardScene();
    const { bob: clock } = scene.next;
    const depth = 5_000;
    const nested = Array.from({ length: depth }, (_, i) =>
      type(i === 0 ? { in: 'outcomes', key: 'deep' } : { in: [bob, clock + i - 1], key: 'text' }, 'map'),
    );
    expectRefused(scene, craftOne(bob, clock, ...nested.slice(0, 2)));
    const many = craftOne(bob, clock, ...nested);
    expect(send(scene, many).kind).toBe('refuse');
  });

  it('T-18: values in values, at any depth', () => {
    const scene = boardScene();
    const spot = { in: scene.entry, key: 'kind' };
    expectRefused(scene, craftOne(bob, scene.next.bob, values(spot, { a: 1 })), 'bad-input');
    expectRefused(scene, withDeepArray(scene.next.bob, 3_000), 'bad-input');
  });

  it('T-19: roots that no shape names', () => {
    const scene = boardScene();
    const { bob: clock } = scene.next;
    const roots = Array.from({ length: 1_000 }, (_, i) => characters({ in: `root${i}` }, 'x'));
    expectRefused(scene, craftOne(bob, clock, ...roots));
    for (const name of ['', 'stage', 'constructor', '__proto__', 'toString'])
      expectRefused(scene, craftOne(bob, clock, values({ in: name, key: 'k' }, 1)));
    expect([...scene.server.doc.share.keys()].sort()).toEqual(['actions', 'notes', 'outcomes']);
  });

  it('T-19: a list hidden in a map, and characters where there is no text', () => {
    const scene = boardScene();
    const { bob: clock } = scene.next;
    for (const struct of [
      values({ in: 'outcomes' }, 'hidden'),
      type({ in: 'outcomes' }, 'map'),
      characters({ in: 'outcomes' }, 'hidden'),
      characters({ in: scene.entry }, 'hidden'),
      values({ in: scene.text }, 'hidden'),
      values({ in: scene.text, key: 'attribute' }, 'hidden'),
    ])
      expectRefused(scene, craftOne(bob, clock, struct));
  });

  it('T-22: keys that every object carries, and keys that are no ids', () => {
    const scene = boardScene();
    const { bob: clock } = scene.next;
    for (const key of [
      '__proto__',
      'constructor',
      'toString',
      'hasOwnProperty',
      '',
      'A B',
      'x'.repeat(33),
      'a\u0000',
    ])
      expectRefused(scene, craftOne(bob, clock, type({ in: 'outcomes', key }, 'map')));
    for (const key of ['__proto__', 'constructor', 'colour', ''])
      expectRefused(scene, craftOne(bob, clock, values({ in: scene.entry, key }, 'x')));
  });

  it('T-23: an entry that is no entry, a text that is no text, and content of every other kind', () => {
    const scene = boardScene();
    const { bob: clock } = scene.next;
    const entry = { in: 'outcomes', key: 'd9' };
    const text = { in: scene.text };
    for (const struct of [values(entry, 7), values(entry, 'x'), type(entry, 'text'), characters(entry, 'x')])
      expectRefused(scene, craftOne(bob, clock, struct));
    for (const struct of [
      type(entry, 'array'),
      type(entry, 'xmlElement'),
      type(entry, 'xmlFragment'),
      type(entry, 'xmlHook'),
      type(entry, 'xmlText'),
      subdocument(entry, 'guid'),
      binary(entry, 8),
      json(entry, { a: 1 }),
      embed(text, { image: 1 }),
      format(text, 'bold', true),
    ])
      expectRefused(scene, craftOne(bob, clock, struct), 'bad-input');
  });

  it('T-23: values that do not fit their field', () => {
    const scene = boardScene();
    const { bob: clock } = scene.next;
    const field = (key: string, ...list: unknown[]) => values({ in: scene.entry, key }, ...list);
    for (const struct of [
      field('removed', 'yes'),
      field('order', -1),
      field('order', 2e9),
      field('order', Number.NaN),
      field('order', Infinity),
      field('order', 1, 'x'),
      field('kind', 'risk'),
      field('text', 'no text'),
    ])
      expectRefused(scene, craftOne(bob, clock, struct));
    for (const value of [null, undefined, { a: 1 }, [1], new Uint8Array(4), 10n])
      expectRefused(scene, craftOne(bob, clock, field('kind', value)), 'bad-input');
  });

  it('an origin and a right origin that lie in different places', () => {
    const scene = boardScene();
    const { bob: clock } = scene.next;
    const origin = [scene.text[0], scene.text[1] + 1] as const;
    expectRefused(
      scene,
      craftOne(bob, clock, characters({ origin, rightOrigin: [bob, clock - 1] }, 'between')),
    );
    const alsoNew = [
      type({ in: 'outcomes', key: 'd2' }, 'map'),
      type({ in: [bob, clock], key: 'text' }, 'text'),
      characters({ in: [bob, clock + 1] }, 'elsewhere'),
      characters({ origin, rightOrigin: [bob, clock + 2] }, 'between'),
    ];
    expectRefused(scene, craftOne(bob, clock, ...alsoNew));
  });

  it('notes on the board, and marks on a desk, are the server’s alone', () => {
    const scene = boardScene();
    const note = scene.server.doc.getMap<Y.Map<unknown>>('notes').get('n1')?._item as Y.Item;
    const at = [note.id.client, note.id.clock] as const;
    for (const struct of [
      type({ in: 'notes', key: 'n2' }, 'map'),
      type({ origin: at }, 'map'),
      values({ in: at, key: 'text' }, 'forged'),
      values({ in: at, key: 'removed' }, true),
    ])
      expectRefused(scene, craftOne(bob, scene.next.bob, struct));
    const desk = new Server(deskShape);
    const tab = new Tab(desk, writer(bob), bob);
    tab.sync();
    new Desk(tab.doc, 'own').markPublished('none', 'n1', 'f'.repeat(64));
    const draft = { segment: '', lens: '', prompt: '', text: 'x', receipt: '', released: false, late: false };
    new Desk(tab.doc, 'own').addDraft('d', draft);
    expect(tab.refusals).toEqual([]);
    new Desk(tab.doc, 'own').markPublished('d', 'n1', 'f'.repeat(64));
    expect(tab.refusals).toHaveLength(1);
  });
});

/** lib0 writes by recursion too, so the bytes are put down by hand. */
function withDeepArray(clock: number, depth: number): Uint8Array {
  const flat = craftOne(bob, clock, values({ in: 'outcomes', key: 'deep' }, 'x'));
  const cut = flat.length - 4;
  const open = Array.from({ length: depth }, () => [117, 1]).flat();
  return Uint8Array.from([...flat.subarray(0, cut), ...open, ...flat.subarray(cut)]);
}
