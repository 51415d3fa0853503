/** Bytes that no editor writes: cut, flipped, lying about their size, or put together at random. */
import { describe, expect, it } from 'vitest';
import * as Y from 'yjs';
import { accept, judge } from '../../server/sync/gate/gate.ts';
import { Board } from '../../src/domain/board/board.ts';
import { limits } from '../../src/protocol/limits.ts';
import * as wild from '../sync/gate/craft.ts';
import { mergeBounds, typedBounds } from '../sync/gate/peers.ts';
import { seeded, type Seeded } from '../sync/gate/seeded.ts';
import { breach } from './gate-invariants.ts';
import {
  ada,
  bob,
  bobsOther,
  bobSends,
  boardScene,
  expectRefused,
  isLong,
  send,
  type Scene,
} from './gate-scene.ts';

const flips = isLong ? 1_000_000 : 30_000;
const inventions = isLong ? 400_000 : 20_000;

describe('malformed bytes', () => {
  it('T-11: an update cut off at any byte is refused, and never taken for nothing new', () => {
    const scene = boardScene();
    const updates = honestUpdates(scene);
    const before = scene.server.fingerprint();
    for (const update of updates)
      for (let length = 0; length < update.length; length++) {
        const cut = update.slice(0, length);
        expect(judgeBobs(scene, cut), `${length} of ${update.length}`).toMatchObject({ code: 'bad-input' });
      }
    expect(scene.server.fingerprint()).toBe(before);
    for (const update of updates) expect(judgeBobs(scene, update).kind).not.toBe('refuse');
  });

  it('T-11: it reads nothing behind the end of a frame that lies in a shared buffer', () => {
    const scene = boardScene();
    const update = wild.craftOne(bob, scene.next.bob, wild.characters({ in: scene.text }, 'abcdef'));
    const pool = new Uint8Array([...update, ...new Uint8Array(64).fill(65)]);
    const short = pool.subarray(0, update.length - 3);
    expect(send(scene, short)).toMatchObject({ kind: 'refuse', code: 'bad-input' });
  });

  it('T-11: a thousand 0xff, alone or in the place of any number', () => {
    const scene = boardScene();
    const endless = new Uint8Array(1_000).fill(0xff);
    expect(judgeBobs(scene, endless)).toMatchObject({ kind: 'refuse', code: 'bad-input' });
    const update = honestUpdates(scene)[0]!;
    for (let at = 0; at < update.length; at++) {
      const spoiled = Uint8Array.from([...update.subarray(0, at), ...endless]);
      expect(judgeBobs(scene, spoiled)).toMatchObject({ kind: 'refuse', code: 'bad-input' });
    }
  });

  it('T-12: counts that promise 2^53 - 1 of anything are a lie before anything is made', () => {
    const scene = boardScene();
    const most = Number.MAX_SAFE_INTEGER;
    for (const numbers of [
      [most],
      [1, most, bob, 0],
      [0, most],
      [0, 1, ada, most],
      [1, 1, bob, most, 0, most],
    ]) {
      const bytes = wild.bytes((out) => wild.uints(out, ...numbers));
      expect(judgeBobs(scene, bytes)).toMatchObject({ kind: 'refuse', code: 'bad-input' });
    }
    const longText = wild.bytes((out) => wild.uints(out, 1, 1, bob, scene.next.bob, 4, 1, most));
    expect(judgeBobs(scene, longText)).toMatchObject({ kind: 'refuse', code: 'bad-input' });
  });

  it('bytes behind the end, empty parts, parts that come twice and text that is not UTF-8', () => {
    const scene = boardScene();
    const { bob: clock } = scene.next;
    const good = wild.craftOne(bob, clock, wild.characters({ in: scene.text }, 'x'));
    const block = { client: bob, clock, structs: [wild.gc(1)] };
    for (const update of [
      Uint8Array.from([...good, 0]),
      wild.craftOne(bob, clock),
      wild.craftOne(bob, clock, wild.gc(0)),
      wild.craftOne(bob, clock, wild.skip(0)),
      wild.craftOne(bob, clock, wild.characters({ in: scene.text }, '')),
      wild.craftOne(bob, clock, wild.values({ in: scene.entry, key: 'kind' })),
      wild.craft({ structs: [block, block] }),
      wild.craft({ deletes: [{ client: ada, ranges: [] }] }),
      wild.craft({ deletes: [{ client: ada, ranges: [[0, 0]] }] }),
      wild.craft({
        deletes: [
          {
            client: ada,
            ranges: [
              [5, 1],
              [3, 1],
            ],
          },
        ],
      }),
      Uint8Array.from([...good.subarray(0, -2), 0xff, 0]),
    ])
      expect(judgeBobs(scene, update)).toMatchObject({ kind: 'refuse', code: 'bad-input' });
    expect(judgeBobs(scene, good).kind).toBe('apply');
  });

  it('T-17: more structs, delete ranges or bytes than one update may have', () => {
    const scene = boardScene();
    const { bob: clock } = scene.next;
    const many = (count: number) => {
      const structs = Array.from({ length: count }, (_, i) =>
        wild.characters(i === 0 ? { in: scene.text } : { origin: [bob, clock + i - 1] }, 'x'),
      );
      return wild.craft({ structs: [{ client: bob, clock, structs }] });
    };
    expectRefused(scene, many(200_000), 'too-large');
    const judged = (update: Uint8Array, bytes = typedBounds.bytes) =>
      judge(scene.server.doc, scene.server.shape, bobSends, update, { ...typedBounds, bytes });
    const tooLarge = { kind: 'refuse', code: 'too-large' };
    expect(judged(many(200_000), Infinity)).toMatchObject(tooLarge);
    expect(judged(many(limits.updateStructs + 1))).toMatchObject(tooLarge);
    expect(judged(many(limits.updateStructs - 100))).toMatchObject({ kind: 'apply' });
    const ranges = Array.from(
      { length: limits.updateDeleteRanges + 1 },
      (_, i) => [clock + i * 2, 1] as const,
    );
    expect(judged(wild.craft({ deletes: [{ client: bob, ranges }] }))).toMatchObject(tooLarge);
    expect(judged(new Uint8Array(limits.updateBytes + 1))).toMatchObject(tooLarge);
  });
});

