/** A locked board, and a note that was hidden, as those feel it who write and read. */
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { limits } from '../../src/protocol/limits.ts';
import { HandClock } from '../support/hand-clock.ts';
import type { HeadlessPerson } from '../support/headless-person.ts';
import { openLiveRoom, type LiveRoom } from '../support/live-room.ts';

let clock: HandClock;
let live: LiveRoom;
let ana: HeadlessPerson;
beforeEach(async () => {
  clock = new HandClock();
  live = await openLiveRoom({
    around: { clock },
    env: { HEARTH_COMMANDS_PER_SECOND: '0', HEARTH_FRAMES_PER_SECOND: '0' },
  });
  ana = await live.join('Ana');
  for (const person of [live.mara, ana]) {
    await person.stage.connect();
    await person.open('board');
    await person.open('desk');
  }
});
afterEach(() => live.close());

const lock = (locked: boolean) => live.mara.stage.command({ type: 'lockBoard', locked });
const words = (by = live.mara) =>
  by
    .board()
    .readNotes()
    .map(({ text }) => text);
const thank = (text: string, id = text.toLowerCase().replaceAll(' ', '-')) =>
  ana.write({ id, segment: 'wins', text, released: true });

describe('a locked board', () => {
  it('[LOCK-1] takes what was on its way for two seconds, then closes with a final code; the desk stays open', async () => {
    await lock(true);
    clock.advance(limits.graceMs);
    ana.board().addAction('a1', 'On its way');
    await ana.boardDocument.saved();
    clock.advance(1);
    ana.board().addAction('a2', 'Too late');
    await ana.boardDocument.until(() => ana.boardDocument.closeCode !== null);
    expect(ana.boardDocument.closeCode).toBe(4415);
    ana.write({ id: 'd1', segment: 'gather', text: 'For later' });
    await ana.deskDocument.saved();
    expect(
      live.mara
        .board()
        .readActions()
        .map(({ id }) => id),
    ).toEqual(['a1']);
  });

  it('[LOCK-1] is written on by facilitators, whoever is one at that moment', async () => {
    await lock(true);
    clock.advance(limits.graceMs + 1);
    live.mara.board().addAction('a1', 'By Mara');
    await live.mara.boardDocument.saved();
    await live.mara.stage.command({ type: 'setRole', seat: ana.seat, role: 'facilitator' });
    ana.board().addAction('a2', 'By Ana');
    await ana.boardDocument.saved();
    expect(ana.boardDocument.closeCode).toBeNull();
  });

  it('[LOCK-2] holds back what people add until it is opened again', async () => {
    await lock(true);
    thank('Thanks Ben');
    await ana.deskDocument.saved();
    expect(words()).toEqual([]);
    await lock(false);
    await live.mara.boardDocument.until(() => words().includes('Thanks Ben'));
  });

  it('[LOCK-2] keeps the words of notes as they are, but nobody from withdrawing theirs', async () => {
    const receipt = thank('Thanks Ben');
    await live.mara.boardDocument.until(() => words().length === 1);
    const note = live.mara.board().readNotes()[0]?.id ?? '';
    await lock(true);
    const change = (body: unknown) => ana.request('POST', `/notes/${note}`, body, false);
    expect(await (await change({ receipt, text: 'Other words' })).json()).toMatchObject({
      code: 'board-locked',
    });
    expect((await change({ receipt, withdraw: true })).status).toBe(204);
  });
});

describe('a note that is hidden', () => {
  const secret = 'An abusive sentence';

  async function hideIt(): Promise<{ note: string; receipt: string }> {
    const receipt = thank(secret, 'bad');
    thank('Thanks Ben');
    await live.mara.boardDocument.until(() => words().length === 2);
    const note =
      live.mara
        .board()
        .readNotes()
        .find(({ text }) => text === secret)?.id ?? '';
    expect(await live.mara.stage.command({ type: 'hideNote', note })).toMatchObject({ ok: true });
    await ana.boardDocument.until(() => words(ana).length === 1);
    return { note, receipt };
  }

  it('[HIDE-1] loses its words for everybody and in every file; the stage says which it was, and not whose', async () => {
    const { note } = await hideIt();
    expect(words()).toEqual(['Thanks Ben']);
    expect(live.mara.board().readHiddenNotes()).toEqual([{ id: note, segment: 'wins' }]);
    expect(live.mara.stage.state?.hiddenNotes).toEqual([note]);
    for (const name of ['record.md', 'record.json', 'notes.csv'])
      expect(await (await ana.request('GET', `/${name}`)).text()).not.toContain(secret);
    const heard = live.mara.stage.received.filter((text) => text.includes(note)).join();
    expect(heard).not.toContain(ana.seat);
  });

  it('[HIDE-1] leaves its words in no document on disk, nor on its author’s desk', async () => {
    await hideIt();
    const stored = await live.server.around.store.loadRoom(live.room.id);
    for (const { snapshot, updates } of stored?.documents ?? [])
      for (const bytes of [snapshot, ...updates])
        expect(Buffer.from(bytes ?? []).toString('latin1')).not.toContain(secret);
    await ana.deskDocument.until(() =>
      ana
        .desk()
        .readDrafts()
        .every(({ text }) => text !== secret),
    );
  });

  it('[HIDE-2] is not changed, signed or brought back by its author, who is told why', async () => {
    const { note, receipt } = await hideIt();
    for (const body of [{ text: 'Again' }, { withdraw: true }, { sign: true }]) {
      const answer = await ana.request('POST', `/notes/${note}`, { receipt, ...body });
      expect([answer.status, await answer.json()]).toMatchObject([409, { code: 'note-hidden' }]);
    }
    expect(words()).toEqual(['Thanks Ben']);
  });

  it('T-42: is hidden by facilitators alone', async () => {
    thank('Thanks Ben');
    await ana.boardDocument.until(() => words(ana).length === 1);
    const note = ana.board().readNotes()[0]?.id ?? '';
    expect(await ana.stage.command({ type: 'hideNote', note })).toMatchObject({ code: 'not-yours-to-do' });
  });
});
