/** Notes become topics: by keyboard, by mouse and by finger, by several people at once. */
import type { Locator, Page } from '@playwright/test';
import { axeOn } from './axe.ts';
import { expect, phone, test } from './meeting-test.ts';
import type { Participant, Visitor } from './people.ts';
import { revealedRoom, type RevealedRoom } from './revealed-room.ts';

const notes = [
  'Deploys take an hour',
  'Deploys block everybody',
  'Alerts at night',
  'Alerts that nobody can act on',
  'Release notes were missing',
  'Customers waited for days',
];

let room: RevealedRoom;
test.beforeEach(async ({ hearth }) => {
  room = await revealedRoom(hearth.origin, notes);
});
test.afterEach(() => room.leave());

const link = (origin: string, of: 'participant' | 'observer' = 'participant') => origin + room.links[of];
const pick = (person: Visitor, note: string) =>
  person.page.getByRole('checkbox', { name: note, exact: true });
const loose = (person: Visitor) => person.page.getByRole('region', { name: 'Not grouped' });
const topic = (person: Visitor, name: string) => person.page.getByRole('region', { name, exact: true });

async function holds(place: Locator, ...wanted: string[]): Promise<void> {
  await expect(place.getByRole('checkbox')).toHaveCount(wanted.length);
  for (const note of wanted)
    await expect(place.getByRole('checkbox', { name: note, exact: true })).toBeVisible();
}

async function undo(person: Visitor, said: string): Promise<void> {
  await expect(person.words(said)).toBeVisible();
  await person.button('Undo').click();
}

async function drag({ mouse }: Page, from: Locator, to: Locator): Promise<void> {
  const [start, end] = [await middleOf(from), await middleOf(to)];
  await mouse.move(start.x, start.y);
  await mouse.down();
  await mouse.move(end.x, end.y, { steps: 8 });
}

async function middleOf(place: Locator): Promise<{ x: number; y: number }> {
  await place.scrollIntoViewIfNeeded();
  const { x, y, width, height } = (await place.boundingBox()) ?? { x: 0, y: 0, width: 0, height: 0 };
  return { x: x + width / 2, y: y + height / 2 };
}

test('one person groups by keyboard and another by dragging, and each takes back only their own', async ({
  hearth,
  company,
}) => {
  const [kim, lou] = [await company.participant('Kim'), await company.participant('Lou')];
  for (const person of [kim, lou]) await person.join(link(hearth.origin));

  await test.step('Kim groups and names without a mouse', async () => {
    await pick(kim, 'Deploys take an hour').focus();
    await kim.page.keyboard.press('Space');
    await pick(kim, 'Deploys block everybody').focus();
    await kim.page.keyboard.press('Space');
    await expect(kim.words('2 selected')).toBeVisible();
    await kim.page.keyboard.press('g');
    await kim.page.keyboard.type('Speed');
    await holds(topic(kim, 'Speed'), 'Deploys take an hour', 'Deploys block everybody');
    await holds(topic(lou, 'Speed'), 'Deploys take an hour', 'Deploys block everybody');
  });

  await test.step('Lou drags one note onto another; Kim sees who moves it, and keeps the focus', async () => {
    await pick(kim, 'Alerts at night').focus();
    await drag(lou.page, pick(lou, 'Alerts at night'), pick(lou, 'Alerts that nobody can act on'));
    await expect(kim.words('Lou is moving this')).toBeVisible();
    await lou.page.mouse.up();
    await expect(kim.words('Lou is moving this')).toHaveCount(0);
    await expect(kim.page.locator('[data-topic]')).toHaveCount(2);
    await expect(pick(kim, 'Alerts at night')).toBeFocused();
  });

  await test.step('Escape calls a drag off, and the click after it selects nothing', async () => {
    await drag(lou.page, pick(lou, 'Customers waited for days'), topic(lou, 'Speed'));
    await lou.page.keyboard.press('Escape');
    await lou.page.mouse.up();
    await expect(loose(lou).getByRole('checkbox', { name: 'Customers waited for days' })).toBeVisible();
    await expect(lou.words('1 selected')).toHaveCount(0);
  });

  await test.step('Kim moves by menu, and takes it back; what Lou did stays', async () => {
    await pick(kim, 'Release notes were missing').focus();
    await kim.page.keyboard.press('m');
    await kim.page.keyboard.press('S');
    await kim.page.keyboard.press('Enter');
    await expect(pick(kim, 'Release notes were missing')).toBeFocused();
    await expect(topic(lou, 'Speed').getByRole('checkbox')).toHaveCount(3);
    await undo(kim, '1 note moved to Speed.');
    await holds(loose(lou), 'Release notes were missing', 'Customers waited for days');
    await expect(lou.page.locator('[data-topic]')).toHaveCount(2);
  });

  await test.step('merging, and ungrouping all, are taken back by one click too', async () => {
    await kim.button('More for Speed').click();
    await kim.page.getByRole('menuitem', { name: 'Merge with …' }).click();
    await kim.page.getByRole('menuitem').first().click();
    await expect(lou.page.locator('[data-topic]')).toHaveCount(1);
    await kim.button('Undo').click();
    await expect(lou.page.locator('[data-topic]')).toHaveCount(2);
    await kim.button('Ungroup all').click();
    const asked = kim.dialog('Ungroup all 2 topics?');
    await asked.getByRole('button', { name: 'Cancel' }).click();
    await expect(topic(lou, 'Speed')).toBeVisible();
    await kim.button('Ungroup all').click();
    await asked.getByRole('button', { name: 'Ungroup all' }).click();
    await expect(loose(lou).getByRole('checkbox')).toHaveCount(notes.length);
    await expect(loose(kim).getByRole('checkbox').and(kim.page.locator(':focus'))).toHaveCount(1);
    await undo(kim, 'All topics are ungrouped.');
    await holds(topic(lou, 'Speed'), 'Deploys take an hour', 'Deploys block everybody');
  });
});

