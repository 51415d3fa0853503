/** What was written and found no place on the board: nobody's words are lost. */
import { afterEach, describe, expect, test, vi } from 'vitest';
import { takeSeat } from '../../../src/lib/room/rooms-api.ts';
import { limits } from '../../../src/protocol/limits.ts';
import { eventually } from '../../support/eventually.ts';
import { browser, facilitator, saved, serveBrowsers } from './served-room.ts';

const storage = indexedDB;

// Called last: browsers are closed first.
afterEach(() => void vi.stubGlobal('indexedDB', storage));
serveBrowsers();

describe('words that a room does not take', () => {
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
      // They are let go of only once they are kept.
      expect(page.halfTyped.read('gather')).toBeNull();
    });
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
});
