/** Bytes that no editor writes: cut, endless, or lying about their size. */
import { describe, expect, it } from 'vitest';
import { judge } from '../../server/sync/gate/gate.ts';
import { limits } from '../../src/protocol/limits.ts';
import * as wild from '../sync/gate/craft.ts';
import { typedBounds } from '../sync/gate/peers.ts';
import {
  ada,
  bob,
  bobSends,
  boardScene,
  expectRefused,
  honestUpdates,
  judgeBobs,
  send,
} from './gate-scene.ts';

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

  it('T-11: numbers beyond 2^53, which JavaScript would round', () => {
    const scene = boardScene();
    const huge = [...new Array<number>(8).fill(0x80), 0x7f];
    for (const update of [
      [0, 1, ...huge, 1, 0, 1],
      [0, 1, bob, 1, ...huge, 1],
      [1, 1, bob, ...huge, 0, 1, 0],
    ])
      expect(judgeBobs(scene, Uint8Array.from(update))).toMatchObject({ kind: 'refuse', code: 'bad-input' });
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