test('a finger that rests moves a note, and one that swipes scrolls', async ({ hearth, company }) => {
  const kim = await company.participant('Kim', phone);
  await kim.join(link(hearth.origin));
  const finger = await fingerOn(kim.page);

  const from = await middleOf(pick(kim, 'Release notes were missing'));
  await finger.down(from);
  await finger.move(from, { x: from.x, y: from.y - 200 });
  await finger.up();
  await expect.poll(() => kim.page.evaluate(() => scrollY)).toBeGreaterThan(0);
  await expect(kim.page.getByRole('checkbox', { checked: true })).toHaveCount(0);
  await holds(loose(kim), ...notes);

  const order = await kim.page.getByRole('checkbox').all();
  const [held, onto] = [await middleOf(order[1] as Locator), await middleOf(order[2] as Locator)];
  await finger.down(held);
  await expect(kim.page.getByText('1 note', { exact: true })).toBeVisible();
  await finger.move(held, onto);
  await finger.up();
  await expect(kim.words('2 notes grouped.')).toBeVisible();
  await expect(kim.page.locator('[data-topic]').getByRole('checkbox')).toHaveCount(2);
});

test('suggestions are accepted and dismissed one by one, or accepted all at once', async ({
  hearth,
  company,
}) => {
  const kim = await company.participant('Kim');
  await kim.join(link(hearth.origin));
  await kim.button('Suggest groups').click();
  const proposed = kim.page.getByRole('region', { name: 'Suggested groups' });
  const groups = proposed.getByRole('button', { name: 'Group these' });
  const before = await groups.count();
  expect(before).toBeGreaterThanOrEqual(2);
  await kim.button(`Group all ${before}`).click();
  await expect(groups).toHaveCount(0);
  await expect(kim.page.locator('[data-topic]')).toHaveCount(before);
  await undo(kim, `${2 * before} notes grouped in ${before} topics, as suggested.`);
  await expect(kim.page.locator('[data-topic]')).toHaveCount(0);
  await expect(groups).toHaveCount(before);
  await groups.first().dblclick();
  await expect(groups).toHaveCount(before - 1);
  await proposed.getByRole('button', { name: 'Dismiss' }).first().click();
  await expect(groups).toHaveCount(before - 2);
  await expect(kim.page.locator('[data-topic]')).toHaveCount(1);
});

test('observers see topics and can change nothing; nor can anybody once the room is closed', async ({
  hearth,
  company,
}) => {
  const kim = await company.participant('Kim');
  await kim.join(link(hearth.origin));
  await pick(kim, 'Alerts at night').click();
  await kim.button('New topic').click();
  const wall = await company.visitor();
  await wall.watch(link(hearth.origin, 'observer'));
  await seesOnly(wall);
  const { stage } = room.facilitator;
  await stage.command({ type: 'closeRoom', anyway: true, why: 'Out of time' });
  await expect(kim.button('Clear selection')).toHaveCount(0);
  await kim.lookAt('Read');
  await seesOnly(kim);
});

async function seesOnly(person: Visitor): Promise<void> {
  await expect(topic(person, 'Alerts at night').getByText('Alerts at night').first()).toBeVisible();
  await expect(person.page.getByRole('checkbox')).toHaveCount(0);
  await expect(person.button('Suggest groups')).toHaveCount(0);
  await expect(person.button('Move this note')).toHaveCount(0);
}

test('axe finds nothing on the screen of topics', async ({ hearth, company }) => {
  const kim = await company.participant('Kim');
  await kim.join(link(hearth.origin));
  await pick(kim, 'Alerts at night').click();
  await kim.button('New topic').click();
  await pick(kim, 'Release notes were missing').click();
  await findsNothing(kim);
  await kim.button('Move to …').click();
  await findsNothing(kim);
  await kim.page.keyboard.press('Escape');
  await kim.button('Clear selection').click();
  await kim.button('Suggest groups').click();
  await findsNothing(kim);
});

async function findsNothing({ page }: Participant): Promise<void> {
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
    const { violations } = await axeOn(page).analyze();
    expect(violations.map(({ id, nodes }) => [id, ...nodes.map(({ html }) => html)])).toEqual([]);
  }
}

/** Playwright taps, but does not drag by touch. */
async function fingerOn(page: Page) {
  const browser = await page.context().newCDPSession(page);
  type Place = { readonly x: number; readonly y: number };
  const say = (type: 'touchStart' | 'touchMove' | 'touchEnd', ...touchPoints: Place[]) =>
    browser.send('Input.dispatchTouchEvent', { type, touchPoints });
  return {
    down: (at: Place) => say('touchStart', at),
    up: () => say('touchEnd'),
    async move(from: Place, to: Place): Promise<void> {
      for (let part = 1; part <= 8; part++)
        await say('touchMove', {
          x: from.x + ((to.x - from.x) * part) / 8,
          y: from.y + ((to.y - from.y) * part) / 8,
        });
    },
  };
}
