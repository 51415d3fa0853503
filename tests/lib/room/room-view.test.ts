import { afterAll, afterEach, beforeAll, describe, expect, test, vi } from 'vitest';
import type { StageState } from '../../../src/domain/stage/state.ts';
import { readRecent } from '../../../src/lib/room/recent-rooms.ts';
import type { RoomView } from '../../../src/lib/room/room-view.svelte.ts';
import { limits } from '../../../src/protocol/limits.ts';
import { createRoom, takeSeat } from '../../../src/lib/room/rooms-api.ts';
import { eventually } from '../../support/eventually.ts';
import { startServerProcess, type ServerProcess } from '../../support/server.ts';
import { Browser, standInForPage } from './browser.ts';

let server: ServerProcess;
const browsers: Browser[] = [];
const storage = indexedDB;

beforeAll(async () => {
  standInForPage();
  server = await startServerProcess({ env: { HEARTH_ROOMS_PER_HOUR: '0' } });
}, 60_000);
afterEach(async () => {
  for (const browser of browsers.splice(0)) await browser.close();
  vi.stubGlobal('indexedDB', storage);
});
afterAll(() => server.close());

async function browser(): Promise<Browser> {
  const made = await Browser.at(server);
  browsers.push(made);
  return made.speak();
}

const empty = { title: '', link: '', text: '' };
const saved = (page: RoomView) => eventually(() => expect(page.saving).toBe('saved'));

