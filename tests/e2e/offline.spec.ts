/** Without a network: the page opens, takes words, keeps them, and hands them over when the network is back. */
import { limits } from '../../src/protocol/limits.ts';
import { expect, test } from './meeting-test.ts';
import type { Participant } from './people.ts';

test.use({ storesApp: true });

test('drafts written offline survive a reload and a closed page, and reach the server later', async ({
  hearth,
  company,
}) => {
  const ada = await company.facilitator('Ada');
  await ada.openRoom(hearth.origin, 'Train through the hills');
  const bea = await company.participant('Bea');
  await bea.join(ada.links.participant);
  await ada.start();
  await ada.goOnTo('Perspectives');
  await bea.write('Written at the station');
  await bea.seesSaving('Saved');
  await bea.isReadyForOffline();

  await bea.page.setViewportSize({ width: 1440, height: 900 });
  const bar = await bea.page.getByRole('banner').boundingBox();
  await bea.loseNetwork();
  await expect(bea.page.getByText('There is no connection to the server.')).toBeVisible();
  await bea.seesSaving('Offline, kept on this device');
  expect(await bea.page.getByRole('banner').boundingBox()).toEqual(bar);
  await bea.write('Written in the tunnel');
  await bea.draft('User').first().press('End');
  await bea.draft('User').first().pressSequentially(', early');
  await bea.hasDrafts('Written at the station, early', 'Written in the tunnel');
  await bea.hasStored();

  await test.step('a reload', async () => {
    await bea.page.reload();
    await bea.isInRoom();
    await expect(bea.page.getByText('There is no connection to the server.')).toBeVisible();
    await bea.hasDrafts('Written at the station, early', 'Written in the tunnel');
    await bea.composer.fill('Half a sentence');
  });

  const room = bea.page.url();
  const again = await test.step('a closed page and a new one', async () => {
    const next = await company.inNewTab(bea);
    await bea.page.close({ runBeforeUnload: false });
    await next.page.goto(room);
    await next.isInRoom();
    await next.hasDrafts('Written at the station, early', 'Written in the tunnel');
    await expect(next.composer).toHaveValue('Half a sentence');
    await next.composer.press('Enter');
    await next.seesSaving('Offline, kept on this device');
    return next;
  });

  await test.step('the network comes back', async () => {
    await again.findNetwork();
    await again.seesSaving('Saved');
    const elsewhere = await company.inFreshBrowser(again);
    await elsewhere.page.goto(room);
    await elsewhere.hasDrafts('Written at the station, early', 'Written in the tunnel', 'Half a sentence');
  });
});

test('a note that comes back after the reveal is named to its author in every part, and leads to itself', async ({
  hearth,
  company,
}) => {
  const ada = await company.facilitator('Ada');
  await ada.openRoom(hearth.origin, 'Missed', { format: 'start-stop-continue' });
  const bea = await company.participant('Bea');
  const cem = await company.participant('Cem');
  const { participant } = ada.links;
  for (const person of [bea, cem]) await person.join(participant);
  await cem.page.close();
  await ada.start();
  await ada.goOnTo('Silent writing');
  await bea.write('Written at the station');
  await bea.seesSaving('Saved');
  await bea.loseNetwork();
  await bea.seesSaving('Offline, kept on this device');
  await bea.write('Written in the tunnel');

  await ada.button('Reveal notes').click();
  const asked = ada.dialog('Reveal all notes?');
  // A closed page tells the server, which the network did not; nobody is away before the grace is over.
  const timeout = limits.presenceGraceMs + 10_000;
  await expect(asked).toContainText(/Cem (is|are) not connected\./, { timeout });
  await asked.getByRole('button', { name: 'Reveal' }).click();
  await expect(ada.note('Written at the station')).toBeVisible();
  await ada.goOnTo('Vote');
  await bea.findNetwork();
  await bea.lookAt('Vote');
  const missed = bea.words('1 note of yours for Silent writing is not on the board.');
  await expect(missed).toBeVisible();
  await bea.button('Show it').click();
  const shelf = bea.page.getByRole('heading', { name: 'Not on the board' });
  await expect(shelf).toBeFocused();
  await expect(shelf).toBeInViewport();
  await bea.hasDrafts('Written in the tunnel');
  await bea.button('Delete this draft').click();
  await expect(missed).toHaveCount(0);
});

