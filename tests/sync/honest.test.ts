/** What honest people run into on a bad day: nobody's words vanish, and nobody is thrown out. */
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import * as Y from 'yjs';
import { Board } from '../../src/domain/board/board.ts';
import { limits } from '../../src/protocol/limits.ts';
import type { Change } from '../../server/store/store.ts';
import { HeldStore } from '../server/rooms/stored-room.ts';
import { HandClock } from '../support/hand-clock.ts';
import { HeadlessDocument } from '../support/headless-document.ts';
import type { HeadlessPerson } from '../support/headless-person.ts';
import { noRates, openLiveRoom, type LiveRoom } from '../support/live-room.ts';
import { startOwnServer, temporaryDirectory } from '../support/server.ts';
import { isStep1 } from '../support/wire.ts';

let live: LiveRoom;
afterEach(() => live.close());

const titles = (person: HeadlessPerson) =>
  person
    .board()
    .readActions()
    .map(({ title }) => title);
const titleOf = (person: HeadlessPerson, action: string) =>
  person
    .board()
    .readActions()
    .find(({ id }) => id === action)?.title;

describe('typing while the socket reopens', () => {
  it('[SYNC-3] loses no letter: what was sent ahead of the sync arrives with it', async () => {
    live = await openLiveRoom();
    const ana = await live.join('Ana');
    await live.mara.open('board');
    const anas = await ana.open('board');
    ana.board().addAction('a1', 'Online. ');
    await anas.saved();
    anas.cut();
    const field = ana.board().textOf('actions', 'a1');
    const type = (words: string) => field?.splice(field.read().length, 0, words);
    type('Offline. ');
    const early = await typeUntilSynced(anas, type);
    expect(early.length).toBeGreaterThan(0);
    type('Again online.');
    await anas.saved();
    const whole = titleOf(ana, 'a1') ?? '';
    expect(whole).toMatch(/^Online\. Offline\. \.+Again online\.$/);
    await live.mara.boardDocument.until(() => titleOf(live.mara, 'a1') === whole);
    // Control: alone these frames are ahead of what a server without the offline words can take.
    const behind = new Y.Doc();
    for (const update of early) Y.applyUpdate(behind, update);
    expect(behind.store.pendingStructs).not.toBeNull();
  });

  /** A letter at every chance between the open socket and the first state; returns the updates sent there. */
  async function typeUntilSynced(
    document: HeadlessDocument,
    type: (words: string) => void,
  ): Promise<Uint8Array[]> {
    const sent: Uint8Array[] = [];
    const listen = (update: Uint8Array, origin: unknown) => {
      if (origin !== document && document.isOpen) sent.push(update);
    };
    document.doc.on('update', listen);
    const network = { isSynced: false };
    const synced = document.connect().then(() => (network.isSynced = true));
    while (!network.isSynced) {
      if (document.isOpen && sent.length < 40) type('.');
      await new Promise((resolve) => setImmediate(resolve));
    }
    await synced;
    document.doc.off('update', listen);
    return sent;
  }
});

describe('a cast that is lost with its connection', () => {
  it('[SYNC-8] the state vector of the next connection proves what is saved', async () => {
    const store = new NoticingStore();
    live = await openLiveRoom({ around: { store } });
    const ana = await live.join('Ana');
    await live.mara.open('board');
    const anas = await ana.open('board');
    store.hold();
    const underWay = store.nextCommit();
    ana.board().addAction('a1', 'Sent, and never heard of again');
    await underWay;
    anas.cut();
    store.release();
    await live.mara.boardDocument.until(() => titles(live.mara).length === 1);
    expect(anas.isSaved).toBe(false);
    const before = anas.received.length;
    await anas.connect();
    await anas.saved();
    const heard = anas.received.slice(before).filter((frame) => frame[0] === 0);
    // What proves it is the server's own question. No frame brings her words back to her.
    expect(heard.some(isStep1)).toBe(true);
    expect(Buffer.concat(heard).includes('never heard of')).toBe(false);
    expect(titles(live.mara)).toEqual(['Sent, and never heard of again']);
  });

  it('words whose commit failed are not called saved, and are taken when offered again', async () => {
    const store = new NoticingStore();
    live = await openLiveRoom({ around: { store } });
    const ana = await live.join('Ana');
    const [anas, maras] = [await ana.open('board'), await live.mara.open('board')];
    store.failNext(new Error('disk full'));
    ana.board().addAction('a1', 'On a full disk');
    await Promise.all([anas, maras].map((document) => document.until(() => document.closeCode !== null)));
    expect([anas.closeCode, maras.closeCode]).toEqual([4503, 4503]);
    expect(anas.isSaved).toBe(false);
    await maras.connect();
    expect(titles(live.mara)).toEqual([]);
    await anas.connect();
    await anas.saved();
    await maras.until(() => titles(live.mara).includes('On a full disk'));
  });
});

