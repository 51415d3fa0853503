import { describe, expect, it } from 'vitest';
import * as Y from 'yjs';
import { Board, readOwner, writeOwner } from '../../../src/domain/board/board.ts';
import { limits } from '../../../src/protocol/limits.ts';
import { orderMax } from '../../../src/domain/yjs/shape.ts';
import { twoDocuments } from '../../support/two-documents.ts';

const own = { kind: 'own' } as const;

function twoBoards() {
  const { one, other, sync } = twoDocuments();
  return { ana: new Board(one, own), bo: new Board(other, { kind: 'own' }), one, other, sync };
}

describe('decisions and actions', () => {
  it('merge what two people type into one decision at the same time', () => {
    const { ana, bo, sync } = twoBoards();
    ana.addDecision('d1', 'We deploy on Mondays');
    sync();
    ana.textOf('decisions', 'd1')?.splice(0, 2, 'The team');
    bo.textOf('decisions', 'd1')?.splice(13, 7, 'Tuesdays');
    sync();
    expect(ana.readDecisions()).toEqual(bo.readDecisions());
    expect(ana.readDecisions()[0]?.text).toContain('The team');
    expect(ana.readDecisions()[0]?.text).toContain('Tuesdays');
  });

  it('have one owner, whoever sets it at the same time', () => {
    const { ana, bo, sync } = twoBoards();
    ana.addAction('a1', 'Add an alert');
    sync();
    ana.setOwner('a1', { kind: 'seat', seat: 's-ana' });
    bo.setOwner('a1', { kind: 'name', name: 'Somebody else' });
    sync();
    const [action] = ana.readActions();
    expect(bo.readActions()).toEqual([action]);
    expect([
      { kind: 'seat', seat: 's-ana' },
      { kind: 'name', name: 'Somebody else' },
    ]).toContainEqual(action?.owner);
  });

  it('can lose owner and date again', () => {
    const { ana } = twoBoards();
    ana.addAction('a1');
    ana.setOwner('a1', { kind: 'name', name: 'Bo' });
    ana.setDue('a1', '2026-12-04');
    expect(ana.readActions()[0]).toMatchObject({ owner: { name: 'Bo' }, due: '2026-12-04' });
    ana.setOwner('a1', null);
    ana.setDue('a1', null);
    expect(ana.readActions()[0]).toMatchObject({ owner: null, due: null });
  });

  it('keep what somebody types while somebody else removes the line', () => {
    const { ana, bo, sync } = twoBoards();
    ana.addDecision('d1', 'Stop the nightly job');
    sync();
    ana.setRemoved('decisions', 'd1', true);
    bo.textOf('decisions', 'd1')?.splice(20, 0, ' for good');
    sync();
    expect(ana.readDecisions()).toEqual([]);
    expect(bo.readDecisions()).toEqual([]);
    ana.setRemoved('decisions', 'd1', false);
    sync();
    expect(bo.readDecisions()[0]?.text).toBe('Stop the nightly job for good');
  });

  it('stand in the order they were added, the same for everybody', () => {
    const { ana, bo, sync } = twoBoards();
    ana.addAction('z', 'first');
    sync();
    ana.addAction('m', 'by Ana');
    bo.addAction('b', 'by Bo');
    sync();
    const ids = ana.readActions().map((action) => action.id);
    expect(ids).toEqual(['z', 'b', 'm']);
    expect(bo.readActions().map((action) => action.id)).toEqual(ids);
  });

  it('are added once, however often the same id is added', () => {
    const { ana } = twoBoards();
    ana.addDecision('d1', 'first words');
    ana.addDecision('d1', 'second words');
    expect(ana.readDecisions().map((decision) => decision.text)).toEqual(['first words']);
  });

  it('can still be added when one of them stands at the highest order there is', () => {
    const { ana, one } = twoBoards();
    ana.addAction('a');
    (one.getMap('actions').get('a') as Y.Map<unknown>).set('order', orderMax);
    ana.addAction('b');
    expect(ana.readActions().map(({ id, order }) => ({ id, order }))).toEqual([
      { id: 'a', order: orderMax },
      { id: 'b', order: orderMax },
    ]);
  });

  it('answer with no field for text that has not arrived', () => {
    const { bo } = twoBoards();
    expect(bo.textOf('actions', 'later')).toBeNull();
  });
});

