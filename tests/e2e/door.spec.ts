/** Who is in the room, as people see it: waiting, let in, sent out with their drafts, and going on with a phone. */
import type { Page } from '@playwright/test';
import { axeOn } from './axe.ts';
import { openRoom } from '../support/headless-person.ts';
import { expect, phone, test } from './meeting-test.ts';

async function expectClean(page: Page): Promise<void> {
  const { violations } = await axeOn(page).analyze();
  expect(violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`)).toEqual([]);
}

test('somebody waits, is let in, is sent out and keeps what they wrote', async ({ hearth, company }) => {
  const ada = await company.facilitator('Ada');
  await ada.openRoom(hearth.origin, 'At the door', { format: 'start-stop-continue' });
  const links = ada.links;

  await test.step('the door', async () => {
    await ada.button('Invite').click();
    const invite = ada.dialog('Invite people');
    await invite.getByLabel('Who can come in').selectOption('I let each one in');
    await ada.page.keyboard.press('Escape');
  });

  const cem = await company.participant('Cem');
  await test.step('waiting, and coming in', async () => {
    await cem.openLink(links.participant);
    await cem.field('Your name').fill('Cem');
    await cem.button('Join').click();
    await expect(cem.page.getByRole('heading', { name: 'You are at the door' })).toBeVisible();
    await ada.button('1 person here, 1 waits to come in').click();
    const people = ada.dialog('In this room');
    await expect(people.getByText('Waiting to come in')).toBeVisible();
    await expectClean(ada.page);
    await people.getByRole('button', { name: /^Let in.*Cem/ }).click();
    await cem.isInRoom();
    await ada.page.keyboard.press('Escape');
  });

  await test.step('a new link for participants asks before they have to leave', async () => {
    await ada.button('Invite').click();
    const invite = ada.dialog('Invite people');
    await invite.getByText('New links').click();
    await invite.getByLabel('People who came by the old one').selectOption('have to leave');
    await invite.getByRole('button', { name: 'Make a new link' }).click();
    const question = ada.dialog('Make a new link?');
    await expect(question.getByText('1 person has to leave: Cem.')).toBeVisible();
    await expectClean(ada.page);
    await question.getByRole('button', { name: 'Cancel' }).click();
    await expect(question).toBeHidden();
    await cem.isInRoom();
    await ada.page.keyboard.press('Escape');
  });

  await test.step('sent out, with what was written', async () => {
    await ada.start();
    await ada.goOnTo('Silent writing');
    await cem.write('Only mine');
    await cem.seesSaving('Saved');
    await ada.button('2 people here').click();
    await ada.button('What Cem may do').click();
    await ada.page.getByRole('menuitem', { name: 'Remove from the room' }).click();
    await ada.dialog('Remove Cem?').getByRole('button', { name: 'Remove' }).click();
    await expect(cem.page.getByRole('heading', { name: 'You are not in this room any more' })).toBeVisible();
    await expect(cem.page).toHaveTitle('You are not in this room any more · Hearth');
    await expect(cem.words('Only mine')).toBeVisible();
    await cem.page.reload();
    await expect(cem.words('Only mine')).toBeVisible();
    await expectClean(cem.page);
    await cem.openLink(links.participant);
    await expect(cem.field('Your name')).toBeVisible();
    await expect(cem.words('Only mine')).toBeVisible();
    await expectClean(cem.page);
    await cem.page.goBack();
    await cem.button('Clear this device').click();
    await cem.page.getByRole('dialog').getByRole('button', { name: /lear/ }).last().click();
    await expect.poll(() => cem.page.evaluate(() => JSON.stringify(localStorage))).not.toContain('Only mine');
    await expect(ada.button('1 person here')).toBeVisible();
  });
});

test('somebody goes on with a phone, and the laptop is let go', async ({ hearth, company }) => {
  const ada = await company.facilitator('Ada');
  await ada.openRoom(hearth.origin, 'On the way', { format: 'start-stop-continue' });
  await ada.start();
  await ada.goOnTo('Silent writing');
  await ada.composer.fill('Half a th');
  await ada.choose('Take my seat to another device');
  const link = await ada.page.getByLabel('Link for my seat').inputValue();
  const onPhone = await company.facilitator('Ada', phone);
  await onPhone.openLink(link);
  await onPhone.button('Go on here').click();
  await onPhone.isInRoom();
  await expect(ada.page.getByRole('heading', { name: 'You go on on another device' })).toBeVisible();
  await expect(ada.words('Half a th')).toBeVisible();
  await expectClean(ada.page);
  await onPhone.goOn();
});

test('whoever does not see the notice hears that the board is locked, and open again', async ({
  hearth,
  company,
}) => {
  const { facilitator, links } = await openRoom(hearth.origin);
  await facilitator.stage.connect();
  const cem = await company.participant('Cem', phone);
  await cem.join(hearth.origin + links.participant);
  await facilitator.stage.command({ type: 'startMeeting' });
  await expect(cem.clock).toBeVisible();
  await facilitator.stage.command({ type: 'lockBoard', locked: true });
  await expect(cem.page.getByRole('status')).toHaveText('The board is locked.');
  await expect(cem.page.getByText('Only facilitators write on it for the moment.')).toBeVisible();
  await facilitator.stage.command({ type: 'lockBoard', locked: false });
  await expect(cem.page.getByRole('status')).toHaveText('Everybody writes on the board again.');
  facilitator.leave();
});