test('whoever has no connection is told that they cannot say they are ready', async ({ hearth, company }) => {
  const ada = await company.facilitator('Ada');
  await ada.openRoom(hearth.origin, 'Ready or not');
  const bea = await company.participant('Bea');
  await bea.join(ada.links.participant);
  await ada.start();
  const ready = bea.button('I’m ready');
  await expect(ready).toBeEnabled();

  await bea.loseNetwork();
  await expect(ready).toBeDisabled();
  await expect(ready).toHaveAccessibleDescription('You can change this when there is a connection again.');
  await bea.page.keyboard.press('r');
  await expect(bea.page.getByRole('status')).toHaveText(
    'You can change this when there is a connection again.',
  );

  await bea.findNetwork();
  await expect(ready).toHaveAccessibleDescription('');
  await expect(ada.page.getByRole('banner')).toContainText('0 of 1 ready');
  await ready.click();
  await expect(ready).toHaveAttribute('aria-pressed', 'true');
  await expect(ada.page.getByRole('banner')).toContainText('1 of 1 ready');
});

test('what two people wrote on the board, one of them offline, is merged', async ({ hearth, company }) => {
  const ada = await company.facilitator('Ada');
  await ada.openRoom(hearth.origin, 'Two halves');
  const bea = await company.participant('Bea');
  await bea.join(ada.links.participant);
  await ada.start();
  await ada.goOnTo('Decide');
  await ada.addAction('restore');
  await expect(bea.field('Action 1')).toHaveValue('restore');
  await bea.seesSaving('Saved');

  await bea.loseNetwork();
  await bea.seesSaving('Offline, kept on this device');
  await bea.field('Action 1').press('Home');
  await bea.field('Action 1').pressSequentially('Test the ');
  await bea.giveOwner('Test the restore', 'Bea');
  await bea.addDecision('No deploys on Friday.');
  await ada.field('Action 1').press('End');
  await ada.field('Action 1').pressSequentially(' weekly');
  await ada.giveDate('restore weekly', 'In a week');
  await expect(ada.page.getByText('No deploys on Friday.')).toHaveCount(0);

  await bea.findNetwork();
  await bea.seesSaving('Saved');
  for (const person of [ada, bea] as const) await hasBothHalves(person);
});

async function hasBothHalves(person: Participant): Promise<void> {
  await expect(person.field('Action 1')).toHaveValue('Test the restore weekly');
  await expect(person.button('Owner of Test the restore weekly: Bea')).toBeVisible();
  await expect(person.button('Date of Test the restore weekly: Needs a date')).toHaveCount(0);
  await expect(person.field('Decision 1')).toHaveValue('No deploys on Friday.');
}

test('words that come back after the room was closed are offered to their author', async ({
  hearth,
  company,
}) => {
  const ada = await company.facilitator('Ada');
  await ada.openRoom(hearth.origin, 'Too late');
  const bea = await company.participant('Bea');
  await bea.join(ada.links.participant);
  await ada.start();
  await ada.goOnTo('Decide');
  await bea.looksAt('Decide');
  await bea.seesSaving('Saved');
  await bea.loseNetwork();
  await bea.seesSaving('Offline, kept on this device');
  await bea.addDecision('Decided in the tunnel.');
  await ada.goOnTo('Close');
  await ada.closeRoom();
  await graceIsOver();
  await bea.findNetwork();
  await expect(bea.page.getByText('This room is closed and can only be read.').first()).toBeVisible();
  await expect(bea.page.getByRole('heading', { name: 'Too late for the board' })).toBeVisible();
  await bea.hasDrafts('Decided in the tunnel.');
  // On the card itself, where it belongs to that draft alone.
  await expect(bea.page.getByRole('article').getByRole('button', { name: 'Copy' })).toBeVisible();
  await expect(ada.page.getByText('Decided in the tunnel.')).toHaveCount(0);
});

/** For a moment after closing the server still takes what was on its way. */
async function graceIsOver(): Promise<void> {
  const closedAt = Date.now();
  await expect.poll(() => Date.now() - closedAt).toBeGreaterThan(limits.graceMs + 500);
}
