/** What becomes of somebody's seat, as their page shows it. */
import { describe, expect, test, vi } from 'vitest';
import { readLeftBehind } from '../../../src/lib/room/left-behind.ts';
import { RoomView } from '../../../src/lib/room/room-view.svelte.ts';
import { liveFacilitatorLink } from '../../../src/lib/room/link-check.ts';
import { keepFacilitatorLink } from '../../../src/lib/room/facilitator-link.ts';
import { createRoom, openMove, takeSeat } from '../../../src/lib/room/rooms-api.ts';
import { limits } from '../../../src/protocol/limits.ts';
import { eventually } from '../../support/eventually.ts';
import type { Browser } from './browser.ts';
import { browser, serveBrowsers } from './served-room.ts';

serveBrowsers({ HEARTH_COMMANDS_PER_SECOND: '0', HEARTH_WRONG_SECRETS_PER_MINUTE: '0' });

interface Room {
  readonly room: string;
  readonly ada: RoomView;
  readonly secret: string;
  readonly facilitatorSecret: string;
}

async function facilitator(): Promise<Room> {
  const browserOfAda = await browser();
  const made = await createRoom({ title: 'Sprint 12', name: 'Ada' });
  if (!made.ok) throw new Error(made.code);
  const { room, links } = made.answer;
  const ada = browserOfAda.open(room);
  await eventually(() => expect(ada.mayWrite).toBe(true));
  const secretOf = (link: string) => link.split('#')[1] ?? '';
  return { room, ada, secret: secretOf(links.participant), facilitatorSecret: secretOf(links.facilitator) };
}

async function participant(
  { room, secret }: Room,
  name: string,
): Promise<{ page: RoomView; from: Browser; seat: string }> {
  const from = await browser();
  const taken = await takeSeat(room, secret, name);
  if (!taken.ok) throw new Error(taken.code);
  const page = from.open(room);
  return { page, from, seat: taken.answer.seat };
}

describe('a page at the door', () => {
  test('waits, and goes in by itself once it is let in', async () => {
    const made = await facilitator();
    await made.ada.command({ type: 'setDoor', door: 'ask' });
    const { page, seat } = await participant(made, 'Eve');
    await eventually(() => expect(page.entry).toBe('waiting'));
    expect(page.stage).toBeNull();
    await made.ada.command({ type: 'answerKnock', seat, admit: true });
    await eventually(() => expect(page.entry).toBe('open'));
    await eventually(() => expect(page.stage?.title).toBe('Sprint 12'));
  });

  test('says kindly that it was not let in, and still does when it is loaded again', async () => {
    const made = await facilitator();
    await made.ada.command({ type: 'setDoor', door: 'ask' });
    const { page, from, seat } = await participant(made, 'Eve');
    await eventually(() => expect(page.entry).toBe('waiting'));
    await made.ada.command({ type: 'answerKnock', seat, admit: false });
    await eventually(() => expect(page.entry).toBe('turned-away'));
    page.close();
    const later = from.open(made.room);
    await eventually(() => expect(later.entry).toBe('turned-away'));
  });
});

describe('a page whose seat ends', () => {
  test('says that it was removed, also when it is loaded again, until it has another seat', async () => {
    const made = await facilitator();
    const { page, from, seat } = await participant(made, 'Bob');
    await eventually(() => expect(page.mayWrite).toBe(true));
    await made.ada.command({ type: 'removeSeat', seat });
    await eventually(() => expect(page.entry).toBe('removed'));
    page.close();
    const later = from.open(made.room);
    await eventually(() => expect(later.entry).toBe('removed'));
    later.close();
    from.speak();
    await takeSeat(made.room, made.secret, 'Bob');
    const again = from.open(made.room);
    await eventually(() => expect(again.entry).toBe('open'));
  });

  test('says that it was removed, also where another answer is the first to say that there is no seat', async () => {
    const made = await facilitator();
    const { page, from, seat } = await participant(made, 'Bob');
    await eventually(() => expect(page.mayWrite).toBe(true));
    page.close();
    from.speak();
    const answers = fetch;
    const first = Promise.withResolvers<Response>();
    vi.stubGlobal('fetch', (path: string, init?: RequestInit) =>
      path.endsWith('/seat') ? first.promise : answers(path, init),
    );
    const again = new RoomView(made.room, {}, from.around());
    await eventually(() => expect(again.mayWrite).toBe(true));
    first.resolve(new Response(null, { status: 204 }));
    await first.promise;
    await made.ada.command({ type: 'removeSeat', seat });
    await eventually(() => expect(again.entry).not.toBe('open'));
    expect(again.entry).toBe('removed');
    again.close();
  });

  test('still has the words that were being typed, though they were to be kept as its seat ended', async () => {
    const made = await facilitator();
    const { page, from, seat } = await participant(made, 'Bob');
    await eventually(() => expect(page.mayWrite).toBe(true));
    const segment = page.stage?.segments[1]?.id ?? '';
    page.halfTyped.write({ segment, lens: 'user', prompt: '', text: 'half a th' });
    const { promise, resolve } = Promise.withResolvers<LockManagerSnapshot>();
    const query = vi.spyOn(navigator.locks, 'query').mockReturnValue(promise);
    const keeping = page.keepHalfTyped(segment);
    await made.ada.command({ type: 'removeSeat', seat });
    await eventually(() => expect(page.entry).toBe('removed'));
    query.mockRestore();
    resolve({ held: [], pending: [] });
    await keeping;
    expect((await readLeftBehind(made.room, from.device)).words).toEqual(['half a th']);
    await page.keepHalfTyped(segment);
    expect((await readLeftBehind(made.room, from.device)).words).toEqual(['half a th']);
  });

  test('says that it goes on elsewhere, where the desk is', async () => {
    const made = await facilitator();
    const { page } = await participant(made, 'Bob');
    await eventually(() => expect(page.mayWrite).toBe(true));
    page.desk.addDraft({ segment: page.stage?.segments[0]?.id ?? '', text: 'Half a thought' });
    await eventually(() => expect(page.saving).toBe('saved'));
    const move = await openMove(made.room);
    if (!move.ok) throw new Error(move.code);
    const phone = await browser();
    await takeSeat(made.room, move.answer.link.split('#')[1] ?? '');
    const onPhone = phone.open(made.room);
    await eventually(() => expect(page.entry).toBe('moved'));
    await eventually(() => expect(onPhone.desk.drafts.map(({ text }) => text)).toEqual(['Half a thought']));
  });
});

