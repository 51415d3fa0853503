/** Entries and values under ids that people are not to use: those of notes, and those of nothing at all. */
import { describe, expect, it } from 'vitest';
import * as Y from 'yjs';
import { Board } from '../../src/domain/board/board.ts';
import { Outcomes } from '../../src/domain/board/outcomes.ts';
import { Topics } from '../../src/domain/board/topics.ts';
import { craftOne, deleted, type, values } from '../sync/gate/craft.ts';
import { boardScene, bob, expectAdaUnharmed, expectRefused, type Scene } from './gate-scene.ts';

const own = { kind: 'own' } as const;

/** What Bob's browser would send if somebody changed his document there. */
function typedByBob({ server, next }: Scene, edit: (doc: Y.Doc) => void): Uint8Array {
  const copy = new Y.Doc();
  Y.applyUpdate(copy, Y.encodeStateAsUpdate(server.doc));
  copy.clientID = bob;
  edit(copy);
  expect(Y.getState(copy.store, bob)).toBeGreaterThan(next.bob);
  return Y.encodeStateAsUpdate(copy, Y.encodeStateVector(server.doc));
}

describe('the id of a note', () => {
  it('T-62: is no id for a topic or an outcome that people make, bare or whole', () => {
    const scene = boardScene();
    const { bob: clock } = scene.next;
    for (const root of ['topics', 'outcomes']) {
      expectRefused(scene, craftOne(bob, clock, type({ in: root, key: 'n1' }, 'map')));
      expectRefused(scene, craftOne(bob, clock, deleted({ in: root, key: 'n1' }, 1)));
    }
    expectRefused(
      scene,
      typedByBob(scene, (doc) => new Topics(doc, own).addTopic('n1', [])),
    );
    expectRefused(
      scene,
      typedByBob(scene, (doc) => new Board(doc, own).addDecision('n1', 'Mine')),
    );
    expectAdaUnharmed(scene);
  });

  it('T-62: names the topic that the server makes of it, and everybody writes there', () => {
    const scene = boardScene();
    expect(new Topics(scene.server.doc, { kind: 'server' }).ensureTopics([{ id: 'n1' }])).toBe(true);
    scene.bobs.listen();
    const { doc, refusals } = scene.bobs;
    new Topics(doc, own).minutesOf('n1')?.splice(0, 0, 'Talked through');
    new Outcomes(doc, own).setKind('n1', 'decision');
    new Outcomes(doc, own).textOf('outcomes', 'n1', 'text')?.splice(0, 0, 'We wait');
    new Topics(doc, own).setRemoved('n1', true);
    expect(refusals).toEqual([]);
    expect(new Topics(scene.server.doc, own).minutesOf('n1')?.read()).toBe('Talked through');
    expect(new Outcomes(scene.server.doc, own).readOutcomes()).toContainEqual(
      expect.objectContaining({ id: 'n1', topic: 'n1', kind: 'decision', text: 'We wait' }),
    );
  });
});

describe('what notes are put into', () => {
  it('T-62: is said of notes that stand, so that nobody uses up the places of all', () => {
    const scene = boardScene();
    const { bob: clock } = scene.next;
    expectRefused(scene, craftOne(bob, clock, values({ in: 'membership', key: 'nothing' }, 't1')));
    expectRefused(scene, craftOne(bob, clock, deleted({ in: 'membership', key: 'nothing' }, 1)));
    const junk = Array.from({ length: 1_000 }, (_, at) =>
      values({ in: 'membership', key: `junk${at}` }, 'd1'),
    );
    expectRefused(scene, craftOne(bob, clock, ...junk));
    const oneOfTwo = ['n1', 'n2'].map((key) => values({ in: 'membership', key }, 't1'));
    expectRefused(scene, craftOne(bob, clock, ...oneOfTwo));
    expectAdaUnharmed(scene);
  });

  it('T-62: honest people group, take out and group again', () => {
    const { server, bobs } = boardScene();
    const topics = new Topics(bobs.doc, own);
    topics.addTopic('t1', ['n1'], 'Speed');
    topics.takeOut(['n1'], () => 'fresh');
    topics.moveNotes(['n1'], 't1');
    expect(bobs.refusals).toEqual([]);
    expect(server.doc.getMap('membership').get('n1')).toBe('t1');
  });
});
