import { describe, expect, it } from 'vitest';
import { twoPeople } from './two-people.ts';

describe('taking back', () => {
  it('a new topic puts the notes where they were', () => {
    const { ana } = twoPeople();
    ana.topics.addTopic('t1', ['n1'], 'Speed');
    const before = ana.groups();
    const change = ana.topics.addTopic('t2', ['n1', 'n2']);
    expect(ana.topics.stands(change)).toBe(true);
    ana.topics.takeBack(change);
    expect(ana.groups()).toEqual(before);
    expect(ana.topics.stands(change)).toBe(false);
  });

  it('several topics made at once takes all of them back, but for what somebody moved on', () => {
    const { ana, bo, sync } = twoPeople();
    const before = ana.groups();
    const pairs = [
      { id: 't1', notes: ['n1', 'n2'] },
      { id: 't2', notes: ['n3', 'n4'] },
    ];
    ana.topics.takeBack(ana.topics.addTopics(pairs));
    expect(ana.groups()).toEqual(before);
    const again = ana.topics.addTopics(pairs.map(({ id, notes }) => ({ id: `${id}b`, notes })));
    sync();
    bo.topics.addTopic('t3', ['n4']);
    sync();
    ana.topics.takeBack(again);
    sync();
    expect(bo.groups()).toEqual(['t3: n4', 'n1*: n1', 'n2*: n2', 'n3*: n3']);
  });

  it('moves back only what nobody moved on', () => {
    const { ana, bo, sync } = twoPeople();
    const change = ana.topics.addTopic('t1', ['n1', 'n2']);
    sync();
    bo.topics.addTopic('t2', ['n2']);
    sync();
    ana.topics.takeBack(change);
    sync();
    expect(bo.groups()).toEqual(['t2: n2', 'n1*: n1', 'n3*: n3', 'n4*: n4']);
  });

  it('a new topic leaves it standing where somebody wrote in it or put a note in it', () => {
    const { ana, bo, sync } = twoPeople();
    const changes = [ana.topics.addTopic('t1', ['n1']), ana.topics.addTopic('t2', ['n2'])];
    sync();
    bo.topics.titleOf('t1')?.splice(0, 0, 'Speed');
    bo.topics.moveNotes(['n3'], 't2');
    sync();
    for (const change of changes) ana.topics.takeBack(change);
    expect(ana.groups()).toEqual(['t1: ', 't2: n3', 'n1*: n1', 'n2*: n2', 'n4*: n4']);
  });

  it('merging and ungrouping restores every topic with its words', () => {
    const { ana } = twoPeople();
    ana.topics.addTopic('t1', ['n1', 'n2'], 'Speed');
    ana.topics.addTopic('t2', ['n3'], 'Nights');
    const before = ana.read();
    const merging = ana.topics.mergeTopics('t1', 't2');
    const ungrouping = ana.topics.ungroup(['t2'], ana.newId);
    expect(ana.groups()).toEqual(['n1*: n1', 'n2*: n2', 'n3*: n3', 'n4*: n4']);
    ana.topics.takeBack(ungrouping);
    ana.topics.takeBack(merging);
    expect(ana.read()).toEqual(before);
  });
});