describe('a role', () => {
  test('that is given or taken shows at once, and the desk stays the same', async () => {
    const made = await facilitator();
    const { page, seat } = await participant(made, 'Bob');
    await eventually(() => expect(page.mayWrite).toBe(true));
    await made.ada.command({ type: 'setRole', seat, role: 'facilitator' });
    await eventually(() => expect(page.role).toBe('facilitator'));
    expect((await page.command({ type: 'setDoor', door: 'locked' })).ok).toBe(true);
    await made.ada.command({ type: 'setRole', seat, role: 'participant' });
    await eventually(() => expect(page.role).toBe('participant'));
    expect(page.mayWrite).toBe(true);
  });

  test('of facilitating is missed as soon as its last holder has gone', async () => {
    const made = await facilitator();
    const { page } = await participant(made, 'Bob');
    await eventually(() => expect(page.stage).not.toBeNull());
    await eventually(() => expect(page.leaderlessSince).toBeNull());
    const before = page.clock.now;
    made.ada.close();
    await eventually(() => expect(page.leaderlessSince).toBeGreaterThan(before - 5_000));
  });
});

function write(page: RoomView, title: string): void {
  page.board.textOf('actions', page.board.addAction())?.splice(0, 0, title);
}

describe('a locked board', () => {
  test('is read, while one’s desk is written on; words that came too late become drafts', async () => {
    const made = await facilitator();
    const { page } = await participant(made, 'Bob');
    await eventually(() => expect(page.mayWrite).toBe(true));
    await made.ada.command({ type: 'lockBoard', locked: true });
    await eventually(() => expect(page.mayWrite).toBe(false));
    expect([page.mayTakePart, made.ada.mayWrite]).toEqual([true, true]);
    await eventually(() => {
      write(page, 'Typed into a locked board');
      expect(page.desk.drafts.map(({ text }) => text)).toContain('Typed into a locked board');
    });
    // Refused once too often for this page.
    await eventually(() => {
      write(page, 'Typed once more');
      expect([page.mayTakePart, page.saving]).toEqual([false, 'kept']);
    });
    await made.ada.command({ type: 'lockBoard', locked: false });
    await eventually(() => expect(page.mayWrite).toBe(true));
    const titles = () => made.ada.board.actions.map(({ title }) => title);
    // What was sent while it was locked may still be refused, and what stood beside it with it.
    await eventually(() => {
      write(page, 'Typed into an open one');
      expect(titles()).toContain('Typed into an open one');
    });
  });

  test('takes words again also of a page that hears of its last refusal only afterwards', async () => {
    const made = await facilitator();
    const { page, from } = await participant(made, 'Bob');
    await eventually(() => expect(page.mayWrite).toBe(true));
    await made.ada.command({ type: 'lockBoard', locked: true });
    await eventually(() => expect(page.mayWrite).toBe(false));
    // Edits in flight at that moment are still taken; these are not.
    await eventually(() =>
      expect(page.clock.now - (page.stage?.boardLockedAt ?? page.clock.now)).toBeGreaterThan(limits.graceMs),
    );
    for (const words of ['Once', 'Twice', 'Three times']) {
      write(page, words);
      await eventually(() => expect(page.desk.drafts.map(({ text }) => text)).toContain(words));
    }
    from.network.holdDocuments();
    write(page, 'Four times');
    await eventually(() => expect(from.network.hasHeldAGoodbye).toBe(true));
    await made.ada.command({ type: 'lockBoard', locked: false });
    await eventually(() => expect(page.stage?.boardLockedAt).toBeNull());
    from.network.letGo();
    const titles = () => made.ada.board.actions.map(({ title }) => title);
    await eventually(() => {
      write(page, 'Typed into an open one');
      expect(titles()).toContain('Typed into an open one');
    });
  });
});

describe('the facilitators’ link that a browser keeps', () => {
  test('is forgotten once another facilitator has made a new one', async () => {
    const made = await facilitator();
    const other = await browser();
    keepFacilitatorLink(made.room, made.facilitatorSecret, other.device);
    expect(await liveFacilitatorLink(made.room, other.device)).toBe(
      `/j/${made.room}#${made.facilitatorSecret}`,
    );
    const ended = `${'x'.repeat(21)}A`;
    keepFacilitatorLink(made.room, ended, other.device);
    expect(await liveFacilitatorLink(made.room, other.device)).toBeNull();
    expect(await liveFacilitatorLink(made.room, other.device)).toBeNull();
  });
});
