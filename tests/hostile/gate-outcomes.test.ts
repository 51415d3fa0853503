/** How topics leave, at the gate: people at once, on and off the network, and somebody who writes frames by hand. */
import { describe, expect, it } from 'vitest';
import * as Y from 'yjs';
import { Board } from '../../src/domain/board/board.ts';
import { Outcomes, type OutcomeArea, type OutcomeFields } from '../../src/domain/board/outcomes.ts';
import { boardShape } from '../../src/domain/board/schema.ts';
import {
  decisionStatuses,
  headlineIds,
  outcomeDays,
  outcomeKinds,
  outcomeTexts,
} from '../../src/domain/board/topic.ts';
import { Topics } from '../../src/domain/board/topics.ts';
import { craft, craftOne, type, values } from '../sync/gate/craft.ts';
import { Server, Tab, writer } from '../sync/gate/peers.ts';
import { seeded, type Seeded } from '../sync/gate/seeded.ts';
import { bob, boardScene, expectAdaUnharmed, expectRefused, type Scene } from './gate-scene.ts';

const isLong = process.env['HEARTH_FUZZ'] === 'long';
const own = { kind: 'own' } as const;
const areas = ['outcomes', 'options', 'positions', 'actions', 'headlines'] as const;
const textKeys: { readonly [Area in OutcomeArea]: readonly OutcomeFields[Area][] } = {
  outcomes: outcomeTexts,
  options: ['title', 'good', 'bad'],
  positions: ['text'],
  actions: ['title', 'check', 'toSelf', 'toTeammate'],
  headlines: ['text'],
};

describe('honest people who say how topics leave', () => {
  it('are never refused, and all read the same in the end', () => {
    for (let seed = 1; seed <= (isLong ? 400 : 25); seed++) leaveTogether(seed);
  });
});

function leaveTogether(seed: number): void {
  const luck = seeded(seed);
  const server = new Server(boardShape);
  new Outcomes(server.doc, { kind: 'server' }).addHeadlines();
  new Topics(server.doc, { kind: 'server' }).addTopic('t1', []);
  const tabs = [10, 20, 30].map((id) => new Tab(server, writer(id), id));
  for (let step = 0; step < 200; step++) {
    const tab = luck.pick(tabs)!;
    if (luck.chance(0.1)) comeOrGo(tab);
    else if (luck.chance(0.2)) tab.listen(luck.below(4));
    else editOutcomes(tab.doc, luck, `e${step}`);
  }
  for (const tab of tabs) tab.sync();
  for (const tab of tabs) tab.listen();
  for (const tab of tabs) {
    expect(tab.refusals, `seed ${seed}`).toEqual([]);
    expect(contentsOf(tab.doc), `seed ${seed}`).toEqual(contentsOf(server.doc));
  }
}

function comeOrGo(tab: Tab): void {
  if (tab.isOnline) tab.disconnect();
  else tab.sync();
}

function contentsOf(doc: Y.Doc) {
  const outcomes = new Outcomes(doc, own);
  return [
    outcomes.readOutcomes(),
    outcomes.readOptions(),
    outcomes.readPositions(),
    outcomes.readHeadlines(),
    new Board(doc, own).readActions(),
  ];
}

function editOutcomes(doc: Y.Doc, luck: Seeded, id: string): void {
  const outcomes = new Outcomes(doc, own);
  const outcome = luck.pick(outcomes.readOutcomes())?.id ?? '';
  const person = luck.chance(0.5)
    ? null
    : luck.pick([{ kind: 'seat', seat: 'ada' } as const, { kind: 'name', name: '日本 👩‍🚀' } as const])!;
  const edits = [
    () => new Board(doc, own).addDecision(id, 'We ship'),
    () => new Board(doc, own).addAction(id, '', outcome),
    () => new Topics(doc, own).addTopic(id, []),
    () => outcomes.setKind(outcome, luck.pick([null, ...outcomeKinds])!),
    () => outcomes.setDay(outcome, luck.pick(outcomeDays)!, luck.chance(0.3) ? null : '2026-12-04'),
    () => outcomes.setOwner(outcome, person),
    () => outcomes.setStatus(outcome, luck.pick(decisionStatuses)!),
    () => outcomes.setSupersededBy(outcome, luck.chance(0.5) ? null : id),
    () => outcomes.addOption(id, outcome),
    () => outcomes.addPosition(id, outcome, person),
    () => outcomes.setHolder(luck.pick(outcomes.readPositions())?.id ?? '', person),
    () => outcomes.setRemoved('positions', luck.pick(outcomes.readPositions())?.id ?? '', luck.chance(0.5)),
    () => outcomes.setRemoved('outcomes', outcome, luck.chance(0.5)),
  ];
  if (luck.chance(0.5)) luck.pick(edits)!();
  else typeSomewhere(doc, luck);
}

