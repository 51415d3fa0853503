/** What would leave unfinished is listed before closing, and every line leads to where it is finished. */
import { expect, test } from './meeting-test.ts';

test('each line of the exit check leads to the entry that lacks something', async ({ hearth, company }) => {
  const ada = await company.facilitator('Ada');
  await ada.openRoom(hearth.origin, 'Loose ends');
  await ada.start();
  await ada.goOnTo('Decide');
  await ada.addDecision('…');
  await ada.addAction('Test the restore');
  await ada.addAction('Write it down');
  await ada.giveOwner('Write it down', 'Ada');
  await ada.goOnTo('Close');
  const check = ada.page.getByRole('region', { name: '3 things are unfinished' });

  await check.getByRole('button', { name: /^Test the restore/ }).press('Enter');
  await ada.looksAt('Decide');
  await expect(ada.button(/^Owner of Test the restore/)).toBeFocused();
  await expect(ada.button(/^Owner of Test the restore/)).toBeInViewport();

  await ada.button('Back to the meeting').click();
  await check.getByRole('button', { name: /Write it down/ }).click();
  await expect(ada.button(/^Date of Write it down/)).toBeFocused();

  await ada.button('Back to the meeting').click();
  await check.getByRole('button', { name: /…/ }).click();
  await expect(ada.field('Decision 1')).toBeFocused();
});

test('so do the lines of the dialog that closes the room, also from where they are finished', async ({
  hearth,
  company,
}) => {
  const ada = await company.facilitator('Ada');
  await ada.openRoom(hearth.origin, 'Loose ends again');
  await ada.start();
  await ada.goOnTo('Decide');
  await ada.addAction('Test the restore');
  await ada.goOnTo('Close');
  await ada.dock.getByRole('button', { name: 'Close the room' }).click();
  const dialog = ada.dialog('Some things are unfinished');
  await dialog.getByRole('button', { name: /^Test the restore/ }).click();
  await expect(dialog).toBeHidden();
  await expect(ada.button(/^Owner of Test the restore/)).toBeFocused();

  await ada.dock.getByRole('button', { name: 'Close the room' }).click();
  await dialog.getByRole('button', { name: /^Test the restore/ }).click();
  await expect(ada.button(/^Owner of Test the restore/)).toBeFocused();
});

test('what was skipped before its reveal is named before the room is closed, and revealed from there', async ({
  hearth,
  company,
}) => {
  const ada = await company.facilitator('Ada');
  await ada.openRoom(hearth.origin, 'Skipped');
  await ada.start();
  await ada.goOnTo('Perspectives');
  await ada.write('Nobody would have read this');
  await ada.dock.getByRole('button', { name: 'More', exact: true }).click();
  await ada.page.getByRole('menuitem', { name: 'Skip this part' }).click();
  const asked = ada.dialog('These notes are still on the desks');
  await asked.getByRole('button', { name: 'Skip anyway' }).click();
  await ada.goOnTo('Close');
  const sentence = 'If something was written in Perspectives, it was never revealed.';
  const check = ada.page.getByRole('region', { name: 'Not everything was revealed' });
  await expect(check.getByText(sentence)).toBeVisible();
  await check.getByRole('button', { name: 'Reveal now' }).press('Enter');
  await expect(check).toBeFocused();
  await ada.cancelReveal();

  await ada.dock.getByRole('button', { name: 'Close the room' }).click();
  const closing = ada.dialog('Close the room?');
  await expect(closing.getByText(sentence)).toBeVisible();
  await closing.getByRole('button', { name: 'Reveal now' }).click();
  await expect(closing).toBeHidden();
  await expect(check).toHaveCount(0, { timeout: 15_000 });
  await ada.lookAt('Perspectives');
  await expect(ada.note('Nobody would have read this')).toBeVisible();
});

test('a question that not everybody has answered is named before the room is closed', async ({
  hearth,
  company,
}) => {
  const ada = await company.facilitator('Ada');
  await ada.openRoom(hearth.origin, 'Asked last');
  const { participant } = ada.links;
  const bea = await company.participant('Bea');
  await bea.join(participant);
  await ada.start();
  await ada.goOnTo('Close');
  await ada.button('Ask everybody').click();
  await bea.button(/Much more than the time it took/).click();
  await expect(ada.page.getByText('1 of 2 answered')).toBeVisible();
  await ada.dock.getByRole('button', { name: 'Close the room' }).click();
  const closing = ada.dialog('Close the room?');
  await expect(closing).toContainText('is still open. 1 of 2 has answered.');
  await expect(closing).toContainText('nothing of what they chose would be shown');
  await closing.getByRole('button', { name: 'Cancel' }).click();
  await ada.button(/More than the time it took/).click();
  await expect(ada.page.getByText('2 of 2 answered')).toBeVisible();
  await ada.dock.getByRole('button', { name: 'Close the room' }).click();
  await expect(closing).toBeVisible();
  await expect(closing).not.toContainText('is still open');
});
