import { describe, expect, test } from 'vitest';
import type { StageState } from '../../../src/domain/stage/state.ts';
import { readRecent } from '../../../src/lib/room/recent-rooms.ts';
import type { RoomView } from '../../../src/lib/room/room-view.svelte.ts';
import { createRoom, takeSeat } from '../../../src/lib/room/rooms-api.ts';
import { eventually } from '../../support/eventually.ts';
import { browser, facilitator, saved, serveBrowsers } from './served-room.ts';

serveBrowsers();

const empty = { title: '', link: '', text: '' };

describe('a room in the browser', () => {
  test('opens with seat, stage, presence and writable documents', async () => {
    const { page } = await facilitator();
    await eventually(() => {
      expect(page.entry).toBe('open');
      expect(page.me).toMatchObject({ name: 'Ada', role: 'facilitator' });
      expect(page.stage?.title).toBe('Sprint 12');
      expect(page.presence.some(({ connected }) => connected)).toBe(true);
      expect(page.mayWrite).toBe(true);
    });
    await saved(page);
  });

  test('shows a person without a seat the way to one', async () => {
    const { room } = await facilitator();
    const bob = await browser();
    const page = bob.open(room);
    await eventually(() => expect(page.entry).toBe('no-seat'));
  });

  test('is not said to be saved while a field has words that only this page knows', async () => {
    const { page } = await facilitator();
    await saved(page);
    const stop = page.unsent.watch({ isUnsent: true });
    expect([page.saving, page.isHoldingBack]).toEqual(['saving', true]);
    stop();
    expect([page.saving, page.isHoldingBack]).toEqual(['saved', false]);
  });

  test('takes what two facilitators add to one list at the same moment', async () => {
    const { page, room, ada } = await facilitator();
    const other = ada.open(room);
    await Promise.all([saved(page), saved(other)]);
    const segment = page.stage?.segments.find(({ activity }) => activity === 'gather')?.id ?? '';
    const adding = (title: string) => (stage: StageState) => {
      const present = stage.segments.find(({ id }) => id === segment)?.preReads ?? [];
      const all = [...present.map(({ title, link, text }) => ({ title, link, text })), { ...empty, title }];
      return { type: 'changeSegment', segment, change: { preReads: all } } as const;
    };
    const asked = ['a', 'b', 'c'].flatMap((title) => [
      page.amend(adding(title)),
      other.amend(adding(title.toUpperCase())),
    ]);
    expect((await Promise.all(asked)).every(({ ok }) => ok)).toBe(true);
    const titles = () =>
      page.stage?.segments.find(({ id }) => id === segment)?.preReads.map(({ title }) => title);
    await eventually(() => expect(titles()?.sort()).toEqual(['A', 'B', 'C', 'a', 'b', 'c']));
  });

  test('two people write one action together', async () => {
    const { page, room, secret } = await facilitator();
    await eventually(() => expect(page.mayWrite).toBe(true));
    const bob = await browser();
    await takeSeat(room, secret, 'Bob');
    const other = bob.open(room);
    await eventually(() => expect(other.mayWrite).toBe(true));
    const id = page.board.addAction();
    page.board.textOf('actions', id)?.splice(0, 0, 'call bank');
    await eventually(() => expect(other.board.actions[0]?.title).toBe('call bank'));
    other.board.textOf('actions', id)?.splice(5, 0, 'the ');
    other.board.setDue(id, '2026-12-01');
    await eventually(() =>
      expect(page.board.actions[0]).toMatchObject({ title: 'call the bank', due: '2026-12-01' }),
    );
    await Promise.all([saved(page), saved(other)]);
  });

  test('undo takes back an owner and a removal, and passes over what somebody else changed since', async () => {
    const { page } = await facilitator();
    await eventually(() => expect(page.mayWrite).toBe(true));
    const id = page.board.addAction();
    page.board.textOf('actions', id)?.splice(0, 0, 'words');
    page.board.setOwner(id, { kind: 'name', name: 'Cy' });
    page.board.remove('actions', id);
    expect(page.board.actions).toEqual([]);
    page.board.undo(['outcomes']);
    expect(page.board.actions[0]?.owner).toEqual({ kind: 'name', name: 'Cy' });
    page.board.undo(['outcomes']);
    expect(page.board.actions[0]?.owner).toBeNull();
    page.board.undo(['outcomes']);
    expect(page.board.actions[0]?.title).toBe('words');
    expect(page.board.canUndo(['outcomes'])).toBe(false);
    await saved(page);
  });

  test('two clicks on next move the room once', async () => {
    const { page } = await facilitator();
    await eventually(() => expect(page.stage).not.toBeNull());
    await page.command({ type: 'startMeeting' });
    await eventually(() => expect(page.stage?.phase).toBe('running'));
    const [first, second] = page.stage?.segments.slice(1) ?? [];
    const acks = await Promise.all([page.command({ type: 'goNext' }), page.command({ type: 'goNext' })]);
    expect(acks.filter(({ ok }) => ok)).toHaveLength(1);
    await eventually(() => expect(page.stage?.current).toBe(first?.id));
    expect(page.stage?.current).not.toBe(second?.id);
  });

  test('a released draft of an open segment becomes a note that only this browser may change', async () => {
    const ada = await browser();
    const made = await createRoom({ title: 'Thanks', format: 'heart-heat', name: 'Ada' });
    if (!made.ok) throw new Error(made.code);
    const page = ada.open(made.answer.room);
    await eventually(() => expect(page.mayWrite).toBe(true));
    const wins = page.stage?.segments.find(({ policy }) => policy === 'open')?.id ?? '';
    page.desk.addDraft({ segment: wins, text: 'Thanks, Bob', released: true });
    await eventually(() => {
      expect(page.board.notes.map(({ text }) => text)).toEqual(['Thanks, Bob']);
      expect(page.board.isMine(page.board.notes[0]?.id ?? '')).toBe(true);
      expect(page.desk.drafts).toEqual([]);
    });
    const note = page.board.notes[0]?.id ?? '';
    expect(await page.board.changeNote(note, 'Thank you, Bob')).toMatchObject({ ok: true });
    await eventually(() =>
      expect(page.board.notes[0]).toMatchObject({ text: 'Thank you, Bob', edited: true }),
    );
    expect(await page.board.signNote(note, true)).toMatchObject({ ok: true });
    const signedBy = () => page.board.notes.find(({ id }) => id === note)?.signedBy;
    await eventually(() => expect(signedBy()).toBe(page.me?.seat));
    expect(await page.board.signNote(note, false)).toMatchObject({ ok: true });
    await eventually(() => expect(signedBy()).toBeNull());
    expect(await page.board.signNote('nosuchnote', true)).toEqual({ ok: false, code: 'unknown-note' });
    expect(await page.board.withdrawNote(note)).toMatchObject({ ok: true });
    await eventually(() => expect(page.board.notes).toEqual([]));
    await saved(page);
  });

  test('a room of the list of recent ones is known there as closed, until it is opened again', async () => {
    const { page, ada } = await facilitator();
    const isClosed = () => readRecent(ada.device).map(({ closed }) => closed);
    await eventually(() => expect(isClosed()).toEqual([false]));
    await page.command({ type: 'closeRoom', anyway: false });
    await eventually(() => expect(isClosed()).toEqual([true]));
    await page.command({ type: 'reopenRoom' });
    await eventually(() => expect(isClosed()).toEqual([false]));
  });

  test('a note that was let go of waits on the desk, can be taken back, and goes with those of two others', async () => {
    const { page, room, secret } = await facilitator();
    await eventually(() => expect(page.mayWrite).toBe(true));
    await page.command({ type: 'changeSegment', segment: 'gather', change: { policy: 'own' } });
    await page.command({ type: 'startMeeting' });
    while (page.stage?.current !== 'gather') await page.command({ type: 'skipSegment' });
    const draft = page.desk.addDraft({ segment: 'gather', prompt: 'start', text: 'from Ada' });
    const released = () => page.desk.drafts.map((one) => one.released);
    page.desk.releaseDraft(draft);
    await eventually(() => expect(released()).toEqual([true]));
    page.desk.takeBackDraft(draft);
    await eventually(() => expect(released()).toEqual([false]));
    page.desk.releaseDraft(draft);
    for (const name of ['Bob', 'Cat']) {
      const person = await browser();
      await takeSeat(room, secret, name);
      const other = person.open(room);
      await eventually(() => expect(other.mayWrite).toBe(true));
      expect(page.board.notes).toEqual([]);
      other.desk.addDraft({ segment: 'gather', text: `from ${name}`, released: true });
      await saved(other);
    }
    await eventually(() => {
      expect(page.board.notes.map(({ text }) => text).sort()).toEqual(['from Ada', 'from Bob', 'from Cat']);
      expect(page.desk.drafts).toEqual([]);
    });
    await saved(page);
  });

  test('an observer reads along and writes nothing', async () => {
    const { page, room, ada } = await facilitator();
    await eventually(() => expect(page.mayWrite).toBe(true));
    page.board.textOf('decisions', page.board.addDecision())?.splice(0, 0, 'we ship');
    const wall = ada.open(room, { as: 'observer' });
    await eventually(() => expect(wall.board.decisions[0]?.text).toBe('we ship'));
    expect(wall).toMatchObject({ mayWrite: false, role: 'observer', me: { role: 'facilitator' } });
    await eventually(() => expect(wall.saving).toBe('saved'));
  });

  test('server time is known to a few milliseconds', async () => {
    const { page } = await facilitator();
    await eventually(() => expect(page.entry).toBe('open'));
    await eventually(() => expect(Math.abs(page.clock.now - Date.now())).toBeLessThan(50));
  });
});

describe('a raised hand in the browser', () => {
  test('is seen by everybody, and lowered by the facilitator', async () => {
    const { page, room, secret } = await facilitator();
    await eventually(() => expect([page.mayWrite, page.presence.length]).toEqual([true, 1]));
    const bob = await browser();
    await takeSeat(room, secret, 'Bob');
    const other = bob.open(room);
    await eventually(() => expect(other.mayWrite).toBe(true));
    const hand = (view: RoomView) => view.presence.find(({ seat }) => seat === other.me?.seat)?.hand ?? null;
    await eventually(() => expect(hand(page)).toBeNull());
    other.setHand(true);
    await eventually(() => expect([hand(page), hand(other)]).toEqual([1, 1]));
    page.lowerHand(other.me?.seat ?? '');
    await eventually(() => expect([hand(page), hand(other)]).toEqual([null, null]));
  });
});
