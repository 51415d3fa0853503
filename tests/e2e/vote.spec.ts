/** The vote, as whoever facilitates sees it: one thing at a time is the one to do. */
import type { Facilitator } from './facilitator.ts';
import { expect, test } from './meeting-test.ts';
import { revealedRoom } from './revealed-room.ts';

test('opening the vote and counting it come first, and going on steps back meanwhile', async ({
  hearth,
  company,
}) => {
  const room = await revealedRoom(hearth.origin, ['The pager was silent', 'The queue was full']);
  const ada = await company.facilitator('Ada');
  await ada.join(`${hearth.origin}${room.links.facilitator}`);
  await ada.goOnTo('Vote');
  await ada.page.mouse.move(0, 400);
  await expect.poll(() => standingOut(ada)).toEqual(['Open the vote']);
  await ada.button('Open the vote').press('Enter');
  await expect.poll(() => standingOut(ada)).toEqual(['Close and count']);
  await ada.button('Close and count').press('Enter');
  await ada.page.getByRole('dialog').getByRole('button', { name: /Count/ }).click();
  await ada.page.mouse.move(0, 400);
  await expect.poll(() => standingOut(ada)).toEqual([expect.stringMatching(/^Next/)]);
  room.leave();
});

/** The buttons in ink. */
async function standingOut(ada: Facilitator): Promise<string[]> {
  const buttons = ada.page.locator('main button:enabled, aside button:enabled').filter({ visible: true });
  return buttons.evaluateAll((all) => {
    const ink = getComputedStyle(document.body).color;
    return all
      .filter((button) => getComputedStyle(button).backgroundColor === ink)
      .map((button) => button.textContent.trim());
  });
}
