/** The timeline and what is said of an incident, at the gate: people at once, and somebody who writes frames by hand. */
import { describe, expect, it } from 'vitest';
import type * as Y from 'yjs';
import { Board } from '../../src/domain/board/board.ts';
import { incidentParts } from '../../src/domain/board/incident-parts.ts';
import { Incident } from '../../src/domain/board/incident.ts';
import { boardRoots, boardShape, timelineUntil } from '../../src/domain/board/schema.ts';
import { Timeline } from '../../src/domain/board/timeline.ts';
import { limits } from '../../src/protocol/limits.ts';
import { craft, craftOne, type, values } from '../sync/gate/craft.ts';
import { Server, Tab, writer } from '../sync/gate/peers.ts';
import { seeded, type Seeded } from '../sync/gate/seeded.ts';
import { ada, bob, boardScene, expectAdaUnharmed, expectRefused, send, type Scene } from './gate-scene.ts';

const isLong = process.env['HEARTH_FUZZ'] === 'long';
const own = { kind: 'own' } as const;
const source = 'https://ci.example.org/runs/7';

describe('honest people who write down what happened', () => {
  it('are never refused, and all read the same in the end', () => {
    for (let seed = 1; seed <= (isLong ? 400 : 25); seed++) writeTogether(seed);
  });
});

function writeTogether(seed: number): void {
  const luck = seeded(seed);
  const server = new Server(boardShape);
  new Incident(server.doc, { kind: 'server' }).addParts();
  const tabs = [10, 20, 30].map((id) => new Tab(server, writer(id), id));
  for (let step = 0; step < 200; step++) {
    const tab = luck.pick(tabs)!;
    if (luck.chance(0.1) && tab.isOnline) tab.disconnect();
    else if (luck.chance(0.1)) tab.sync();
    else if (luck.chance(0.2)) tab.listen(luck.below(4));
    else edit(tab.doc, luck, `e${step}`);
  }
  for (const tab of tabs) tab.sync();
  for (const tab of tabs) tab.listen();
  for (const tab of tabs) {
    expect(tab.refusals, `seed ${seed}`).toEqual([]);
    expect(contentsOf(tab.doc), `seed ${seed}`).toEqual(contentsOf(server.doc));
  }
}

function contentsOf(doc: Y.Doc) {
  return [new Timeline(doc, own).readTimeline(), new Incident(doc, own).readIncident()];
}

function edit(doc: Y.Doc, luck: Seeded, id: string): void {
  const timeline = new Timeline(doc, own);
  const some = luck.pick(timeline.readTimeline())?.id ?? '';
  const at = luck.pick([0, timelineUntil, Date.parse('2026-11-21T14:05:00Z') + luck.below(60) * 60_000])!;
  const field = luck.chance(0.5)
    ? timeline.whatOf(some)
    : new Incident(doc, own).textOf(luck.pick(incidentParts)!);
  luck.pick([
    () => timeline.add(id, { at, what: 'Deploy 👩‍🚀', source: luck.chance(0.5) ? source : null }),
    () => timeline.setAt(some, at),
    () => timeline.setSource(some, luck.chance(0.5) ? source : null),
    () => timeline.setRemoved(some, luck.chance(0.5)),
    () => field?.splice(luck.below(field.read().length + 1), luck.below(4), 'ä👩‍🚀 '),
    () => new Board(doc, own).addAction(`a${id}`),
  ])!();
}

/** An entry of Ada's, and the parts of the incident from the server. */
function scene(): Scene & { readonly happened: readonly [number, number] } {
  const plain = boardScene();
  new Incident(plain.server.doc, { kind: 'server' }).addParts();
  new Timeline(plain.adas.doc, own).add('x1', { at: 1, what: 'Deploy', source });
  plain.bobs.listen();
  const { id } = plain.server.doc.getMap<Y.Map<unknown>>(boardRoots.timeline).get('x1')!._item!;
  return { ...plain, happened: [id.client, id.clock] };
}

