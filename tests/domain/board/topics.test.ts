import { describe, expect, it } from 'vitest';
import * as Y from 'yjs';
import { Board } from '../../../src/domain/board/board.ts';
import { Outcomes } from '../../../src/domain/board/outcomes.ts';
import { limits } from '../../../src/protocol/limits.ts';
import { twoPeople } from './two-people.ts';

const own = { kind: 'own' } as const;

describe('topics', () => {
  it('begin as the notes themselves, each a topic of its own', () => {
    const { ana } = twoPeople();
    expect(ana.groups()).toEqual(['n1*: n1', 'n2*: n2', 'n3*: n3', 'n4*: n4']);
    expect(ana.read()[0]).toMatchObject({ name: 'Deploys are slow', title: '', merged: [], minutes: '' });
  });

  it('group notes under the name of the first until somebody names them', () => {
    const { ana } = twoPeople();
    ana.topics.addTopic('t1', ['n3', 'n2']);
    expect(ana.groups()).toEqual(['t1: n2 n3', 'n1*: n1', 'n4*: n4']);
    expect(ana.read()[0]?.name).toBe('Alerts at night');
    ana.topics.titleOf('t1')?.splice(0, 0, 'On call');
    expect(ana.read()[0]).toMatchObject({ title: 'On call', name: 'On call' });
  });

  it('are born together with their outcome and all texts of both', () => {
    const { ana } = twoPeople();
    let transactions = 0;
    ana.doc.on('afterTransaction', () => (transactions += 1));
    ana.topics.addTopic('t1', ['n1'], 'Speed');
    expect(transactions).toBe(1);
    expect(ana.topics.minutesOf('t1')?.read()).toBe('');
    const outcomes = new Outcomes(ana.doc, own);
    expect(outcomes.readOutcomes()).toMatchObject([{ id: 't1', topic: 't1', kind: null }]);
    expect(outcomes.textOf('outcomes', 't1', 'fallback')?.read()).toBe('');
  });

  it('hold a note once, whoever moves it at the same time', () => {
    const { ana, bo, sync } = twoPeople();
    ana.topics.addTopic('t1', ['n1', 'n2']);
    bo.topics.addTopic('t2', ['n2', 'n3']);
    sync();
    expect(ana.groups()).toEqual(bo.groups());
    expect(ana.groups().join(' ').match(/n2/g)).toHaveLength(1);
    expect(ana.groups()).toHaveLength(3);
  });

  it('go with their last note where nobody wrote in them, and stay where somebody did', () => {
    const { ana } = twoPeople();
    ana.topics.addTopic('t1', ['n1']);
    ana.topics.addTopic('t2', ['n2'], 'Nights');
    ana.topics.addTopic('t3', ['n1', 'n2']);
    expect(ana.groups()).toEqual(['t2: ', 't3: n1 n2', 'n3*: n3', 'n4*: n4']);
  });

  it('come back with a note that somebody put in while somebody else removed them', () => {
    const { ana, bo, sync } = twoPeople();
    ana.topics.addTopic('t1', ['n1'], 'Speed');
    sync();
    ana.topics.ungroup(['t1'], ana.newId);
    bo.topics.moveNotes(['n4'], 't1');
    sync();
    expect(ana.groups()).toEqual(['t1: n4', 'n1*: n1', 'n2*: n2', 'n3*: n3']);
    expect(bo.groups()).toEqual(ana.groups());
  });

  it('let notes out again, one or all', () => {
    const { ana } = twoPeople();
    ana.topics.addTopic('t1', ['n1', 'n2', 'n3'], 'Speed');
    ana.topics.takeOut(['n2'], ana.newId);
    expect(ana.groups()).toEqual(['t1: n1 n3', 'n2*: n2', 'n4*: n4']);
    ana.topics.ungroup(['t1'], ana.newId);
    expect(ana.groups()).toEqual(['n1*: n1', 'n2*: n2', 'n3*: n3', 'n4*: n4']);
  });

  it('take a membership of a topic that never arrived for none', () => {
    const { ana } = twoPeople();
    ana.doc.getMap('membership').set('n1', 'nowhere');
    expect(ana.groups()[0]).toBe('n1*: n1');
    expect(ana.topics.moveNotes(['n1'], 'nowhere')).toEqual([]);
  });

  it('lose a note that its author withdraws', () => {
    const { ana, server, sync } = twoPeople();
    ana.topics.addTopic('t1', ['n1', 'n2']);
    sync();
    new Board(server.doc, { kind: 'server' }).withdrawNote('n1');
    sync();
    expect(ana.groups()[0]).toBe('t1: n2');
  });

  it('refuse one more than the limit, removed ones counted', () => {
    const { ana } = twoPeople();
    for (let at = 1; at < limits.boardTopics; at += 1) ana.topics.addTopic(`t${at}`, []);
    const two = ['n1', 'n2'].map((note) => ({ id: `of ${note}`, notes: [note] }));
    expect(ana.topics.addTopics(two)).toEqual([]);
    expect(ana.groups()).not.toContain('of n1: n1');
    ana.topics.addTopic('last', []);
    ana.topics.ungroup(['t1'], ana.newId);
    expect(ana.topics.isFull()).toBe(true);
    expect(ana.topics.addTopic('more', ['n1'])).toEqual([]);
    expect(ana.groups()).not.toContain('more: n1');
  });

  it('tell of every change in them, and stop telling', () => {
    const { ana } = twoPeople();
    let heard = 0;
    const stop = ana.topics.onChange(() => (heard += 1));
    ana.topics.addTopic('t1', []);
    ana.topics.moveNotes(['n1'], 't1');
    ana.topics.titleOf('t1')?.splice(0, 0, 'x');
    expect(heard).toBe(3);
    stop();
    ana.topics.moveNotes(['n2'], 't1');
    expect(heard).toBe(3);
  });
});

