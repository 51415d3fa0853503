/** What other browsers receive: nothing of a note before it is revealed, and never who wrote it. */
import type { Page } from '@playwright/test';
import { expect, test } from './meeting-test.ts';
import { Wiretap } from './wiretap.ts';

const words = { bea: 'Quartz pelican at midnight', cleo: 'Velvet anchor on Tuesday' };
const later = 'Amber turbine in the rain';

test('until the reveal no other browser receives a word of a note, and afterwards nobody learns whose it is', async ({
  ownHearth: hearth,
  company,
}) => {
  test.setTimeout(150_000);
  const ada = await company.facilitator('Ada');
  const [bea, cleo, dan, wall] = await Promise.all([
    company.participant('Beatrix'),
    company.participant('Cleopatra'),
    company.participant('Dan'),
    company.visitor(),
  ]);
  const others = [ada, dan, wall].map(({ page }) => new Wiretap(page));
  const own = new Wiretap(bea.page);
  await ada.openRoom(hearth.origin, 'Secrets of a queue');
  const links = ada.links;
  for (const person of [bea, cleo, dan]) await person.join(links.participant);
  await wall.watch(links.observer);
  await ada.start();
  await ada.goOnTo('Perspectives');
  for (let round = 1; round < 4; round++) await ada.goOn();

  await test.step('while the notes are hidden', async () => {
    await bea.write(words.bea);
    await cleo.write(words.cleo);
    await bea.seesSaving('Saved');
    await cleo.seesSaving('Saved');
    await dan.write('Something else');
    await bea.draft('Security').fill(`${words.bea}, again`);
    await bea.button('I’m ready').click();
    await expect(ada.page.getByRole('banner')).toContainText('1 of 3 ready');
    await ada.dock.getByRole('button', { name: 'Pause' }).click();
    await expect(wall.page.getByText(/^Paused/)).toBeVisible();
    for (const person of [ada, dan, wall]) await askEverything(person.page);
    for (const other of others) {
      const all = await other.received();
      for (const text of Object.values(words)) expect(all.includes(text)).toBe(false);
      for (const channel of ['stage', 'http'] as const) {
        expect((await other.received(channel)).includes('Secrets of a queue')).toBe(true);
      }
      expect(await other.received('board')).not.toHaveLength(0);
    }
    expect((await own.received('desk')).includes(words.bea)).toBe(true);
    expect((await own.received()).includes(words.cleo)).toBe(false);
  });

  await test.step('when they are revealed', async () => {
    await ada.reveal();
    for (const person of [ada, bea, cleo, dan, wall]) {
      for (const text of Object.values(words)) await expect(person.note(text)).toBeVisible();
    }
    const [request] = await Promise.all([
      bea.page.waitForRequest(/\/notes\//),
      bea.changeNote(words.bea, later),
    ]);
    expect(await request.headerValue('cookie')).toBeNull();
    for (const person of [ada, dan, wall]) await expect(person.note(later)).toBeVisible();
  });

  await test.step('afterwards', async () => {
    const seats = await Promise.all([bea, cleo].map(({ page }) => seatOf(page)));
    const notes = await Promise.all([bea, cleo].map(({ page }) => notesOf(page)));
    expect(seats.join(' ')).toMatch(/^[a-z0-9]{16} [a-z0-9]{16}$/);
    expect(notes.map((ids) => ids.length)).toEqual([1, 1]);
    for (const other of others) {
      const [board, stage] = await Promise.all([other.received('board'), other.received('stage')]);
      for (const text of Object.values(words)) {
        expect(board.includes(text)).toBe(true);
        expect(stage.includes(text)).toBe(false);
      }
      for (const seat of seats) expect(board.includes(seat)).toBe(false);
      for (const note of notes.flat()) expect(stage.includes(note)).toBe(false);
    }
    const record = await ask(dan.page, `/api/rooms/${roomOf(dan.page)}/record.md`);
    expect(record).toContain(later);
    for (const secret of [...seats, ...notes.flat()]) expect(record).not.toContain(secret);
    for (const secret of [...Object.values(words), later, ...notes.flat(), 'Beatrix', 'Cleopatra']) {
      expect(hearth.output).not.toContain(secret);
    }
    expect(hearth.output).not.toBe('');
  });
});

/** Somebody curious asks every address that answers without changing anything. */
async function askEverything(page: Page): Promise<void> {
  const room = `/api/rooms/${roomOf(page)}`;
  const paths = [
    room,
    ...['seat', 'links', 'record.md', 'record', 'notes', 'desk'].map((end) => `${room}/${end}`),
  ];
  await Promise.all([...paths, '/healthz', '/readyz'].map((path) => ask(page, path)));
}

function roomOf(page: Page): string {
  return new URL(page.url()).pathname.split('/')[2] ?? '';
}

async function seatOf(page: Page): Promise<string> {
  const answer = await ask(page, `/api/rooms/${roomOf(page)}/seat`);
  return (JSON.parse(answer) as { seat: string }).seat;
}

/** As a script on the page would: with the seat's cookie. */
function ask(page: Page, path: string): Promise<string> {
  return page.evaluate((address) => fetch(address).then((answer) => answer.text()), path);
}

/** Ids of the notes whose receipts this browser holds. */
function notesOf(page: Page): Promise<string[]> {
  return page.evaluate(() =>
    Object.keys(localStorage).flatMap((key) => /:receipt:note:(\w+)$/.exec(key)?.[1] ?? []),
  );
}
