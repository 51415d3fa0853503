/** What chance puts together: whatever the gate lets through of it leaves a board that is one. */
import { describe, expect, it } from 'vitest';
import * as Y from 'yjs';
import { accept } from '../../server/sync/gate/gate.ts';
import * as wild from '../sync/gate/craft.ts';
import { seeded, type Seeded } from '../sync/gate/seeded.ts';
import { breach } from './gate-invariants.ts';
import {
  ada,
  bob,
  bobsOther,
  boardScene,
  honestUpdates,
  isLong,
  judgeBobs,
  type Scene,
} from './gate-scene.ts';

const flips = isLong ? 1_000_000 : 30_000;
const inventions = isLong ? 400_000 : 20_000;

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