describe('a note that a vote made a topic of', () => {
  function withEnsured() {
    const people = twoPeople();
    people.server.topics.ensureTopics(people.server.read().filter(({ isLone }) => isLone));
    people.sync();
    return people;
  }

  it('is the topic under its own id, however often it is made', () => {
    const { server, ana, sync } = withEnsured();
    const before = Y.encodeStateVector(server.doc);
    expect(server.topics.ensureTopics([{ id: 'n1' }, { id: 'n2' }])).toBe(true);
    expect(Y.encodeStateVector(server.doc)).toEqual(before);
    sync();
    expect(ana.groups()).toEqual(['n1: n1', 'n2: n2', 'n3: n3', 'n4: n4']);
  });

  it('T-62: gets what somebody left out who wrote its entries by hand, and keeps what stands there', () => {
    const { server, ana, sync } = twoPeople();
    for (const root of ['topics', 'outcomes']) server.doc.getMap(root).set('n1', new Y.Map());
    server.doc.getMap('outcomes').set('n2', new Y.Map());
    const half = new Y.Map([['title', new Y.Text('Nights')]]);
    server.doc.getMap('topics').set('n3', half);
    sync();
    expect(ana.topics.minutesOf('n1')).toBeNull();
    expect(ana.read().map(({ id, title }) => [id, title])).toContainEqual(['n3', 'Nights']);
    server.topics.ensureTopics(server.read());
    sync();
    const outcomes = new Outcomes(ana.doc, own);
    for (const id of ['n1', 'n2', 'n3']) {
      ana.topics.minutesOf(id)?.splice(0, 0, 'Talked');
      outcomes.setKind(id, 'spike');
      outcomes.textOf('outcomes', id, 'question')?.splice(0, 0, 'Why?');
      sync();
      expect(server.topics.minutesOf(id)?.read()).toBe('Talked');
      const read = new Outcomes(server.doc, own).readOutcomes();
      expect(read).toContainEqual(
        expect.objectContaining({ id, topic: id, kind: 'spike', question: 'Why?' }),
      );
    }
    expect(server.topics.titleOf('n3')?.read()).toBe('Nights');
    const before = Y.encodeStateVector(server.doc);
    expect(server.topics.ensureTopics(server.read())).toBe(true);
    expect(Y.encodeStateVector(server.doc)).toEqual(before);
  });

  it('is not made where there would be too many', () => {
    const { server } = twoPeople();
    const many = Array.from({ length: limits.boardTopics + 1 }, (_, at) => ({ id: `x${at}` }));
    expect(server.topics.ensureTopics(many)).toBe(false);
    expect(server.doc.getMap('topics').size).toBe(0);
  });

  it('brings its topic along where it is moved, and back', () => {
    const { ana } = withEnsured();
    ana.topics.addTopic('t1', ['n1', 'n2']);
    expect(ana.read()).toContainEqual(expect.objectContaining({ id: 't1', merged: ['n1', 'n2'] }));
    ana.topics.takeOut(['n1'], ana.newId);
    expect(ana.groups()).toEqual(['n1: n1', 'n3: n3', 'n4: n4', 't1: n2']);
  });

  it('leaves its topic to the notes that came to it', () => {
    const { ana } = withEnsured();
    ana.topics.moveNotes(['n2', 'n3'], 'n1');
    ana.topics.moveNotes(['n1'], 'n4');
    expect(ana.groups()).toEqual(['n1: n2 n3', 'n4: n1 n4']);
  });

  it('gets a topic of its own where it is taken out from among notes that came to it', () => {
    const { ana } = withEnsured();
    ana.topics.moveNotes(['n2'], 'n1');
    ana.topics.takeOut(['n1'], () => 'apart');
    expect(ana.groups()).toEqual(['n1: n2', 'n3: n3', 'n4: n4', 'apart: n1']);
  });

  it('stands apart again when everything is ungrouped, also after merging', () => {
    const { ana } = withEnsured();
    ana.topics.mergeTopics('n1', 'n2');
    ana.topics.moveNotes(['n3'], 'n2');
    ana.topics.ungroup(['n2'], ana.newId);
    expect(ana.groups()).toEqual(['n1: n1', 'n2: n2', 'n3: n3', 'n4: n4']);
  });
});