describe('far neighbours', () => {
  /** Bob's text full of deleted characters, each an item of its own, and then 300 that name its two ends. */
  function sprawl(scene: Scene): { tombstones: Uint8Array; frame: Uint8Array } {
    const { bob: clock } = scene.next;
    const first = [scene.text[0], scene.text[1] + 1] as const;
    const second = [first[0], first[1] + 1] as const;
    const tombstones = Array.from({ length: 1_900 }, (_, i) =>
      wild.deleted({ origin: first, rightOrigin: i === 0 ? second : [bob, clock + i - 1] }, 1),
    );
    const far = Array.from({ length: 300 }, (_, i) =>
      wild.deleted({ origin: first, rightOrigin: [first[0], second[1] + (i % 2)] }, 1),
    );
    return {
      tombstones: wild.craftOne(bob, clock, ...tombstones),
      frame: wild.craftOne(bobsOther, 0, ...far),
    };
  }

  it('keep Yjs searching over a whole text, so a frame of many is refused', () => {
    const scene = boardScene();
    const { tombstones, frame } = sprawl(scene);
    expect(send(scene, tombstones).kind).toBe('apply');
    expectRefused(scene, frame);
  });

  it('cost the same when text and neighbours come in one update', () => {
    const scene = boardScene();
    const { tombstones, frame } = sprawl(scene);
    expectRefused(scene, Y.mergeUpdates([tombstones, frame]));
  });

  it('are harmless when few, as when others wrote a lot where somebody wrote offline', () => {
    const scene = boardScene();
    const { tombstones } = sprawl(scene);
    expect(send(scene, tombstones).kind).toBe('apply');
    scene.adas.disconnect();
    new Board(scene.adas.doc, { kind: 'own' }).textOf('decisions', 'd1')?.splice(1, 0, 'here');
    scene.adas.sync();
    expect(scene.adas.refusals).toEqual([]);
  });

  it('make no sense the wrong way round', () => {
    const scene = boardScene();
    const [client, clock] = scene.text;
    const spot = { origin: [client, clock + 5], rightOrigin: [client, clock + 2] } as const;
    expectRefused(scene, wild.craftOne(bob, scene.next.bob, wild.characters(spot, 'x')));
  });

  it('under a key: setting it before the oldest of its many values, again and again', () => {
    const scene = boardScene();
    const { bob: clock } = scene.next;
    const turns = 900;
    const back = Array.from({ length: turns }, (_, i) =>
      wild.deleted(i === 0 ? { in: scene.entry, key: 'order' } : { origin: [bobsOther, i - 1] }, 1),
    );
    const forth = back.map((_, i) => wild.deleted({ origin: [bob, clock + i] }, 1));
    const values = wild.craft({
      structs: [
        { client: bob, clock, structs: back },
        { client: bobsOther, clock: 0, structs: forth },
      ],
    });
    expect(send(scene, values).kind).toBe('apply');
    const before = Array.from({ length: 300 }, () => wild.deleted({ rightOrigin: [bob, clock] }, 1));
    expectRefused(scene, wild.craftOne(bob, clock + turns, ...before));
    expect(send(scene, wild.craftOne(bob, clock + turns, ...before.slice(0, 3))).kind).toBe('apply');
  });
});

describe('chance', () => {
  it(`T-13: ${flips} honest frames with flipped bits break nothing that holds of the board`, () => {
    const scene = boardScene();
    const luck = seeded(13);
    const updates = honestUpdates(scene);
    const before = scene.server.fingerprint();
    let plainHarm = 0;
    for (let i = 0; i < flips; i++) {
      const update = flip(luck.pick(updates)!, luck);
      expectLawful(scene, update, `flip ${i}`);
      if (i < 300 && plainYjsBreaks(scene, update)) plainHarm++;
    }
    expect(plainHarm, 'the control: Yjs alone would have been harmed').toBeGreaterThan(0);
    expect(scene.server.fingerprint()).toBe(before);
  });

  it(`T-13: ${inventions} well-formed updates of random structs break nothing either`, () => {
    const scene = boardScene();
    const luck = seeded(31);
    const kinds = { apply: 0, refuse: 0, gap: 0, 'nothing-new': 0 };
    let plainHarm = 0;
    for (let i = 0; i < inventions; i++) {
      const update = invent(scene, luck);
      kinds[expectLawful(scene, update, `invention ${i}`)]++;
      if (i < 300 && plainYjsBreaks(scene, update)) plainHarm++;
    }
    expect(plainHarm).toBeGreaterThan(0);
    for (const count of Object.values(kinds)) expect(count).toBeGreaterThan(0);
  });
});

