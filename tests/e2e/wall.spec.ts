/** The wall: opened by the observer link on a projector, beside a seat from the room; it shows, follows and reveals nothing. */
import type { Locator, Page } from '@playwright/test';
import { axeOn } from './axe.ts';
import { expect, test, type Company } from './meeting-test.ts';

const projector = { viewport: { width: 1920, height: 1080 }, reducedMotion: 'reduce' } as const;

test('a wall shows the meeting from the lobby to the reveal, large and whole, and takes no part', async ({
  hearth,
  company,
}) => {
  const ada = await company.facilitator('Ada');
  await ada.openRoom(hearth.origin, 'Checkout sprint 42', { format: 'start-stop-continue' });
  const links = ada.links;
  const bea = await company.participant('Bea');
  await bea.join(links.participant);

  const wall = await hang(company, links.observer.replace('/j/', '/r/').replace('#', '/wall#'));
  await expect(wall.getByRole('heading', { name: 'Checkout sprint 42' })).toBeVisible();
  await expect(wall.getByRole('img', { name: 'QR code: scan to watch' })).toBeVisible();
  // An observer's secret is no more in sight than it has to be.
  expect(new URL(wall.url()).hash).toBe('');
  await expect(wall.getByText('2 people here')).toBeVisible();
  await findsNothing(wall, 'dark');

  await ada.start();
  await ada.goOnTo('Silent writing');
  const clock = wall.getByRole('timer');
  expect(await fontSize(clock)).toBeGreaterThanOrEqual(96);
  await expect(wall.getByText('Everybody writes for themselves')).toBeVisible();
  await bea.write('Deploys wait for one person');
  await bea.button('I’m ready').click();
  await expect(wall.getByText('1 of 1 participant is ready')).toBeVisible();
  await expect(wall.getByText('Deploys wait for one person')).toHaveCount(0);
  await expect(wall.getByRole('button')).toHaveCount(1);

  await ada.page.keyboard.press('1');
  await expect(wall.getByText('Applause: 1')).toBeVisible();
  await ada.button('Reveal notes').click();
  await ada.dialog('Reveal all notes?').getByRole('button', { name: 'Reveal' }).click();
  await expect(wall.getByText(/^Notes are revealed in \d/)).toBeVisible();
  const note = wall.getByText('Deploys wait for one person');
  await expect(note).toBeVisible();
  expect(await fontSize(note)).toBeGreaterThanOrEqual(24);
  expect(await fontSize(wall.getByRole('heading', { level: 1 }))).toBeGreaterThanOrEqual(40);
  await findsNothing(wall, 'dark', 'light');
  await wall.reload();
  await expect(note).toBeVisible();
});

test('beside a seat the wall invites to take part, and turns pages by key', async ({ hearth, company }) => {
  const ada = await company.facilitator('Ada');
  await ada.openRoom(hearth.origin, 'Sprint 7');
  await ada.start();
  await ada.goOnTo('Wins');
  const long = 'for staying late and for writing down what everybody else only remembered. '.repeat(5);
  for (let index = 1; index <= 4; index += 1) await ada.write(`Thanks number ${index} ${long}`);
  const opened = ada.page.waitForEvent('popup');
  await ada.choose('Open the wall');
  const wall = await opened;
  await wall.setViewportSize(projector.viewport);
  await expect(wall.getByRole('img', { name: 'QR code: scan to take part' })).toBeVisible();
  const pages = wall.getByText(/^Page \d of \d$/);
  await expect(pages).toHaveText(/^Page 1 of/);
  await expect.poll(() => wall.getByRole('article').count()).toBeLessThanOrEqual(12);
  await everythingFits(wall);
  await wall.keyboard.press('ArrowRight');
  await expect(pages).toHaveText(/^Page 2 of/);
  await expect(wall.getByRole('article').filter({ hasText: 'Thanks number 4' })).toBeVisible();
  for (let index = 5; index <= 9; index += 1) {
    await ada.write(`Thanks number ${index} for staying late, which nobody had asked of anybody`);
    await turnsTo(wall, `Thanks number ${index}`);
    await everythingFits(wall);
  }
  // She still runs the meeting from her own seat.
  await ada.goOnTo('Perspectives');
  await expect(wall.getByText('Next: Group')).toBeVisible();
});

async function hang(company: Company, address: string): Promise<Page> {
  const { page } = await company.visitor(projector);
  await page.goto(address);
  return page;
}

/** Until the page with that paper is there, also where it comes to the wall only meanwhile. */
async function turnsTo(wall: Page, words: string): Promise<void> {
  const paper = wall.getByRole('article').filter({ hasText: words });
  const isThere = async () => {
    const there = await paper.isVisible();
    if (!there) await wall.keyboard.press('ArrowRight');
    return there;
  };
  await expect.poll(isThere).toBe(true);
}

/** Nothing is cut off by the foot; what would be is on another page. */
async function everythingFits(wall: Page): Promise<void> {
  const cutOff = () => wall.getByRole('main').evaluate((middle) => middle.scrollHeight - middle.clientHeight);
  await expect.poll(cutOff).toBeLessThanOrEqual(1);
}

async function fontSize(text: Locator): Promise<number> {
  return text.evaluate((element) => Number.parseFloat(getComputedStyle(element).fontSize));
}

async function findsNothing(page: Page, ...themes: readonly ('light' | 'dark')[]): Promise<void> {
  for (const colorScheme of themes) {
    await page.emulateMedia({ colorScheme });
    const { violations } = await axeOn(page).analyze();
    expect(
      violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`),
      colorScheme,
    ).toEqual([]);
  }
}
