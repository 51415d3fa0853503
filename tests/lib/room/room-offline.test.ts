/** A room on a page that has no network for a while, or not yet. */
import { describe, expect, test } from 'vitest';
import { eventually } from '../../support/eventually.ts';
import { facilitator, saved, serveBrowsers } from './served-room.ts';

serveBrowsers();

describe('a room without a network', () => {
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
});
