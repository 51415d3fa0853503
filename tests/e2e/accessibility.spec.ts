/** axe looks at every view, in both themes, on a desktop and on a phone. */
import type { BrowserContextOptions, Page } from '@playwright/test';
import { memoryStore } from '../../server/store/memory-store.ts';
import { startOwnServer } from '../support/server.ts';
import { axeOn } from './axe.ts';
import { app, desktop, expect, phone, test, type Company } from './meeting-test.ts';
import type { Visitor } from './people.ts';
import { SkippingClock } from './skipping-clock.ts';

/** Colours that are still on their way from one theme to the other would be measured in between. */
const still: BrowserContextOptions = { reducedMotion: 'reduce' };

const colourRules = ['color-contrast', 'link-in-text-block'];

/** Between the themes only colours differ, so the dark one is looked at for those alone. */
async function findsNothing(page: Page, view: string): Promise<void> {
  await page.emulateMedia({ colorScheme: 'light' });
  await expectClean(axeOn(page), `${view}, light`);
  await page.emulateMedia({ colorScheme: 'dark' });
  await expectClean(axeOn(page).withRules(colourRules), `${view}, dark`);
}

async function expectClean(axe: ReturnType<typeof axeOn>, view: string): Promise<void> {
  const { violations } = await axe.analyze();
  const found = violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join('\n  ')}`);
  expect(found, view).toEqual([]);
}

async function arrive(company: Company): Promise<readonly Visitor[]> {
  return [await company.visitor({ ...desktop, ...still }), await company.visitor({ ...phone, ...still })];
}

test('axe finds nothing on the landing page and where links lead nowhere', async ({ hearth, company }) => {
  for (const { page } of await arrive(company)) {
    await page.goto(hearth.origin);
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
    await findsNothing(page, 'landing');
    await page.getByRole('button', { name: 'Start the retro' }).click();
    await expect(page.getByRole('alert')).toBeVisible();
    await findsNothing(page, 'landing with something missing');
    await page.goto(`${hearth.origin}/no/such/page`);
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
    await findsNothing(page, 'no such page');
    await page.goto(`${hearth.origin}/j/abcdefghijklmnop`);
    await expect(page.getByRole('heading', { name: 'This link is not complete.' })).toBeVisible();
    await findsNothing(page, 'incomplete link');
    await page.goto(`${hearth.origin}/r/abcdefghijklmnop`);
    await expect(page.getByRole('link', { name: 'To the start page' })).toBeVisible();
    await findsNothing(page, 'a room one has no seat in');
  }
});

test('axe finds nothing in a room, from the lobby to the record', async ({ company }) => {
  test.setTimeout(240_000);
  const clock = new SkippingClock();
  const server = await startOwnServer({ app, around: { clock, store: memoryStore() } });
  const ada = await company.facilitator('Ada', { ...desktop, ...still });
  await ada.openRoom(server.origin, 'For every eye');
  const { participant, facilitator, observer } = ada.links;
  const bea = await company.participant('Bea', { ...phone, ...still });
  await bea.openLink(participant);
  await expect(bea.field('Your name')).toBeVisible();
  await findsNothing(bea.page, 'join, phone');
  await bea.join(participant);
  await bea.openLink(facilitator);
  await expect(bea.button('Become a facilitator')).toBeVisible();
  await findsNothing(bea.page, 'a link that gives more, phone');
  await bea.link('Go in as before').click();
  await bea.isInRoom();
  const everybodyFindsNothing = async (view: string) => {
    await findsNothing(ada.page, `${view}, facilitator on a desktop`);
    await findsNothing(bea.page, `${view}, participant on a phone`);
  };

  await test.step('lobby, and what opens from the bar', async () => {
    await everybodyFindsNothing('lobby');
    for (const person of [ada, bea]) {
      await person.button('Invite').first().click();
      await expect(person.dialog('Invite people').getByRole('img')).toBeVisible();
      await findsNothing(person.page, 'invite');
      await person.page.keyboard.press('Escape');
      await person.button('2 people here').click();
      await findsNothing(person.page, 'people');
      await person.page.keyboard.press('Escape');
      await person.page.getByRole('banner').getByRole('button', { name: 'For every eye' }).click();
      await findsNothing(person.page, 'about the room');
      await person.page.keyboard.press('Escape');
      await person.choose('Keyboard shortcuts');
      await expect(person.dialog('Keyboard shortcuts')).toBeVisible();
      await findsNothing(person.page, 'shortcuts');
      await person.page.keyboard.press('Escape');
    }
    for (const item of ['Change my name', 'Forget this room on this device']) {
      await bea.choose(item);
      await expect(bea.page.getByRole('dialog')).toBeVisible();
      await findsNothing(bea.page, item);
      await bea.page.keyboard.press('Escape');
    }
  });

  await test.step('writing', async () => {
    await ada.start();
    clock.skip((await ada.secondsLeft()) * 1_000 + 1_000);
    for (const { page } of [ada, bea]) {
      await page.evaluate(() => document.dispatchEvent(new Event('visibilitychange')));
    }
    await expect(ada.page.getByRole('group', { name: /^Time is over/ })).toBeVisible();
    await everybodyFindsNothing('talk, with the bell');
    await ada.goOnTo('Wins');
    await bea.write('Thanks to the night shift');
    await expect(ada.note('Thanks to the night shift')).toBeVisible();
    await everybodyFindsNothing('wins');
    await ada.goOnTo('Perspectives');
    await bea.write('The alert was wrong');
    await ada.write('The restore was slow');
    await everybodyFindsNothing('gather');
    for (let round = 2; round <= 4; round++) await ada.goOn();
  });

  await test.step('revealing', async () => {
    await ada.dock.getByRole('button', { name: /^Next/ }).click();
    await expect(ada.button('Go on anyway')).toBeVisible();
    await findsNothing(ada.page, 'asked about going on');
    await ada.page.keyboard.press('Escape');
    await ada.button('Reveal notes').click();
    await expect(ada.dialog('Reveal all notes?')).toBeVisible();
    await findsNothing(ada.page, 'asked about the reveal');
    await ada.page.keyboard.press('Escape');
    await ada.askReveal();
    await expect(bea.countIn).toBeVisible();
    await expectClean(axeOn(bea.page).include('aside[aria-label="Controls"]'), 'counting in');
    await expect(bea.note('The restore was slow')).toBeVisible({ timeout: 15_000 });
    await bea.field('Is something missing?').fill('Thought of too late');
    await bea.page.keyboard.press('Enter');
    await bea.hasDrafts('Thought of too late');
    await bea.showOwnNotes();
    await everybodyFindsNothing('gather after the reveal, with a late draft');
    await bea.note('The alert was wrong').getByRole('button', { name: 'Withdraw' }).click();
    await findsNothing(bea.page, 'asked about withdrawing');
    await bea.page.keyboard.press('Escape');
    await bea.lookAt('Discuss');
    await findsNothing(bea.page, 'looking elsewhere');
    await bea.button('Back to the meeting').click();
  });

  await test.step('talking topics through', async () => {
    await ada.goOnTo('Discuss');
    await bea.button('Raise hand').click();
    await bea.showOwnNotes();
    await expect(ada.page.getByRole('region', { name: 'Raised hands' })).toContainText('Bea');
    await bea.button(/^Topic 1 of/).click();
    await ada.button('Change the order').click();
    await everybodyFindsNothing('discuss');
    await ada.button('Done').click();
    await bea.button('Raise hand').click();
  });

  await test.step('deciding and closing', async () => {
    await ada.goOnTo('Decide');
    await ada.addDecision('We test the restore.');
    await ada.addAction('Test the restore');
    await expect(bea.field('Action 1')).toHaveValue('Test the restore');
    await everybodyFindsNothing('decide');
    const eve = await company.visitor({ ...phone, ...still });
    await eve.watch(observer);
    await eve.loseNetwork();
    await eve.seesSaving('Offline, kept on this device');
    await findsNothing(eve.page, 'watching, without a connection');
    await ada.button(/^Owner of/).click();
    await findsNothing(ada.page, 'choosing an owner');
    await ada.page.keyboard.press('Escape');
    await ada.button(/^Date of/).click();
    await findsNothing(ada.page, 'choosing a date');
    await ada.page.keyboard.press('Escape');
    await ada.goOnTo('Close');
    await bea.looksAt('Close');
    await everybodyFindsNothing('close');
    await ada.dock.getByRole('button', { name: 'Close the room' }).click();
    await findsNothing(ada.page, 'closing with something unfinished');
    await ada.button('Close anyway').click();
    await findsNothing(ada.page, 'closing without a reason');
    await ada.field('Why close now?').fill('Time is up');
    await ada.button('Close anyway').click();
    await expect(bea.page.getByText('This room is closed and can only be read.')).toBeVisible();
    await everybodyFindsNothing('closed');
  });

  await test.step('the record', async () => {
    for (const person of [ada, bea]) {
      await person.link('Read the record').first().click();
      await expect(person.page.getByRole('cell', { name: 'Test the restore' })).toBeVisible();
    }
    await everybodyFindsNothing('record');
  });

  await test.step('the rooms of before', async () => {
    await ada.page.goto(server.origin);
    await expect(ada.page.getByRole('heading', { name: 'Recent rooms on this device' })).toBeVisible();
    await findsNothing(ada.page, 'landing with recent rooms');
  });
  await server.close();
});
