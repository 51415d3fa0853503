/** More than fits: in a text, in a root, in the document. */
import { describe, expect, it } from 'vitest';
import { Board } from '../../src/domain/board/board.ts';
import { boardShape } from '../../src/domain/board/schema.ts';
import { limits } from '../../src/protocol/limits.ts';
import { characters, craft, craftOne, gc, type } from '../sync/gate/craft.ts';
import { bob, bobsOther, boardScene, expectRefused, send, words } from './gate-scene.ts';

describe('lengths', () => {
  it('T-24: a text at its limit is taken, one character more is not', () => {
    const scene = boardScene();
    const { bob: clock } = scene.next;
    const fits = limits.decisionChars - words.length;
    expectRefused(scene, craftOne(bob, clock, characters({ in: scene.text }, 'x'.repeat(fits + 1))));
    expect(send(scene, craftOne(bob, clock, characters({ in: scene.text }, 'x'.repeat(fits)))).kind).toBe(
      'apply',
    );
    expectRefused(scene, craftOne(bob, clock + fits, characters({ in: scene.text }, 'x')));
  });

  it('T-24: a full text can be replaced in one stroke, since what goes makes room', () => {
    const { server, bobs } = boardScene();
    const field = new Board(bobs.doc, { kind: 'own' }).textOf('decisions', 'd1');
    field?.splice(0, words.length, 'a'.repeat(limits.decisionChars));
    field?.splice(0, limits.decisionChars, 'b'.repeat(limits.decisionChars));
    expect(bobs.refusals).toEqual([]);
    expect(new Board(server.doc, { kind: 'server' }).readDecisions()[0]?.text.at(-1)).toBe('b');
  });

  it('T-24: a delete range that is told twice does not make room twice', () => {
    const scene = boardScene();
    const { bob: clock } = scene.next;
    const long = limits.decisionChars;
    const structs = [{ client: bob, clock, structs: [characters({ in: scene.text }, 'x'.repeat(long * 2))] }];
    const once = { client: bob, ranges: [[clock, long / 2]] } as const;
    expectRefused(scene, craft({ structs, deletes: [once] }));
    expectRefused(scene, craft({ structs, deletes: [once, once] }), 'bad-input');
    const twice = { client: bob, ranges: [once.ranges[0], once.ranges[0]] } as const;
    expectRefused(scene, craft({ structs, deletes: [twice] }), 'bad-input');
  });

  it('T-24: a text that comes with the update has the same limit', () => {
    const scene = boardScene();
    const { bob: clock } = scene.next;
    const make = (length: number) =>
      craftOne(
        bob,
        clock,
        type({ in: 'outcomes', key: 'd2' }, 'map'),
        type({ in: [bob, clock], key: 'text' }, 'text'),
        characters({ in: [bob, clock + 1] }, 'x'.repeat(length)),
      );
    expectRefused(scene, make(limits.decisionChars + 1));
    expect(send(scene, make(limits.decisionChars)).kind).toBe('apply');
  });

  it('T-24: NUL, direction marks, lone surrogates and stacked accents are only characters', () => {
    const { server, bobs } = boardScene();
    const field = new Board(bobs.doc, { kind: 'own' }).textOf('decisions', 'd1');
    field?.splice(0, words.length, `\u0000\u202e${'e\u0301'.repeat(50)}\ud800`);
    expect(bobs.refusals).toEqual([]);
    expect(new Board(server.doc, { kind: 'server' }).readDecisions()[0]?.text).toBe(field?.read());
  });

  it('a root holds as many entries as its limit says and not one more', () => {
    const scene = boardScene();
    const { bob: clock } = scene.next;
    const entries = (count: number) =>
      craftOne(
        bob,
        clock,
        ...Array.from({ length: count }, (_, i) => type({ in: 'outcomes', key: `k${i}` }, 'map')),
      );
    expectRefused(scene, entries(limits.boardEntries));
    expect(send(scene, entries(limits.boardEntries - 1)).kind).toBe('apply');
    const one = craftOne(bobsOther, 0, type({ in: 'outcomes', key: 'late' }, 'map'));
    expectRefused(scene, one);
  });

  it('a document that is full takes nothing more, whoever sends it', () => {
    const { server, bobs } = boardScene();
    const update = craftOne(bobsOther, 0, gc(1));
    const bounds = { structs: 10, deleteRanges: 10, bytes: 1_000 };
    const at = (documentBytes: number) =>
      server.receive(bobs.sender, update, { ...bounds, documentBytes }).kind;
    expect(at(boardShape.bytes - update.length + 1)).toBe('refuse');
    expect(at(boardShape.bytes - update.length)).toBe('apply');
  });
});
