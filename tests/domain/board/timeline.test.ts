import { describe, expect, it } from 'vitest';
import * as Y from 'yjs';
import { boardRoots } from '../../../src/domain/board/schema.ts';
import { Timeline } from '../../../src/domain/board/timeline.ts';
import { limits } from '../../../src/protocol/limits.ts';
import { twoDocuments } from '../../support/two-documents.ts';

const own = { kind: 'own' } as const;
const at = (time: string) => Date.parse(`2026-11-21T${time}:00Z`);
const source = 'https://ci.example.org/runs/7?step=2#log';

function twoPeople() {
  const { one, other, sync } = twoDocuments();
  return { ana: new Timeline(one, own), bo: new Timeline(other, own), sync };
}

describe('a timeline', () => {
  it('[INCIDENT-2] is in the order of time for everybody, whoever wrote what first', () => {
    const { ana, bo, sync } = twoPeople();
    ana.add('b', { at: at('14:20'), what: 'Rolled back', source: null });
    bo.add('a', { at: at('14:05'), what: 'Deploy of 4.2', source });
    bo.add('c', { at: at('14:20'), what: 'The queue drains', source: null });
    sync();
    expect(ana.readTimeline()).toEqual([
      { id: 'a', at: at('14:05'), what: 'Deploy of 4.2', source },
      { id: 'b', at: at('14:20'), what: 'Rolled back', source: null },
      { id: 'c', at: at('14:20'), what: 'The queue drains', source: null },
    ]);
    expect(bo.readTimeline()).toEqual(ana.readTimeline());
  });

  it('[INCIDENT-2] says of an entry when, what and where the evidence is, and nothing else', () => {
    const { ana } = twoPeople();
    ana.add('a', { at: at('14:05'), what: 'Deploy of 4.2', source });
    ana.setSource('a', null);
    ana.setAt('a', at('14:06'));
    ana.whatOf('a')?.splice(0, 6, 'Rollout');
    expect(ana.readTimeline()).toEqual([{ id: 'a', at: at('14:06'), what: 'Rollout of 4.2', source: null }]);
  });

  it('keeps what two people write into one entry at once', () => {
    const { ana, bo, sync } = twoPeople();
    ana.add('a', { at: at('14:05'), what: 'Deploy', source: null });
    sync();
    ana.whatOf('a')?.splice(6, 0, ' of 4.2');
    bo.whatOf('a')?.splice(0, 0, 'Night ');
    bo.setAt('a', at('14:10'));
    sync();
    expect(ana.readTimeline()).toMatchObject([{ at: at('14:10'), what: 'Night Deploy of 4.2' }]);
  });

  it('brings a removed entry back with its words', () => {
    const { ana, bo, sync } = twoPeople();
    ana.add('a', { at: at('14:05'), what: 'Deploy', source });
    ana.setRemoved('a', true);
    sync();
    expect(bo.readTimeline()).toEqual([]);
    bo.setRemoved('a', false);
    sync();
    expect(ana.readTimeline()).toMatchObject([{ what: 'Deploy', source }]);
  });

  it('tells how many more it takes, removed ones counted', () => {
    const { ana } = twoPeople();
    expect(ana.space()).toBe(limits.timelineEntries);
    ana.add('a', { at: 0, what: '', source: null });
    ana.setRemoved('a', true);
    expect(ana.space()).toBe(limits.timelineEntries - 1);
  });

  it('reads times that no calendar has, and links that are none, as nothing', () => {
    const doc = new Y.Doc();
    const entries: [string, unknown, unknown][] = [
      ['a', 1e300, 'javascript:alert(1)'],
      ['b', -1, 'https://'],
      ['c', 253_402_300_800_000, ' https://a.example'],
      ['d', Number.NaN, 'https://a.example/\u202egpj.exe'],
      ['e', 'noon', 7],
    ];
    for (const [id, when, link] of entries) {
      const entry = new Y.Map();
      doc.getMap(boardRoots.timeline).set(id, entry);
      entry.set('at', when);
      entry.set('source', link);
    }
    expect(new Timeline(doc, own).readTimeline()).toEqual(
      entries.map(([id]) => ({ id, at: 0, what: '', source: null })),
    );
  });
});
