/** What facilitators alone are told: in one place, with the answer at hand, and over nothing that is read or written. */
import type { Locator } from '@playwright/test';
import type { Facilitator } from './facilitator.ts';
import { desktop, expect, phone, test } from './meeting-test.ts';
import type { Participant } from './people.ts';

for (const [screen, device] of Object.entries({ desktop, phone })) {
  test(`a knock, a minute and a hand are seen at once and cover nothing, ${screen}`, async ({
    hearth,
    company,
  }) => {
    const ada = await company.facilitator('Ada', device);
    await ada.openRoom(hearth.origin, 'At the door');
    const links = ada.links;
    const bea = await company.participant('Bea', device);
    await bea.join(links.participant);
    await ada.start();
    await askAtTheDoor(ada);
    const signals = ada.page.getByRole('list', { name: 'For whoever facilitates' });

    await bea.button('I need a minute').click();
    await expect(signals.getByText('Bea needs a minute')).toBeVisible();
    await bea.button('Raise hand').click();
    await expect(signals.getByRole('region', { name: 'Raised hands' })).toContainText('Bea');

    const cem = await company.participant('Cem');
    await cem.openLink(links.participant);
    await cem.field('Your name').fill('Cem');
    await cem.button('Join').click();
    for (const told of [
      signals.getByText('Cem waits to come in'),
      signals.getByRole('button', { name: 'Let in: Cem' }),
      signals.getByText('Bea needs a minute'),
      signals.getByRole('button', { name: 'Seen: Bea needs a minute' }),
      signals.getByRole('region', { name: 'Raised hands' }),
    ])
      await expect(told).toBeInViewport({ ratio: 1 });
    await expectClear(ada, signals);

    await signals.getByRole('button', { name: 'Not now: Cem' }).press('Enter');
    await expect(cem.page.getByRole('heading', { name: 'Not this time' })).toBeVisible();
    await expect(signals).toBeFocused();
    await cem.openLink(links.participant);
    await cem.field('Your name').fill('Cem');
    await cem.button('Join').click();
    await signals.getByRole('button', { name: 'Let in: Cem' }).click();
    await cem.isInRoom();
    await signals.getByRole('button', { name: 'Seen: Bea needs a minute' }).click();
    await signals.getByRole('button', { name: 'Next: lower the hand of Bea' }).click();
    await expect(signals).toBeHidden();
    await expectHonestDock(bea, screen);
  });
}

/** What was pressed is seen where it led, and still looks pressed when it cannot be changed. */
async function expectHonestDock(bea: Participant, screen: string): Promise<void> {
  await bea.button('React').click();
  const panel = bea.dialog('React');
  await panel.getByRole('button', { name: 'Applause' }).click();
  if (screen === 'phone') await expect(panel).toBeHidden();
  else await bea.page.keyboard.press('Escape');
  await bea.button('I’m ready').dblclick({ delay: 120 });
  for (const isUp of ['true', 'false']) {
    await bea.button('Raise hand').click();
    await expect(bea.button('Raise hand')).toHaveAttribute('aria-pressed', isUp);
  }
  await expect(bea.button('I’m ready')).toHaveAttribute('aria-pressed', 'true');
  await bea.loseNetwork();
  for (const name of ['I’m ready', 'Raise hand']) await expect(bea.button(name)).toBeDisabled();
  const inkOf = (name: string) => bea.button(name).evaluate((it) => getComputedStyle(it).color);
  expect(await inkOf('I’m ready')).not.toBe(await inkOf('Raise hand'));
}

async function askAtTheDoor(ada: Facilitator): Promise<void> {
  await ada.button('Invite').click();
  await ada.dialog('Invite people').getByLabel('Who can come in').selectOption('I let each one in');
  await ada.page.keyboard.press('Escape');
}

/** Below what the signals take, the page begins with its heading; they end above it. */
async function expectClear(ada: Facilitator, signals: Locator): Promise<void> {
  const heading = ada.page.getByRole('main').getByRole('heading', { level: 1 });
  await expect(heading).toBeInViewport({ ratio: 1 });
  const bottom = async (place: Locator) => (await place.evaluate((it) => it.getBoundingClientRect())).bottom;
  const top = () => heading.evaluate((it) => it.getBoundingClientRect().top);
  await expect.poll(async () => (await bottom(signals)) - (await top())).toBeLessThanOrEqual(0);
  const dock = ada.page.getByRole('complementary', { name: 'Controls' });
  const told = dock.getByText(/needs a minute|waits to come in/);
  await expect(told).toHaveCount(0);
}