describe('somebody who writes frames by hand', () => {
  it('[INCIDENT-2] sets no time that RFC 3339 can not write, and none that is no number', () => {
    const there = scene();
    const { bob: clock } = there.next;
    const sets = (at: unknown) => craftOne(bob, clock, values({ in: there.happened, key: 'at' }, at));
    for (const at of [-1, timelineUntil + 1, 8.64e15, Number.NaN, Infinity, '14:05', true])
      expectRefused(there, sets(at));
    expectRefused(there, sets(null), 'bad-input');
    expectAdaUnharmed(there);
  });

  it('T-26: puts no address behind a source that a browser may not open, nor one that is too long', () => {
    const there = scene();
    const { bob: clock } = there.next;
    for (const link of [
      'javascript:alert(1)',
      'JAVASCRIPT://a.example/%0aalert(1)',
      ' https://a.example',
      'https://a.example/\njavascript:alert(1)',
      'data:text/html,<script>',
      'mailto:a@b.example',
      '//a.example',
      `https://a.example/${'x'.repeat(limits.linkChars)}`,
      7,
    ])
      expectRefused(there, craftOne(bob, clock, values({ in: there.happened, key: 'source' }, link)));
    expectAdaUnharmed(there);
  });

  it('T-30: writes nothing beside when, what and where, so that an entry can not say who wrote it', () => {
    const there = scene();
    const { bob: clock } = there.next;
    for (const key of ['author', 'seat', 'by', 'signed', 'order', '__proto__', 'constructor'])
      expectRefused(there, craftOne(bob, clock, values({ in: there.happened, key }, 'bob')));
    for (const key of ['__proto__', 'constructor', 'Übel', '', 'x'.repeat(33)])
      expectRefused(there, craftOne(bob, clock, type({ in: boardRoots.timeline, key }, 'map')));
    const entry = there.server.doc.getMap<Y.Map<unknown>>(boardRoots.timeline).get('x1')!;
    expect([...entry.keys()].sort()).toEqual(['at', 'source', 'what']);
    expectAdaUnharmed(there);
  });

  it('T-09: deletes no entry and no words, and replaces no text by another', () => {
    const there = scene();
    const { bob: clock } = there.next;
    const [client, at] = there.happened;
    expect(client).toBe(ada);
    for (const ranges of [[[at, 1]], [[at + 2, 1]]] as const)
      expectRefused(there, craft({ deletes: [{ client, ranges }] }));
    expectRefused(there, craftOne(bob, clock, type({ in: there.happened, key: 'what' }, 'text')));
    expectAdaUnharmed(there);
  });

  it('makes no part of an incident, and takes none away: the server made all there are', () => {
    const there = scene();
    const { bob: clock } = there.next;
    for (const key of [...incidentParts, 'culprit'])
      expectRefused(there, craftOne(bob, clock, type({ in: boardRoots.incident, key }, 'map')));
    const part = there.server.doc.getMap<Y.Map<unknown>>(boardRoots.incident).get('impact')!._item!.id;
    const entry = [part.client, part.clock] as const;
    expectRefused(there, craftOne(bob, clock, type({ in: entry, key: 'text' }, 'text')));
    expectRefused(there, craftOne(bob, clock, values({ in: entry, key: 'order' }, 9)));
    expectRefused(there, craft({ deletes: [{ client: part.client, ranges: [[part.clock, 1]] }] }));
    expectAdaUnharmed(there);
  });

  it('gives an action no aim but the three', () => {
    const there = scene();
    const action = there.server.doc.getMap<Y.Map<unknown>>(boardRoots.actions).get('a1')!._item!.id;
    const spot = { in: [action.client, action.clock] as const, key: 'aim' };
    const { bob: clock } = there.next;
    for (const aim of ['blame', 'Prevent', 'prevent ', 1])
      expectRefused(there, craftOne(bob, clock, values(spot, aim)));
    expect(send(there, craftOne(bob, clock, values(spot, 'detect'))).kind).toBe('apply');
  });
});
