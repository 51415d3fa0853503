/** Two people lead one meeting at the same moment, and neither takes back what the other has done. */
import type { Facilitator } from './facilitator.ts';
import { expect, test, type Company } from './meeting-test.ts';

test('an agenda in Markdown does not take back what somebody else has changed since, unless that is meant', async ({
  hearth,
  company,
}) => {
  const { ada, bo } = await twoOf(company, hearth.origin);
  await ada.button('Change the agenda').click();
  await ada.page.getByText('As Markdown').click();
  const field = ada.field('Agenda as Markdown');
  const mine = `${await field.inputValue()}- 5m talk\n  - title: One more\n`;
  await field.fill(mine);
  await ada.button('Done').click();

  await bo.button('Change the agenda').click();
  await bo.button(/Edit Wins$/).click();
  await bo.page.getByRole('textbox', { name: 'Title', exact: true }).fill('Renamed');
  await expect(bo.part('Renamed')).toBeVisible();

  await ada.button('Change the agenda').click();
  await expect(field).toHaveValue(mine);
  await expect(ada.part('Renamed')).toBeVisible();
  await ada.button('Use this agenda').click();
  const asked = ada.page.getByRole('alert').filter({ hasText: /^The agenda has changed since/ });
  await expect(asked).toContainText('Renamed');
  await ada.page.getByText('The agenda as it is now').click();
  await expect(ada.page.locator('pre')).toContainText('title: Renamed');
  await expect(field).toHaveValue(mine);
  await ada.button('Keep editing').click();
  await expect(field).toBeFocused();
  await expect(asked).toHaveCount(0);
  await expect(bo.part('One more')).toHaveCount(0);

  await ada.button('Use this agenda').click();
  await ada.button('Use mine all the same').click();
  for (const who of [ada, bo]) {
    await expect(who.part('One more')).toBeVisible();
    await expect(who.part('Renamed')).toHaveCount(0);
  }
  await expect(field).toBeFocused();
});

test('a step right after that of somebody else was meant for where the meeting was, and is not taken', async ({
  hearth,
  company,
}) => {
  const { ada, bo } = await twoOf(company, hearth.origin);
  await bo.start();
  await expect(ada.clock).toBeVisible();
  const pressed = pressNextWhenItHasMoved(ada);
  await bo.goOn();
  await pressed;
  await expect(ada.page.getByText(/^The meeting has just gone on to Follow-up/).first()).toBeVisible();
  for (const who of [ada, bo]) await expect(who.part('Follow-up')).toHaveAttribute('aria-current', 'step');
  // For as long as it is news, it is not taken.
  const isAt = (title: string) => ada.part(title).and(ada.page.locator('[aria-current="step"]')).isVisible();
  await expect
    .poll(async () => {
      if (await isAt('Follow-up')) await ada.dock.getByRole('button', { name: /^Next: Wins/ }).click();
      return isAt('Wins');
    })
    .toBe(true);
  await expect(bo.part('Wins')).toHaveAttribute('aria-current', 'step');
});

async function twoOf(company: Company, origin: string) {
  const [ada, bo] = await Promise.all([company.facilitator('Ada'), company.facilitator('Bo')]);
  await ada.openRoom(origin, 'Sprint 42');
  await bo.join(ada.links.facilitator);
  return { ada, bo };
}

/** In the same moment in which the page shows it, as a hand that was on its way already. */
async function pressNextWhenItHasMoved({ page }: Facilitator): Promise<void> {
  await page.evaluate(
    () =>
      new Promise<void>((resolve) => {
        const place = () => document.querySelector('nav [aria-current="step"]')?.textContent;
        const before = place();
        const buttons = () => [...document.querySelectorAll('button')];
        new MutationObserver((_, observer) => {
          if (place() === before) return;
          observer.disconnect();
          buttons()
            .find(({ textContent }) => textContent.trim().startsWith('Next'))
            ?.click();
          resolve();
        }).observe(document.body, { subtree: true, childList: true, attributes: true });
      }),
  );
}