describe('notes', () => {
  const note = { segment: 's1', lens: 'user', prompt: '', text: 'Checkout stalls on 3G' };

  it('arrive in the order in which the server publishes them', () => {
    const { ana, bo, sync } = twoBoards();
    ana.together(() => {
      ana.addNote('n2', note);
      ana.addNote('n1', { ...note, lens: '', text: 'Two pages at 3 am' });
    });
    sync();
    expect(bo.readNotes()).toEqual([
      { id: 'n2', ...note, order: 1, edited: false, signedBy: null },
      { id: 'n1', ...note, lens: '', text: 'Two pages at 3 am', order: 2, edited: false, signedBy: null },
    ]);
  });

  it('travel as one update when published together', () => {
    const doc = new Y.Doc();
    const server = new Board(doc, { kind: 'server' });
    let updates = 0;
    doc.on('update', () => updates++);
    server.together(() => ['a', 'b', 'c'].forEach((id) => server.addNote(id, note)));
    expect(updates).toBe(1);
  });

  it('say that they were edited', () => {
    const { ana } = twoBoards();
    ana.addNote('n1', note);
    expect(ana.changeNote('n1', 'Checkout stalls on slow networks')).toBe(true);
    expect(ana.readNotes()[0]).toMatchObject({ text: 'Checkout stalls on slow networks', edited: true });
  });

  it('leave no words behind when withdrawn, and cannot be changed after', () => {
    const { ana, one } = twoBoards();
    ana.addNote('n1', note);
    expect(ana.withdrawNote('n1')).toBe(true);
    expect(ana.readNotes()).toEqual([]);
    expect(ana.changeNote('n1', 'again')).toBe(false);
    expect(ana.withdrawNote('n1')).toBe(false);
    expect(Buffer.from(Y.encodeStateAsUpdate(one)).toString('latin1')).not.toContain('Checkout');
  });

  it('fill the board up, until one of them is withdrawn', () => {
    const { ana } = twoBoards();
    const add = (from: number, to: number) =>
      ana.together(() => {
        for (let at = from; at < to; at += 1) ana.addNote(`n${at}`, note);
      });
    add(0, limits.boardNotes - 1);
    expect(ana.isFull('notes')).toBe(false);
    add(limits.boardNotes - 1, limits.boardNotes);
    expect(ana.isFull('notes')).toBe(true);
    ana.withdrawNote('n0');
    expect(ana.isFull('notes')).toBe(false);
  });

  it('cannot be changed where there is none', () => {
    const { ana } = twoBoards();
    expect(ana.changeNote('nowhere', 'x')).toBe(false);
    expect(ana.changeNote('__proto__', 'x')).toBe(false);
  });
});

describe('listening', () => {
  it('hears only of its own area, from both sides, until it stops', () => {
    const { ana, bo, sync } = twoBoards();
    let heard = 0;
    const stop = ana.onChange('actions', () => heard++);
    ana.addDecision('d1');
    expect(heard).toBe(0);
    ana.addAction('a1');
    sync();
    bo.textOf('actions', 'a1')?.splice(0, 0, 'typed by Bo');
    sync();
    expect(heard).toBe(2);
    stop();
    ana.setDue('a1', '2026-12-04');
    expect(heard).toBe(2);
  });
});

describe('owners as stored', () => {
  it('come back as they went in', () => {
    for (const owner of [null, { kind: 'seat', seat: 's1' }, { kind: 'name', name: 'seat:s1' }] as const)
      expect(readOwner(writeOwner(owner))).toEqual(owner);
  });

  it.each(['', 'seat:', 'name:', 'name:   ', 'Ana', 'SEAT:x'])('are nobody in %j', (value) => {
    expect(readOwner(value)).toBeNull();
  });
});
