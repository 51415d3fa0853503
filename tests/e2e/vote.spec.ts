/** The vote: what it is about is read before it opens, and for whoever facilitates one thing at a time is the one to do. */
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

test('topics are read with their notes before the vote opens, in the order in which it asks for them', async ({
  hearth,
  company,
}) => {
  const notes = ['Alerts at night', 'The queue was full', 'Alerts without a reason', 'Nobody was told'];
  const room = await revealedRoom(hearth.origin, notes);
  const bea = await company.participant('Bea');
  await bea.join(`${hearth.origin}${room.links.participant}`);
  for (const note of ['Alerts at night', 'Alerts without a reason'])
    await bea.page.getByRole('checkbox', { name: note, exact: true }).click();
  await bea.button('New topic').click();
  await bea.page.keyboard.type('Alerts');
  const ada = await company.facilitator('Ada');
  await ada.join(`${hearth.origin}${room.links.facilitator}`);
  await ada.goOnTo('Vote');

  const before: string[][] = [];
  for (const person of [ada, bea]) {
    const topics = person.page.getByRole('list', { name: 'Topics to vote on' });
    await expect(topics.getByText('Alerts without a reason')).toBeVisible();
    await expect(topics.getByText('Alerts at night')).toBeVisible();
    await expect(topics.getByRole('button')).toHaveCount(0);
    before.push(await topics.locator('> li p').allInnerTexts());
  }
  expect(before[0]).toEqual(['Alerts', expect.any(String), expect.any(String)]);
  expect(before[1]).toEqual(before[0]);

  await ada.button('Open the vote').click();
  const asked = bea.page.getByRole('group', { name: /^Votes for / });
  await expect(asked).toHaveCount(3);
  const names = await asked.evaluateAll((all) => all.map((one) => one.getAttribute('aria-label')));
  expect(names).toEqual(before[0]?.map((name) => `Votes for ${name}`));
  await expect(bea.page.getByRole('list', { name: 'Topics to vote on' })).toHaveCount(0);
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