async function facilitator(): Promise<{ page: RoomView; room: string; secret: string; ada: Browser }> {
  const ada = await browser();
  const made = await createRoom({ title: 'Sprint 12', format: 'start-stop-continue', name: 'Ada' });
  if (!made.ok) throw new Error(made.code);
  const { room, links } = made.answer;
  return { page: ada.open(room), room, secret: links.participant.split('#')[1] ?? '', ada };
}

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
    page.board.undo();
    expect(page.board.actions[0]?.owner).toEqual({ kind: 'name', name: 'Cy' });
    page.board.undo();
    expect(page.board.actions[0]?.owner).toBeNull();
    page.board.undo();
    expect(page.board.actions[0]?.title).toBe('words');
    expect(page.board.canUndo).toBe(false);
    await saved(page);
  });

  test('drafts written without a network are there, said to be offline, and saved when it returns', async () => {
    const { page, ada } = await facilitator();
    await eventually(() => expect(page.mayWrite).toBe(true));
    await saved(page);
    ada.network.cut();
    await eventually(() => expect(page.saving).toBe('offline'));
    const segment = page.stage?.segments[1]?.id ?? '';
    page.desk.addDraft({ segment, text: 'offline words' });
    expect(page.desk.drafts.map(({ text }) => text)).toEqual(['offline words']);
    expect(page.saving).toBe('offline');
    ada.network.mend();
    await saved(page);
  });

  test('a page opened without a network shows the last stage and drafts, and takes new ones', async () => {
    const { page, room, ada } = await facilitator();
    await eventually(() => expect(page.mayWrite).toBe(true));
    const segment = page.stage?.segments[1]?.id ?? '';
    page.desk.addDraft({ segment, text: 'first' });
    await saved(page);
    await eventually(() => expect(ada.device.keys(`hearth:${room}:spare:`)).toHaveLength(2));
    page.close();
    ada.network.cut();
    const later = ada.open(room);
    expect(later.stage?.title).toBe('Sprint 12');
    await eventually(() => {
      expect(later.entry).toBe('open');
      expect(later.mayWrite).toBe(true);
      expect(later.desk.drafts.map(({ text }) => text)).toEqual(['first']);
    });
    later.desk.addDraft({ segment, text: 'second' });
    await eventually(() => expect(later.saving).toBe('offline'));
    ada.network.mend();
    await saved(later);
    later.close();
    const last = ada.open(room);
    await eventually(() => expect(last.desk.drafts.map(({ text }) => text)).toEqual(['first', 'second']));
  });

  test('a draft written before the desk can be written on waits for it', async () => {
    const { page: first, room, ada } = await facilitator();
    first.close();
    ada.network.takeRequestsOnly();
    const page = ada.open(room);
    const segment = 'later';
    await eventually(() => expect(page.entry).toBe('open'));
    const id = page.desk.addDraft({ segment, text: 'an early thought' });
    await eventually(() => expect(page.desk.drafts).toMatchObject([{ id, late: false }]));
    expect(page.mayWrite).toBe(false);
    ada.network.mend();
    await eventually(() => expect(page.mayWrite).toBe(true));
    page.desk.textOf(id)?.splice(0, 2, 'one');
    await saved(page);
    page.close();
    ada.device.stored.clear();
    const anew = ada.open(room);
    await eventually(() => expect(anew.desk.drafts).toMatchObject([{ id, text: 'one early thought' }]));
  });

  test('a command given while the network is away is carried out once when it is back', async () => {
    const { page, ada } = await facilitator();
    await eventually(() => expect(page.stage).not.toBeNull());
    await saved(page);
    ada.network.cut();
    await eventually(() => expect(page.saving).toBe('offline'));
    const ack = page.command({ type: 'startMeeting' });
    ada.network.mend();
    expect(await ack).toMatchObject({ ok: true });
    await eventually(() => expect(page.stage?.phase).toBe('running'));
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

  test('words written offline into a board that closed meanwhile become drafts on this device', async () => {
    const { page, room, secret } = await facilitator();
    await eventually(() => expect(page.mayWrite).toBe(true));
    const bob = await browser();
    await takeSeat(room, secret, 'Bob');
    const other = bob.open(room);
    await eventually(() => expect(other.mayWrite).toBe(true));
    await saved(other);
    bob.network.cut();
    await eventually(() => expect(other.saving).toBe('offline'));
    const segment = other.stage?.segments[1]?.id ?? '';
    other.desk.addDraft({ segment, text: 'a private thought' });
    const decision = other.board.addDecision();
    other.board.textOf('decisions', decision)?.splice(0, 0, 'a late decision');
    expect(await page.command({ type: 'closeRoom', anyway: true, why: 'Out of time' })).toMatchObject({
      ok: true,
    });
    // Edits in flight at the moment of closing are still taken; these are not.
    await eventually(() =>
      expect(page.clock.now - (page.stage?.closedAt ?? page.clock.now)).toBeGreaterThan(limits.graceMs),
    );
    bob.speak().network.mend();
    await eventually(() => {
      expect(other.mayWrite).toBe(false);
      expect(other.desk.drafts.map(({ text, late }) => [text, late]).sort()).toEqual([
        ['a late decision', true],
        ['a private thought', false],
      ]);
      expect(other.board.decisions).toEqual([]);
      const hasKept = other.desk.drafts.some(({ id }) => other.desk.isKept(id));
      expect(other.saving).toBe(hasKept ? 'kept' : 'saved');
    });
    other.close();
    const again = bob.open(room);
    await eventually(() => expect(again.desk.drafts).toHaveLength(2));
    for (const { id } of again.desk.drafts.filter(({ id }) => again.desk.isKept(id)))
      again.desk.removeDraft(id);
    await saved(again);
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

  test('a room that is opened again takes words from a page that was refused again and again while it was closed', async () => {
    const { page } = await facilitator();
    await eventually(() => expect(page.mayWrite).toBe(true));
    await page.command({ type: 'closeRoom', anyway: false });
    await eventually(() => {
      expect(page.stage?.phase).toBe('closed');
      expect(page.clock.now - (page.stage?.closedAt ?? page.clock.now)).toBeGreaterThan(limits.graceMs);
    });
    const decide = async (words: string) => {
      await eventually(() => expect(page.board.isLoaded).toBe(true));
      page.board.textOf('decisions', page.board.addDecision())?.splice(0, 0, words);
    };
    for (const words of ['one', 'two', 'three']) {
      await decide(words);
      await eventually(() => expect(page.desk.drafts.map(({ text }) => text)).toContain(words));
    }
    for (const { id } of page.desk.drafts) page.desk.removeDraft(id);
    await decide('the last straw');
    await eventually(() => expect(page.saving).toBe('kept'));
    expect(await page.command({ type: 'reopenRoom' })).toMatchObject({ ok: true });
    await eventually(() => expect(page.mayWrite).toBe(true));
    await decide('we go on');
    await eventually(() =>
      expect(page.board.decisions.map(({ text }) => text)).toEqual(['the last straw', 'we go on']),
    );
    await saved(page);
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

  test('half-typed words become drafts on this device when the room closes', async () => {
    const { page } = await facilitator();
    await eventually(() => expect(page.mayWrite).toBe(true));
    page.halfTyped.write({ segment: 'gather', lens: '', prompt: 'start', text: 'half a sen' });
    expect(await page.command({ type: 'closeRoom', anyway: true, why: 'Out of time' })).toMatchObject({
      ok: true,
    });
    await eventually(() => {
      expect(page.desk.drafts).toMatchObject([{ prompt: 'start', text: 'half a sen', late: true }]);
      expect(page.saving).toBe('kept');
    });
    expect(page.halfTyped.read('gather')).toBeNull();
  });

  test('an empty board says nothing until a copy is here, from the server or from the device', async () => {
    const { page, room, ada } = await facilitator();
    expect(page.board.isLoaded).toBe(false);
    await eventually(() => expect(page.board.isLoaded).toBe(true));
    page.board.addDecision();
    await saved(page);
    page.close();
    ada.network.cut();
    const later = ada.open(room);
    await eventually(() => expect(later.board.isLoaded).toBe(true));
    expect(later.board.decisions).toHaveLength(1);
  });

  test('an edit that the server refuses costs nobody their words: they come back as drafts', async () => {
    const { page, room, ada } = await facilitator();
    await eventually(() => expect(page.mayWrite).toBe(true));
    const action = page.board.addAction();
    page.board.textOf('actions', action)?.splice(0, 0, 'call the bank');
    await saved(page);
    page.board.setOwner(action, { kind: 'name', name: 'x'.repeat(500) });
    page.board.textOf('decisions', page.board.addDecision())?.splice(0, 0, 'words on their way');
    await eventually(() => {
      expect(page.problem).toBe('refused-edit');
      expect(page.desk.drafts).toMatchObject([{ text: 'words on their way', late: true }]);
      expect(page.board.actions).toMatchObject([{ title: 'call the bank', owner: null }]);
      expect(page.board.decisions).toEqual([]);
    });
    await saved(page);
    page.board.textOf('actions', action)?.splice(0, 4, 'visit');
    await saved(page);
    expect(page.board.actions[0]?.title).toBe('visit the bank');
    const ledger = () => ada.device.keys(`hearth:${room}:copy:board:`).map((key) => ada.device.read(key));
    await eventually(() => expect(ledger()).toEqual(['{"current":2,"aside":[]}']));
  });

  test('a browser that stores nothing works too, and keeps refused words as long as the page lives', async () => {
    vi.stubGlobal('indexedDB', undefined);
    const { page } = await facilitator();
    await eventually(() => expect(page.mayWrite).toBe(true));
    const action = page.board.addAction();
    page.board.setOwner(action, { kind: 'name', name: 'x'.repeat(500) });
    page.board.textOf('actions', action)?.splice(0, 0, 'call the bank');
    await eventually(() => expect(page.desk.drafts).toMatchObject([{ text: 'call the bank', late: true }]));
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
