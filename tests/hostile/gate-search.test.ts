/** Updates that fit every limit and would still keep Yjs busy. */
import { describe, expect, it } from 'vitest';
import * as Y from 'yjs';
import { Board } from '../../src/domain/board/board.ts';
import * as wild from '../sync/gate/craft.ts';
import { bob, bobsOther, boardScene, expectRefused, send, type Scene } from './gate-scene.ts';

describe('T-61 far neighbours', () => {
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
    const before = Array.from({ length: 60 }, () => wild.deleted({ rightOrigin: [bob, clock] }, 1));
    expectRefused(scene, wild.craftOne(bob, clock + turns, ...before));
    expect(send(scene, wild.craftOne(bob, clock + turns, ...before.slice(0, 3))).kind).toBe('apply');
  });
});
