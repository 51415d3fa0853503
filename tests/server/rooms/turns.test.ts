import { describe, expect, it } from 'vitest';
import { openScene } from './stored-room.ts';

/** Lets everything that only waits for promises happen. */
const settleDown = () => new Promise((resolve) => setImmediate(resolve));

describe('a turn', () => {
  it('[SYNC-7] tells nobody anything before it is on disk', async () => {
    const { store, room } = await openScene();
    const told: string[] = [];
    room.document('board').onCast(() => told.push('cast'));
    store.hold();
    const done = room.do(() => room.board().addDecision('d1', 'We decide')).then(() => told.push('answer'));
    await settleDown();
    expect(told).toEqual([]);
    store.release();
    await done;
    expect(told).toEqual(['cast', 'answer']);
  });

  it('leaves what arrives during a commit for the next one, and stores that in one', async () => {
    const { store, room } = await openScene();
    const before = store.committed.length;
    store.hold();
    const first = room.do(() => room.board().addDecision('d1', 'one'));
    await settleDown();
    const later = [2, 3, 4].map((n) => room.do(() => room.board().addDecision(`d${n}`, `${n}`)));
    await settleDown();
    expect(room.board().readDecisions()).toHaveLength(1);
    store.release();
    await Promise.all([first, ...later]);
    expect(room.board().readDecisions()).toHaveLength(4);
    expect(store.committed.length - before).toBe(2);
  });

  it('[STAGE-6] casts the board before the stage, in one commit', async () => {
    const { store, room } = await openScene();
    const order: string[] = [];
    room.onStage(() => order.push('stage'));
    room.document('board').onCast(() => order.push('board'));
    const before = store.committed.length;
    await room.do((turn) => {
      turn.emit([{ at: turn.now, type: 'facilitatorWritesSet', writes: false }]);
      room.board().addDecision('d1', 'one');
    });
    expect(order).toEqual(['board', 'stage']);
    expect(store.committed.length - before).toBe(1);
  });

  it('that cannot be stored rejects everybody who waits and is forgotten', async () => {
    const { store, room, registry } = await openScene();
    const ended: string[] = [];
    room.onEnd((code) => ended.push(code));
    store.failNext(new Error('disk full'));
    const outcomes = await Promise.allSettled([
      room.do(() => room.board().addDecision('d1', 'lost')),
      room.do(() => 'nothing'),
    ]);
    expect(outcomes.map(({ status }) => status)).toEqual(['rejected', 'rejected']);
    expect(ended).toEqual(['store-failed']);
    await expect(room.do(() => 'later')).rejects.toThrow();
    const decisions = await registry.use(room.id, (fresh) => fresh?.board().readDecisions());
    expect(decisions).toEqual([]);
  });

  it('with an edit left in doubt reads the document back, with what it had accepted before', async () => {
    const { room } = await openScene();
    await room.do(() => room.board().addDecision('d1', 'stored'));
    const before = room.do(() => room.board().addDecision('d2', 'accepted in this turn'));
    const doubtful = room.do(() =>
      room.document('board').attempt(() => {
        room.board().addDecision('d3', 'half of a refused edit');
        return false;
      }),
    );
    const after = room.do(() => room.board().addDecision('d4', 'afterwards'));
    expect(await doubtful).toBe(false);
    await Promise.all([before, after]);
    expect(
      room
        .board()
        .readDecisions()
        .map(({ id }) => id),
    ).toEqual(['d1', 'd2', 'd4']);
  });
});

describe('a room', () => {
  it('leaves memory a minute after the last connection, and comes back as it was', async () => {
    const { registry, clock, room, release } = await openScene();
    await room.do(() => room.board().addDecision('d1', 'stays'));
    release();
    clock.advance(59_000);
    await settleDown();
    expect(registry.size).toBe(1);
    clock.advance(1_000);
    await settleDown();
    expect(registry.size).toBe(0);
    const decisions = await registry.use(room.id, (fresh) => {
      expect(fresh).not.toBe(room);
      return fresh?.board().readDecisions();
    });
    expect(decisions).toMatchObject([{ text: 'stays' }]);
  });

  it('stays in memory while somebody is connected', async () => {
    const { registry, clock, room } = await openScene();
    await registry.use(room.id, () => {});
    clock.advance(120_000);
    await settleDown();
    expect(registry.size).toBe(1);
  });

  it('is loaded once when many ask at the same time', async () => {
    const { registry, room } = await openScene();
    const opened = await Promise.all(Array.from({ length: 20 }, () => registry.open(room.id)));
    expect(new Set(opened.map((one) => one?.room)).size).toBe(1);
  });

  it('takes nothing after the server began to stop, and has everything on disk by then', async () => {
    const { registry, store, room } = await openScene();
    const writing = room.do(() => room.board().addDecision('d1', 'last words'));
    await registry.close();
    await writing;
    expect(await registry.open(room.id)).toBeNull();
    const stored = await store.loadRoom(room.id);
    expect(stored?.documents.some(({ key }) => key === 'board')).toBe(true);
  });

  it('compacts a long log, keeping what the snapshot replaced to fall back to', async () => {
    const { store, room } = await openScene();
    for (let n = 0; n < 402; n++) await room.do(() => room.board().addDecision(`d${n}`, 'x'));
    const snapshots = store.committed.flatMap(({ snapshots = [] }) => snapshots);
    expect(snapshots).toMatchObject([{ document: 'board', keepReplaced: true }]);
    const stored = await store.loadRoom(room.id);
    expect(stored?.documents[0]?.updates.length).toBeLessThan(5);
  });
});