function typeSomewhere(doc: Y.Doc, luck: Seeded): void {
  const area = luck.pick(areas)!;
  const id = luck.pick([...doc.getMap(area).keys()]) ?? '';
  const field = new Outcomes(doc, own).textOf(area, id, luck.pick<string>(textKeys[area]) as never);
  const length = field?.read().length ?? 0;
  field?.splice(luck.below(length + 1), luck.below(4), length < 100 ? 'ä👩‍🚀 ' : '');
}

/** A decision with an option and a position, and the three lines, all from Ada or the server. */
function leavingScene(): Scene {
  const scene = boardScene();
  new Outcomes(scene.server.doc, { kind: 'server' }).addHeadlines();
  const outcomes = new Outcomes(scene.adas.doc, own);
  outcomes.addOption('o1', 'd1');
  outcomes.addPosition('p1', 'd1', { kind: 'seat', seat: 'ada' });
  scene.bobs.listen();
  return scene;
}

/** Every entry that stands there, and every text in it. */
function partsIn({ server }: Scene): Y.Item[] {
  return areas.flatMap((area) =>
    [...server.doc.getMap<Y.Map<unknown>>(area).values()].flatMap((entry) => [
      entry._item!,
      ...[...entry._map.values()].filter(({ content }) => content instanceof Y.ContentType),
    ]),
  );
}

describe('somebody who writes frames by hand', () => {
  it('T-09: deletes no outcome, option, position, action or line, and none of their texts', () => {
    const scene = leavingScene();
    const parts = partsIn(scene);
    expect(parts.length).toBeGreaterThan(20);
    for (const { id } of parts)
      expectRefused(scene, craft({ deletes: [{ client: id.client, ranges: [[id.clock, 1]] }] }));
    expectAdaUnharmed(scene);
  });

  it('makes no line for others, takes none away by another, and moves none: the server made all there are', () => {
    const scene = leavingScene();
    const { bob: clock } = scene.next;
    for (const key of [...headlineIds, 'fourth'])
      expectRefused(scene, craftOne(bob, clock, type({ in: 'headlines', key }, 'map')));
    const bare = boardScene();
    expectRefused(bare, craftOne(bob, bare.next.bob, type({ in: 'headlines', key: 'cost' }, 'map')));
    const line = scene.server.doc.getMap<Y.Map<unknown>>('headlines').get('cost')!._item!.id;
    const entry = [line.client, line.clock] as const;
    expectRefused(scene, craftOne(bob, clock, type({ in: entry, key: 'text' }, 'text')));
    expectRefused(scene, craftOne(bob, clock, values({ in: entry, key: 'order' }, 9)));
    expectRefused(scene, craftOne(bob, clock, values({ in: entry, key: 'removed' }, true)));
    expectAdaUnharmed(scene);
  });

  it('replaces no text of an outcome and no holder by something that is none', () => {
    const scene = leavingScene();
    const { bob: clock } = scene.next;
    for (const key of outcomeTexts)
      expectRefused(scene, craftOne(bob, clock, type({ in: scene.entry, key }, 'text')));
    expectRefused(scene, craftOne(bob, clock, values({ in: scene.entry, key: 'kind' }, 'coup')));
    expectRefused(scene, craftOne(bob, clock, values({ in: scene.entry, key: 'ends' }, 'tomorrow')));
    expectRefused(scene, craftOne(bob, clock, values({ in: scene.entry, key: 'consent' }, 'given')));
    const { id } = scene.server.doc.getMap<Y.Map<unknown>>('positions').get('p1')!._item!;
    const position = [id.client, id.clock] as const;
    for (const holder of ['ada', 'seat:', 'seat:A B', 'name:', 7])
      expectRefused(scene, craftOne(bob, clock, values({ in: position, key: 'holder' }, holder)));
    expectAdaUnharmed(scene);
  });
});