function judgeBobs(scene: Scene, update: Uint8Array) {
  return judge(scene.server.doc, scene.server.shape, bobSends, update, mergeBounds);
}

/** Whatever is let through applies whole, and leaves the board as a board has to be. */
function expectLawful(scene: Scene, update: Uint8Array, which: string) {
  const verdict = judgeBobs(scene, update);
  if (verdict.kind === 'apply') {
    const copy = copyOf(scene);
    if (!accept(copy, verdict.update, 'test')) expect.fail(`${which} did not apply: ${[...update].join()}`);
    const wrong = breach(scene.server.doc, copy);
    if (wrong !== null) expect.fail(`${which}: ${wrong}: ${[...update].join()}`);
  }
  return verdict.kind;
}

function plainYjsBreaks(scene: Scene, update: Uint8Array): boolean {
  const copy = copyOf(scene);
  try {
    Y.applyUpdate(copy, update);
  } catch {
    return false;
  }
  return breach(scene.server.doc, copy) !== null;
}

function copyOf({ server }: Scene): Y.Doc {
  const copy = new Y.Doc();
  Y.applyUpdate(copy, Y.encodeStateAsUpdate(server.doc));
  return copy;
}

/** A merge after some time offline, each edit of it alone, and a repeat of everything. */
function honestUpdates({ bobs }: Scene): Uint8Array[] {
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

function flip(update: Uint8Array, luck: Seeded): Uint8Array {
  const spoiled = update.slice();
  for (let times = 1 + luck.below(3); times > 0; times--) {
    const at = luck.below(spoiled.length);
    spoiled[at] = (spoiled[at] ?? 0) ^ (1 << luck.below(8));
  }
  return spoiled;
}

/** Up to six structs of any kind at any place, known or new, and perhaps a deletion. */
function invent(scene: Scene, luck: Seeded): Uint8Array {
  const client = luck.chance(0.9) ? bob : bobsOther;
  const next = client === bob ? scene.next.bob : 0;
  const clock = Math.max(0, next - (luck.chance(0.2) ? luck.below(6) : 0) + (luck.chance(0.05) ? 1 : 0));
  const structs = Array.from({ length: luck.below(6) + 1 }, () => inventStruct(scene, luck, [client, clock]));
  const targets = [scene.entry, scene.text, [client, next] as const, [ada, 0] as const, [bob, 0] as const];
  const [from, at] = luck.pick(targets)!;
  const range = [at + luck.below(8), 1 + luck.below(4)] as const;
  const isDeleting = luck.chance(0.3);
  return wild.craft({
    structs: isDeleting && luck.chance(0.3) ? [] : [{ client, clock, structs }],
    deletes: isDeleting ? [{ client: from, ranges: [range] }] : [],
  });
}

function inventStruct(scene: Scene, luck: Seeded, [client, clock]: readonly [number, number]) {
  const spot = inventSpot(scene, luck, () => [client, clock + luck.below(5)] as const);
  const value = luck.pick([true, 1, 'decision', 'seat:ada', '2026-01-01', '', -5, 'x'.repeat(70)]);
  return luck.pick([
    wild.characters(spot, luck.pick(['a', 'abc', '🚀', 'x'.repeat(1_990)])!),
    wild.characters(spot, 'b'),
    wild.type(spot, luck.chance(0.5) ? 'map' : 'text'),
    wild.values(spot, value),
    wild.values(spot, value, value),
    wild.deleted(spot, 1 + luck.below(5)),
    wild.gc(1 + luck.below(5)),
    wild.skip(1),
  ])!;
}

function inventSpot(scene: Scene, luck: Seeded, own: () => readonly [number, number]): wild.Spot {
  const known = () => [luck.pick([ada, bob])!, luck.below(scene.next.bob)] as const;
  const id = () =>
    luck.pick([own(), known(), scene.text, scene.entry, [scene.text[0], scene.text[1] + 3] as const])!;
  const key = luck.pick(['text', 'title', 'owner', 'order', 'removed', 'd1', 'd7', 'constructor']) ?? '';
  switch (luck.below(5)) {
    case 0:
      return { origin: id() };
    case 1:
      return { rightOrigin: id() };
    case 2:
      return { origin: id(), rightOrigin: id() };
    case 3:
      return { in: luck.pick(['outcomes', 'actions', 'notes', 'elsewhere'])!, key };
    default:
      return luck.chance(0.5) ? { in: id(), key } : { in: id() };
  }
}
