/** More notes than the board takes: everybody is told, and what found no space stays with its author. */
import { limits } from '../../src/protocol/limits.ts';
import { join } from '../support/headless-person.ts';
import type { Facilitator } from './facilitator.ts';
import { expect, test } from './meeting-test.ts';

/** Opened at once by several people without a browser, each with a full desk of thanks. */
async function fillBoard(origin: string, link: string, short: number): Promise<void> {
  const people = Math.ceil(limits.boardNotes / limits.deskDrafts);
  for (let at = 0; at < people; at += 1) {
    const count = Math.min(limits.deskDrafts, limits.boardNotes - short - at * limits.deskDrafts);
    await giveThanks(origin, link, `Writer ${at}`, count);
  }
}

async function giveThanks(origin: string, link: string, name: string, count: number): Promise<void> {
  const writer = await join(origin, link, name);
  const desk = await writer.open('desk');
  const atOnce = limits.deskDrafts / 4;
  for (let from = 0; from < count; from += atOnce) {
    desk.doc.transact(() => {
      for (let at = from; at < Math.min(from + atOnce, count); at += 1)
        writer.write({ id: `d${at}`, segment: 'wins', text: `Thanks ${at} of ${name}`, released: true });
    });
    await desk.saved();
  }
  writer.leave();
}

/** In the last round. */
async function revealNotes(ada: Facilitator): Promise<void> {
  for (let round = 2; round <= 4; round += 1) await ada.goOn();
  await ada.reveal();
}

test('after the reveal everybody hears that the board is full, and one free place is told from none', async ({
  hearth,
  company,
}) => {
  test.setTimeout(180_000);
  const ada = await company.facilitator('Ada');
  await ada.openRoom(hearth.origin, 'Too much of a good thing');
  const links = ada.links;
  const bea = await company.participant('Bea');
  await bea.join(links.participant);
  await ada.start();
  await ada.goOnTo('Perspectives');
  // Not before: nobody has to look at all the thanks.
  await fillBoard(hearth.origin, links.participant, 1);
  const full = 'The board is full (1,000 notes).';

  await bea.write('The one that still fits');
  await bea.write('The one too many');
  for (const person of [ada, bea]) await expect(person.page.getByText(full)).toHaveCount(0);
  await revealNotes(ada);
  for (const person of [ada, bea]) {
    const banner = person.page.getByRole('alert').filter({ hasText: full });
    await expect(banner).toContainText('Notes that found no space stay on their authors’ desks.');
    await expect(person.note('The one')).toHaveCount(1);
  }
  await expect(bea.page.getByRole('heading', { name: 'Not on the board' })).toBeVisible();
  await expect.poll(async () => (await bea.drafts()).length).toBe(1);

  await test.step('a note that is withdrawn makes space for the one that waited', async () => {
    const waiting = (await bea.drafts())[0] ?? '';
    const published = waiting === 'The one too many' ? 'The one that still fits' : 'The one too many';
    await bea.withdrawNote(published);
    for (const person of [ada, bea]) await expect(person.page.getByText(full)).toHaveCount(0);
    await ada.button('Reveal once more').click();
    await ada.dialog('Reveal what was written since?').getByRole('button', { name: 'Reveal' }).click();
    await expect(ada.note(waiting)).toBeVisible();
  });
});
