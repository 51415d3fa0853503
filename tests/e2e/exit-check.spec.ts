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
