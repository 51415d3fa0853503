import { describe, expect, it } from 'vitest';
import { twoPeople } from './two-people.ts';

describe('merging topics', () => {
  it('brings notes together, adds what was said, and can be taken apart again', () => {
    const { ana } = twoPeople();
    ana.topics.addTopic('t1', ['n1'], 'Speed');
    ana.topics.addTopic('t2', ['n2'], 'Nights');
    ana.topics.minutesOf('t1')?.splice(0, 0, 'First this.');
    ana.topics.minutesOf('t2')?.splice(0, 0, 'Then that.');
    ana.topics.mergeTopics('t2', 't1');
    expect(ana.read()[0]).toMatchObject({
      id: 't1',
      title: 'Speed',
      minutes: 'First this.\n\nThen that.',
      merged: ['t2'],
    });
    expect(ana.groups()[0]).toBe('t1: n1 n2');
    ana.topics.unmerge('t2');
    expect(ana.groups().slice(0, 2)).toEqual(['t1: n1', 't2: n2']);
  });

  it('follows merges of merges, also into one that others removed', () => {
    const { ana, bo, sync } = twoPeople();
    for (const at of [1, 2, 3]) ana.topics.addTopic(`t${at}`, [`n${at}`]);
    sync();
    ana.topics.mergeTopics('t3', 't2');
    bo.topics.mergeTopics('t2', 't1');
    bo.topics.ungroup(['t1'], bo.newId);
    sync();
    expect(ana.groups()).toEqual(bo.groups());
    expect(ana.groups()).toEqual(['t1: n3', 'n1*: n1', 'n2*: n2', 'n4*: n4']);
  });

  it('makes one topic of two that were merged into each other, under the smallest id', () => {
    const { ana, bo, sync } = twoPeople();
    ana.topics.addTopic('t1', ['n1']);
    ana.topics.addTopic('t2', ['n2']);
    sync();
    ana.topics.mergeTopics('t1', 't2');
    bo.topics.mergeTopics('t2', 't1');
    sync();
    expect(ana.groups()[0]).toBe('t1: n1 n2');
    expect(bo.groups()).toEqual(ana.groups());
    bo.topics.unmerge('t2');
    expect(bo.groups().slice(0, 2)).toEqual(['t1: n1', 't2: n2']);
  });

  it('is named after the other where it has no name of its own', () => {
    const { ana } = twoPeople();
    ana.topics.addTopic('t1', ['n1']);
    ana.topics.addTopic('t2', ['n2'], 'Nights');
    ana.topics.mergeTopics('t2', 't1');
    expect(ana.read()[0]).toMatchObject({ title: '', name: 'Nights' });
  });
});
