import { describe, expect, it } from 'vitest';
import * as Y from 'yjs';
import { Board } from '../../../src/domain/board/board.ts';
import { addOutcome } from '../../../src/domain/board/new-outcome.ts';
import { Outcomes } from '../../../src/domain/board/outcomes.ts';
import { boardShape } from '../../../src/domain/board/schema.ts';
import { outcomeTexts } from '../../../src/domain/board/topic.ts';
import { twoDocuments } from '../../support/two-documents.ts';

const own = { kind: 'own' } as const;

/** Two people at one board with one topic on it. */
function twoPeople() {
  const { one, other, sync } = twoDocuments();
  addOutcome(one.getMap('outcomes'), own, 't1', { topic: 't1' });
  sync();
  const [ana, bo] = [new Outcomes(one, own), new Outcomes(other, { kind: 'own' })];
  return { ana, bo, one, sync, outcome: () => ana.readOutcomes()[0] };
}

describe('an outcome', () => {
  it('is there with its topic, and says nothing yet', () => {
    const { outcome } = twoPeople();
    expect(outcome()).toMatchObject({ id: 't1', topic: 't1', kind: null, owner: null, status: 'accepted' });
    for (const key of outcomeTexts) expect(outcome()?.[key]).toBe('');
    for (const day of ['revisit', 'ends', 'reconvene', 'by'] as const) expect(outcome()?.[day]).toBeNull();
  });

  it('[LEAVE-1] is one kind for everybody, whatever two people choose at once, and keeps the words of all', () => {
    const { ana, bo, sync, outcome } = twoPeople();
    ana.setKind('t1', 'decision');
    ana.textOf('outcomes', 't1', 'text')?.splice(0, 0, 'One owner');
    bo.setKind('t1', 'spike');
    bo.textOf('outcomes', 't1', 'question')?.splice(0, 0, 'Is it the cache?');
    sync();
    expect(ana.readOutcomes()).toEqual(bo.readOutcomes());
    expect(outcome()).toMatchObject({ text: 'One owner', question: 'Is it the cache?' });
    ana.setKind('t1', null);
    expect(outcome()).toMatchObject({ kind: null, text: 'One owner' });
  });

  it('merges what two people write in one text at once', () => {
    const { ana, bo, sync } = twoPeople();
    ana.textOf('outcomes', 't1', 'why')?.splice(0, 0, 'Too rare. ');
    bo.textOf('outcomes', 't1', 'why')?.splice(0, 0, 'Too dear. ');
    sync();
    expect(bo.readOutcomes()).toEqual(ana.readOutcomes());
    expect(bo.readOutcomes()[0]?.why).toHaveLength(20);
  });

  it('has days, an owner and a status, and gives them back', () => {
    const { ana, outcome } = twoPeople();
    for (const day of ['revisit', 'ends', 'reconvene', 'by'] as const) ana.setDay('t1', day, '2026-12-04');
    ana.setOwner('t1', { kind: 'seat', seat: 's-ana' });
    ana.setStatus('t1', 'superseded');
    ana.setSupersededBy('t1', 'd2');
    expect(outcome()).toMatchObject({
      ...{ revisit: '2026-12-04', ends: '2026-12-04', reconvene: '2026-12-04', by: '2026-12-04' },
      ...{ owner: { seat: 's-ana' }, status: 'superseded', supersededBy: 'd2' },
    });
    ana.setDay('t1', 'by', null);
    ana.setOwner('t1', null);
    ana.setSupersededBy('t1', null);
    expect(outcome()).toMatchObject({ by: null, owner: null, supersededBy: null });
  });

  it('never follows itself, and has no day that no calendar has', () => {
    const { ana, outcome } = twoPeople();
    ana.setSupersededBy('t1', 't1');
    ana.setDay('t1', 'ends', '2026-02-30');
    expect(outcome()).toMatchObject({ supersededBy: null, ends: null });
  });

  it('comes back with its words when somebody chooses a kind after it was removed', () => {
    const { ana, bo, sync, outcome } = twoPeople();
    ana.textOf('outcomes', 't1', 'text')?.splice(0, 0, 'One owner');
    sync();
    ana.setRemoved('outcomes', 't1', true);
    expect(ana.readOutcomes()).toEqual([]);
    bo.setKind('t1', 'decision');
    ana.setKind('t1', 'decision');
    expect(outcome()).toMatchObject({ kind: 'decision', text: 'One owner' });
  });

  it('of a decision made without a topic is read as an outcome and as a decision', () => {
    const doc = new Y.Doc();
    const board = new Board(doc, own);
    const outcomes = new Outcomes(doc, own);
    board.addDecision('d1', 'We deploy on Mondays');
    expect(outcomes.readOutcomes()[0]).toMatchObject({ id: 'd1', topic: null, kind: 'decision' });
    expect(outcomes.textOf('outcomes', 'd1', 'rejected')?.read()).toBe('');
    outcomes.setKind('d1', 'let-go');
    expect(board.readDecisions()).toEqual([]);
  });
});

