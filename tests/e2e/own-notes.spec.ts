/** One's own notes on the board: changed where they were written and nowhere else. */
import { expect, test } from './meeting-test.ts';

test('another browser of the author says that it cannot change a note, and withdrawing keeps the focus on the page', async ({
  hearth,
  company,
}) => {
  const ada = await company.facilitator('Ada');
  await ada.openRoom(hearth.origin, 'Two browsers');
  await ada.start();
  await ada.goOnTo('Perspectives');
  await ada.write('Written here');
  for (let round = 2; round <= 4; round += 1) await ada.goOn();
  await ada.reveal();
  await expect(ada.button('Change my notes')).toBeVisible();
  const sentence = 'Only the browser in which a note was written can change it.';
  await expect(ada.words(sentence)).toHaveCount(0);

  const there = await company.inFreshBrowser(ada);
  await there.openLink(ada.page.url());
  await expect(there.note('Written here')).toBeVisible();
  await expect(there.words(sentence)).toBeVisible();
  await expect(there.button('Change my notes')).toHaveCount(0);

  await ada.button('Change my notes').press('Enter');
  await ada.note('Written here').getByRole('button', { name: 'Withdraw' }).press('Enter');
  await ada.dialog('Withdraw this note?').getByRole('button', { name: 'Withdraw' }).press('Enter');
  await expect(ada.note('Written here')).toHaveCount(0);
  await expect(ada.page.getByRole('heading', { level: 1 })).toBeFocused();
});
