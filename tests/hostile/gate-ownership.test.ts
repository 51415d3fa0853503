/** Writing in somebody else's name, or with a name that would silence somebody. */
import { describe, expect, it } from 'vitest';
import * as Y from 'yjs';
import { characters, craft, craftOne, deleted, gc, skip, type, values } from '../sync/gate/craft.ts';
import { mergeBounds, observer, serverId, typedBounds } from '../sync/gate/peers.ts';
import { judge } from '../../server/sync/gate/gate.ts';
import {
  ada,
  bob,
  bobsOther,
  boardScene,
  expectAdaUnharmed,
  expectRefused,
  harms,
  send,
} from './gate-scene.ts';

describe('client ids [SYNC-2]', () => {
  it('T-04: nobody writes under the id of somebody else, and its owner writes on', () => {
    const scene = boardScene();
    expectRefused(scene, craftOne(ada, scene.next.ada, characters({ in: scene.text }, 'Bob says')));
    expectAdaUnharmed(scene);
  });

  it('T-04: a foreign struct behind honest own ones spoils the whole update', () => {
    const scene = boardScene();
    const update = craft({
      structs: [
        { client: bob, clock: scene.next.bob, structs: [characters({ in: scene.text }, 'mine')] },
        { client: ada, clock: scene.next.ada, structs: [characters({ in: scene.text }, 'hers')] },
      ],
    });
    expectRefused(scene, update);
    expectAdaUnharmed(scene);
  });

  it('T-05: the mute bomb, 2^50 clocks of garbage, hits neither somebody else nor oneself', () => {
    const scene = boardScene();
    expectRefused(scene, craftOne(ada, scene.next.ada, gc(2 ** 50)));
    expectRefused(scene, craftOne(bob, scene.next.bob, gc(2 ** 50)));
    expectRefused(scene, craftOne(bob, scene.next.bob, deleted({ in: scene.text }, 2 ** 50)));
    expectAdaUnharmed(scene);
  });

  it('T-05: many small bombs in one update count together', () => {
    const scene = boardScene();
    const bombs = Array.from({ length: 100 }, () => gc(90_000));
    expectRefused(scene, craftOne(bob, scene.next.bob, ...bombs));
  });

  it('T-06: nobody writes under the id of the server', () => {
    const scene = boardScene();
    const clock = Y.getState(scene.server.doc.store, serverId);
    expectRefused(scene, craftOne(serverId, clock, characters({ in: scene.text }, 'from above')));
    expect(scene.server.doc.clientID).toBe(serverId);
  });

  it('T-07: an old update sent 10,000 times is nothing new, and stores nothing', () => {
    const scene = boardScene();
    const update = Y.encodeStateAsUpdate(scene.bobs.doc);
    let stored = 0;
    scene.server.doc.on('update', () => stored++);
    const before = scene.server.fingerprint();
    for (let i = 0; i < 10_000; i++)
      expect(judge(scene.server.doc, scene.server.shape, scene.bobs.sender, update, mergeBounds).kind).toBe(
        'nothing-new',
      );
    expect(stored).toBe(0);
    expect(scene.server.fingerprint()).toBe(before);
  });

  it('T-20: an id that was not issued cannot write, however many are tried', () => {
    const scene = boardScene();
    const many = Array.from({ length: 2_000 }, (_, i) => ({
      client: 50_000 + i,
      clock: 0,
      structs: [values({ in: 'outcomes', key: `k${i}` }, 1)],
    }));
    expectRefused(scene, craft({ structs: many }));
    expectRefused(scene, craft({ structs: many.slice(0, 1) }));
    expect(scene.server.doc.store.clients.size).toBe(3);
  });

  it('a second id issued to the same seat may write', () => {
    const scene = boardScene();
    expect(send(scene, craftOne(bobsOther, 0, characters({ in: scene.text }, 'also me'))).kind).toBe('apply');
  });
});

describe('an observer', () => {
  it('[SYNC-5] may repeat everything there is, as a client does that reconnects', () => {
    const { server } = boardScene();
    expect(server.receive(observer, Y.encodeStateAsUpdate(server.doc)).kind).toBe('nothing-new');
  });

  it('may add and delete nothing', () => {
    const scene = boardScene();
    const add = craftOne(bob, scene.next.bob, characters({ in: scene.text }, 'x'));
    const erase = craft({ deletes: [{ client: ada, ranges: [[scene.text[1] + 1, 1]] }] });
    for (const update of [add, erase]) {
      expect(harms(scene, update)).toBe(true);
      expect(scene.server.receive(observer, update)).toMatchObject({
        kind: 'refuse',
        code: 'not-yours-to-do',
      });
    }
  });
});

describe('a gap [SYNC-6]', () => {
  it('T-08: frames that run ahead are dropped, 2,000 of them without a trace', () => {
    const scene = boardScene();
    const ahead = characters({ in: scene.text }, 'later');
    const frames = Array.from({ length: 2_000 }, (_, i) => craftOne(bob, scene.next.bob + 5 + 5 * i, ahead));
    expect(harms(scene, frames[0]!)).toBe(true);
    const before = scene.server.fingerprint();
    for (const frame of frames)
      expect(judge(scene.server.doc, scene.server.shape, scene.bobs.sender, frame, typedBounds).kind).toBe(
        'gap',
      );
    expect(scene.server.fingerprint()).toBe(before);
  });

  it('T-08: it is a gap too when a parent, an origin or an own delete is not there yet', () => {
    const scene = boardScene();
    const { bob: clock } = scene.next;
    const missing = [bob, clock + 50] as const;
    for (const update of [
      craftOne(bob, clock, characters({ in: [ada, scene.next.ada + 9] }, 'x')),
      craftOne(bob, clock, characters({ origin: missing }, 'x')),
      craftOne(
        bob,
        clock,
        characters({ origin: [...scene.text] as [number, number], rightOrigin: missing }, 'x'),
      ),
      craftOne(bob, clock, skip(4), characters({ in: scene.text }, 'x')),
      craft({ deletes: [{ client: bob, ranges: [[clock, 3]] }] }),
    ]) {
      expect(harms(scene, update)).toBe(true);
      expect(send(scene, update).kind).toBe('gap');
    }
  });

  it('structs that wait for each other are no gap, since nothing that may come resolves them', () => {
    const scene = boardScene();
    const { bob: clock } = scene.next;
    const update = craft({
      structs: [
        { client: bob, clock, structs: [characters({ origin: [bobsOther, 0] }, 'x')] },
        { client: bobsOther, clock: 0, structs: [characters({ origin: [bob, clock] }, 'y')] },
      ],
    });
    expectRefused(scene, update);
    expectRefused(scene, craftOne(bob, clock, characters({ origin: [bob, clock] }, 'x')));
  });

  it('a type under an own id that is only in this update can be built on across ids', () => {
    const scene = boardScene();
    const { bob: clock } = scene.next;
    const update = craft({
      structs: [
        { client: bobsOther, clock: 0, structs: [characters({ in: [bob, clock + 1] }, 'in a new text')] },
        {
          client: bob,
          clock,
          structs: [
            type({ in: 'outcomes', key: 'd2' }, 'map'),
            type({ in: [bob, clock], key: 'text' }, 'text'),
          ],
        },
      ],
    });
    expect(send(scene, update).kind).toBe('apply');
  });
});