describe('options and positions', () => {
  it('stand in the order they were added, at their outcome, with their texts', () => {
    const { ana, bo, sync } = twoPeople();
    ana.addOption('o2', 't1');
    ana.addOption('o1', 't1');
    sync();
    bo.textOf('options', 'o2', 'good')?.splice(0, 0, 'Cheap');
    bo.textOf('options', 'o2', 'bad')?.splice(0, 0, 'Slow');
    bo.textOf('options', 'o1', 'title')?.splice(0, 0, 'Nothing');
    sync();
    expect(ana.readOptions()).toEqual([
      { id: 'o2', outcome: 't1', title: '', good: 'Cheap', bad: 'Slow', order: 1 },
      { id: 'o1', outcome: 't1', title: 'Nothing', good: '', bad: '', order: 2 },
    ]);
  });

  it('have one holder each, who can be changed', () => {
    const { ana } = twoPeople();
    ana.addPosition('p1', 't1', { kind: 'seat', seat: 's-ana' });
    ana.textOf('positions', 'p1', 'text')?.splice(0, 0, 'We must ship');
    expect(ana.readPositions()).toEqual([
      { id: 'p1', outcome: 't1', holder: { kind: 'seat', seat: 's-ana' }, text: 'We must ship', order: 1 },
    ]);
    ana.setHolder('p1', { kind: 'name', name: 'Support' });
    expect(ana.readPositions()[0]?.holder).toEqual({ kind: 'name', name: 'Support' });
  });

  it('are removed by a flag and keep what somebody types meanwhile', () => {
    const { ana, bo, sync } = twoPeople();
    ana.addPosition('p1', 't1');
    sync();
    ana.setRemoved('positions', 'p1', true);
    bo.textOf('positions', 'p1', 'text')?.splice(0, 0, 'We must ship');
    sync();
    expect(bo.readPositions()).toEqual([]);
    ana.setRemoved('positions', 'p1', false);
    expect(ana.readPositions()[0]?.text).toBe('We must ship');
  });
});

describe('further texts of an action', () => {
  it('are fields of their own', () => {
    const { one, ana } = twoPeople();
    const board = new Board(one, own);
    board.addAction('a1', 'Rotate the password', 't1');
    for (const key of ['check', 'toSelf', 'toTeammate'] as const)
      ana.textOf('actions', 'a1', key)?.splice(0, 0, key);
    const texts = { check: 'check', toSelf: 'toSelf', toTeammate: 'toTeammate' };
    expect(board.readActions()[0]).toMatchObject({ outcome: 't1', title: 'Rotate the password', ...texts });
    expect(ana.textOf('actions', 'nowhere', 'check')).toBeNull();
  });
});

describe('the three lines for others', () => {
  it('are three texts that everybody writes in, made once', () => {
    const { ana, bo, sync, one } = twoPeople();
    new Outcomes(one, { kind: 'server' }).addHeadlines();
    sync();
    ana.textOf('headlines', 'cost', 'text')?.splice(0, 0, 'Two days');
    bo.textOf('headlines', 'cost', 'text')?.splice(0, 0, 'About ');
    new Outcomes(one, { kind: 'server' }).addHeadlines();
    sync();
    expect(bo.readHeadlines()).toEqual(ana.readHeadlines());
    expect(ana.readHeadlines().cost).toHaveLength(14);
    expect(one.getMap('headlines').size).toBe(3);
  });

  it('are empty in a room that has none', () => {
    expect(twoPeople().ana.readHeadlines()).toEqual({ users: '', cost: '', need: '' });
  });
});

describe('listening', () => {
  it('hears only of its own area, until it stops', () => {
    const { ana } = twoPeople();
    let heard = 0;
    const stop = ana.onChange('positions', () => heard++);
    ana.setKind('t1', 'escalation');
    expect(heard).toBe(0);
    ana.addPosition('p1', 't1');
    ana.textOf('positions', 'p1', 'text')?.splice(0, 0, 'x');
    expect(heard).toBe(2);
    stop();
    ana.setHolder('p1', { kind: 'name', name: 'Bo' });
    expect(heard).toBe(2);
  });
});

describe('the shape of the board', () => {
  it('has every text and day of an outcome as a field', () => {
    const root = boardShape.roots.outcomes;
    const fields = root?.of === 'entries' ? root.fields : {};
    for (const key of outcomeTexts) expect(fields[key]?.shape.kind).toBe('text');
  });
});
