/** What has the focus is in sight: never behind the bar at the top or the dock at the bottom. */
import type { Page } from '@playwright/test';
import { desktop, expect, phone, test } from './meeting-test.ts';

for (const [screen, device] of Object.entries({ desktop, phone })) {
  test(`tabbing through a long page shows all of what has the focus, there and back, ${screen}`, async ({
    hearth,
    company,
  }) => {
    const ada = await company.facilitator('Ada', device);
    await ada.openRoom(hearth.origin, 'Long page');
    await ada.start();
    await ada.goOnTo('Perspectives');
    for (let count = 1; count <= 9; count += 1) await ada.write(`Draft ${count}`);
    await ada.composer.focus();
    for (const key of ['Tab', 'Shift+Tab']) {
      for (let step = 0; step < 24; step += 1) {
        await ada.page.keyboard.press(key);
        expect(await whatCoversFocus(ada.page), `${key} ${step}`).toBe('');
      }
    }
  });
}

test('whoever adds a note by a click goes on typing in the field', async ({ hearth, company }) => {
  const ada = await company.facilitator('Ada');
  await ada.openRoom(hearth.origin, 'Hands on the keys');
  await ada.start();
  await ada.goOnTo('Perspectives');
  await ada.composer.fill('one');
  await ada.button(/^Add note/).click();
  await ada.page.keyboard.type('Nobody paged product');
  await expect(ada.composer).toHaveValue('Nobody paged product');
  await ada.button(/^Add note/).dblclick();
  await ada.page.keyboard.type('b');
  await expect(ada.composer).toHaveValue('b');
  await ada.hasDrafts('Nobody paged product', 'one');
});

test('a field that is clicked comes out from behind the dock, with the button beside it', async ({
  hearth,
  company,
}) => {
  const ada = await company.facilitator('Ada');
  await ada.openRoom(hearth.origin, 'Low window');
  await ada.start();
  await ada.goOnTo('Perspectives');
  const bottom = await ada.composer.evaluate((field) => field.getBoundingClientRect().bottom);
  await ada.page.setViewportSize({ width: 1440, height: Math.round(bottom) + 30 });
  const add = ada.button(/^Add note/);
  const isCovered = () =>
    add.evaluate((button) => {
      const { left, bottom } = button.getBoundingClientRect();
      return document.elementFromPoint(left + 20, bottom - 2)?.closest('main') === null;
    });
  await ada.composer.blur();
  await ada.page.evaluate(() => scrollTo({ top: 0 }));
  expect(await isCovered()).toBe(true);
  const { x, y } = await ada.composer.evaluate((field) => field.getBoundingClientRect());
  // A click on the locator would scroll by itself.
  await ada.page.mouse.click(x + 4, y + 4);
  await expect(ada.composer).toBeFocused();
  await expect.poll(isCovered).toBe(false);
});

test('a bar that grows while somebody writes below it leaves what they write in sight', async ({
  hearth,
  company,
}) => {
  const ada = await company.facilitator('Ada', phone);
  await ada.openRoom(hearth.origin, 'Long page');
  const bea = await company.participant('Bea');
  await bea.join(ada.links.participant);
  await ada.start();
  await ada.goOnTo('Perspectives');
  for (let count = 1; count <= 6; count += 1) await ada.write(`Draft ${count}`);
  await ada
    .field(/^Your draft/)
    .nth(3)
    .focus();
  await ada.page.evaluate(() => {
    const bar = document.querySelector('header')?.getBoundingClientRect().bottom ?? 0;
    scrollBy(0, (document.activeElement?.getBoundingClientRect().top ?? 0) - bar - 4);
  });
  await bea.button('I need a minute').click();
  await expect(ada.page.getByRole('banner').getByText('Bea needs a minute')).toBeVisible();
  await expect.poll(() => whatCoversFocus(ada.page)).toBe('');
});

/** Of what stands in the middle of the page: whatever lies over an edge of it. */
function whatCoversFocus(page: Page): Promise<string> {
  return page.evaluate(() => {
    const focused = document.activeElement;
    if (!focused?.closest('main')) return '';
    const { left, top, width, height } = focused.getBoundingClientRect();
    for (const y of [top + 1, top + height / 2, top + height - 1]) {
      const seen = document.elementFromPoint(left + width / 2, y);
      if (!seen?.closest('main'))
        return `${focused.outerHTML.slice(0, 80)} under ${seen?.outerHTML.slice(0, 80)}`;
    }
    return '';
  });
}