describe('[SYNC-13] a lock while three people type', () => {
  it('takes what was on its way, ends what comes later with 4409, and leaves desks to their owners', async () => {
    const clock = new HandClock();
    live = await openLiveRoom({ around: { clock } });
    const [ana, bo, cy] = [await live.join('Ana'), await live.join('Bo'), await live.join('Cy')];
    const typing = [ana, bo, cy];
    await live.mara.open('board');
    await live.mara.stage.connect();
    for (const person of typing) {
      await person.open('board');
      await person.open('desk');
      person.board().addAction(person.seat, 'one');
      await person.boardDocument.saved();
    }
    expect(
      await live.mara.stage.command({ type: 'closeRoom', anyway: true, why: 'Out of time' }),
    ).toMatchObject({ ok: true });
    clock.advance(limits.graceMs);
    for (const person of typing) {
      person.board().textOf('actions', person.seat)?.splice(3, 0, ' two');
      await person.boardDocument.saved();
    }
    await live.mara.boardDocument.until(() => titles(live.mara).every((title) => title === 'one two'));
    clock.advance(1);
    // Ana types on; Bo and Cy have stopped.
    ana.board().textOf('actions', ana.seat)?.splice(7, 0, ' three');
    await ana.boardDocument.until(() => ana.boardDocument.closeCode !== null);
    expect(ana.boardDocument.closeCode).toBe(4409);
    for (const person of typing) {
      person.write({ id: `late-${person.seat}`, segment: '', text: 'kept for me' });
      await person.deskDocument.saved();
      expect(person.deskDocument.isOpen).toBe(true);
    }
    expect([bo, cy, live.mara].map((person) => person.boardDocument.isOpen)).toEqual([true, true, true]);
    expect(titles(live.mara)).toEqual(['one two', 'one two', 'one two']);
    // Reading goes on, and so does repeating what is there.
    const reader = await live.watch();
    await reader.open('board');
    expect(titles(reader)).toEqual(['one two', 'one two', 'one two']);
  });
});

describe('an old tab with ids of yesterday', () => {
  const yesterday = async () => {
    const env = { ...noRates, HEARTH_DATA: join(temporaryDirectory(), 'data') };
    const clock = new HandClock();
    live = await openLiveRoom({ env, around: { clock } });
    const ana = await live.join('Ana');
    await ana.open('board');
    await ana.open('desk');
    ana.board().addAction('a1', 'Before the night. ');
    await ana.boardDocument.saved();
    ana.leave();
    const field = ana.board().textOf('actions', 'a1');
    field?.splice(field.read().length, 0, 'Typed without a network.');
    ana.write({ id: 'draft', segment: 'gather', text: 'A thought on the train' });
    return { ana, clock, env };
  };

  it('[SYNC-2] writes on under them after the server was started anew', async () => {
    const { ana, env } = await yesterday();
    const before = live.server;
    await before.stop();
    const server = await startOwnServer({
      env: { ...env, HEARTH_PORT: String(before.port) },
      around: { clock: new HandClock(Date.UTC(2026, 10, 22, 10)) },
    });
    await expectWordsArrive(ana);
    ana.leave();
    live.mara.leave();
    await server.close();
  });

  it('writes on under them after the room had left the memory', async () => {
    const { ana, clock } = await yesterday();
    clock.advance(limits.evictAfterMs + 1);
    await expectWordsArrive(ana);
  });

  it('[SYNC-2] T-04: ids of others, and of the other document, are no use to anybody', async () => {
    const { ana } = await yesterday();
    const bo = await live.join('Bo');
    const address = { origin: live.server.origin, room: live.room.id, cookie: bo.cookie };
    const own = await bo.open('desk');
    const foreign = [ana.boardDocument.doc.clientID, ana.deskDocument.doc.clientID, own.doc.clientID];
    for (const clientId of foreign) {
      const borrowed = new HeadlessDocument({ ...address, name: 'board' }, clientId);
      await borrowed.connect();
      // Yjs picks another id when it meets its own from elsewhere; whoever borrows one insists.
      borrowed.doc.clientID = clientId;
      new Board(borrowed.doc, { kind: 'own' }).addAction(`b${clientId}`, 'Under a borrowed id');
      await borrowed.until(() => borrowed.closeCode !== null);
      expect(borrowed.closeCode).toBe(4422);
    }
    await bo.open('board');
    bo.board().addAction('own', '');
    await bo.boardDocument.saved();
    await expectWordsArrive(ana);
  });

  async function expectWordsArrive(ana: HeadlessPerson): Promise<void> {
    await ana.boardDocument.connect();
    await ana.deskDocument.connect();
    await ana.boardDocument.saved();
    await ana.deskDocument.saved();
    await live.mara.open('board');
    expect(titles(live.mara).filter((title) => title !== '')).toEqual([
      'Before the night. Typed without a network.',
    ]);
    expect([ana.boardDocument.isOpen, ana.deskDocument.isOpen]).toEqual([true, true]);
  }
});

/** Says when a commit has reached the disk's door. */
class NoticingStore extends HeldStore {
  #notice: () => void = () => {};

  nextCommit(): Promise<void> {
    return new Promise((resolve) => (this.#notice = resolve));
  }

  override commit(change: Change): Promise<void> {
    this.#notice();
    return super.commit(change);
  }
}
