/** A link that has gone too far is renewed: the dead one is nowhere to be seen, scanned or copied any more. */
import type { Locator, Page } from '@playwright/test';
import type { Facilitator } from './facilitator.ts';
import { desktop, expect, phone, test } from './meeting-test.ts';

const linkFor = (place: Locator, whom: string) =>
  place.getByRole('textbox', { name: `For ${whom}` }).inputValue();
const lobby = (page: Page) => page.getByRole('main');

async function renew(ada: Facilitator): Promise<{ panel: Locator; button: Locator }> {
  await ada.button('Invite').click();
  const panel = ada.dialog('Invite people');
  await panel.getByText('New links').click();
  const button = panel.getByRole('button', { name: 'Make a new link' });
  await button.click();
  await expect(panel.getByText('New link made.')).toBeVisible();
  return { panel, button };
}

test('a new link is shown at once by the lobby, the other facilitator and the wall', async ({
  hearth,
  company,
}) => {
  const ada = await company.facilitator('Ada');
  await ada.openRoom(hearth.origin, 'Leaked');
  const before = ada.links;
  const bea = await company.facilitator('Bea');
  await bea.join(before.facilitator);
  const wall = await company.inNewTab(bea);
  await wall.page.goto(bea.page.url() + '/wall');
  const code = wall.page.getByRole('img', { name: 'QR code: scan to take part' });
  const drawn = () => code.evaluate((element) => element.outerHTML);
  await expect(wall.page.getByText(before.participant.replace(/^https?:\/\//, ''))).toBeVisible();
  const drawnBefore = await drawn();

  const { panel } = await renew(ada);
  await expect.poll(() => linkFor(panel, 'participants')).not.toBe(before.participant);
  const link = await linkFor(panel, 'participants');
  for (const { page } of [ada, bea]) await expect.poll(() => linkFor(lobby(page), 'participants')).toBe(link);
  await expect(wall.page.getByText(link.replace(/^https?:\/\//, ''))).toBeVisible();
  await expect.poll(drawn).not.toBe(drawnBefore);
});

for (const [screen, device] of Object.entries({ desktop, phone })) {
  test(`whoever makes a new link sees that it is made, where it was pressed, ${screen}`, async ({
    hearth,
    company,
  }) => {
    const ada = await company.facilitator('Ada', device);
    await ada.openRoom(hearth.origin, 'Pressed once');
    const { panel, button } = await renew(ada);
    await expect(panel.getByText('New link made.')).toBeInViewport({ ratio: 1 });
    await expect(button).toBeInViewport({ ratio: 1 });
    await expect(button).toBeFocused();
  });
}

test('a wall whose room was deleted says so when it is loaded again', async ({ hearth, company }) => {
  const ada = await company.facilitator('Ada');
  await ada.openRoom(hearth.origin, 'Hung up');
  const { observer } = ada.links;
  const { page } = await company.visitor();
  await page.goto(observer.replace('/j/', '/r/').replace('#', '/wall#'));
  await expect(page.getByRole('heading', { name: 'Hung up' })).toBeVisible();
  const { pathname } = new URL(page.url());
  const deleted = await ada.page.request.delete(`${hearth.origin}/api/rooms/${pathname.split('/')[2]}`, {
    data: { title: 'Hung up' },
    headers: { origin: hearth.origin },
  });
  expect(deleted.status()).toBe(204);
  await expect(page.getByRole('heading', { name: 'This room has been deleted' })).toBeVisible();
  await page.reload();
  await expect(page.getByRole('heading', { name: 'There is nothing to show here any more' })).toBeVisible();
});
