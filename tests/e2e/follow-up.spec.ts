/** What an earlier meeting left open, brought into a room that was made without it. */
import { axeOn } from './axe.ts';
import { openRoom } from '../support/headless-person.ts';
import { expect, phone, test } from './meeting-test.ts';

const action = { title: 'Rotate the keys', owner: 'Ana', due: '2026-11-20' };

test('a facilitator brings it from a saved record before the meeting, and everybody sees it', async ({
  hearth,
  company,
}) => {
  const before = await openRoom(hearth.origin, { title: 'Sprint 41', actions: [action] });
  const record = await (await before.facilitator.request('GET', '/record.json')).text();
  const ada = await company.facilitator('Ada');
  await ada.openRoom(hearth.origin, 'Sprint 42');
  const bea = await company.participant('Bea', phone);
  await bea.join(ada.links.participant);
  for (const person of [ada, bea]) await person.lookAt('Follow-up');
  await expect(bea.words('Did you meet before?')).toHaveCount(0);

  await ada.field('Link of the earlier room').fill(hearth.origin + before.links.participant);
  await ada.button('Take over what is open').click();
  await expect(ada.page.getByText(/Only somebody who facilitated that room can bring it/)).toBeVisible();
  expect((await axeOn(ada.page).analyze()).violations).toEqual([]);

  const chosen = ada.page.waitForEvent('filechooser');
  await ada.button('Open its saved record').click();
  const file = { name: 'record.json', mimeType: 'application/json', buffer: Buffer.from(record) };
  await (await chosen).setFiles(file);
  for (const { page } of [ada, bea]) {
    await expect(page.getByRole('heading', { name: action.title })).toBeVisible();
    await expect(page.getByText('From Sprint 41')).toBeVisible();
  }
  await expect(ada.page.getByRole('heading', { name: 'What we promised before' })).toBeFocused();
  await bea.button('Back to the lobby').click();
  await expect(bea.words('1 open action came along from Sprint 41. You find it in Follow-up.')).toBeVisible();
});

test('what is moved without a day or dropped without a why is unfinished at the end, and leads back here', async ({
  hearth,
  company,
}) => {
  const actions = [action, { ...action, title: 'Drill the restore' }];
  const next = await openRoom(hearth.origin, { title: 'Sprint 42', actions });
  const ada = await company.facilitator('Ada');
  await ada.join(hearth.origin + next.links.facilitator);
  await ada.start();
  await ada.goOnTo('Follow-up');
  const entry = (title: string) => ada.page.getByRole('article', { name: title });
  await entry(action.title).getByRole('button', { name: 'Moved' }).click();
  await entry('Drill the restore').getByRole('button', { name: 'Dropped' }).click();
  await expect(entry('Drill the restore')).toContainText('Needs a why');

  await ada.lookAt('Close');
  const unfinished = ada.page.getByRole('region', { name: '2 things are unfinished' });
  await expect(unfinished.getByRole('button', { name: action.title })).toContainText('Needs a date');
  await unfinished.getByRole('button', { name: 'Drill the restore' }).click();
  await expect(entry('Drill the restore').getByRole('textbox', { name: /^Why/ })).toBeFocused();
  await ada.page.keyboard.type('Nobody restores by hand any more');
  await expect(entry('Drill the restore')).not.toContainText('Needs a why');
  await ada.lookAt('Close');
  await expect(ada.words('1 thing is unfinished')).toBeVisible();
});

test('a facilitator of both brings it by the room, while the meeting runs', async ({ hearth, company }) => {
  const before = await openRoom(hearth.origin, { title: 'Sprint 41', actions: [action] });
  const ada = await company.facilitator('Ada');
  await ada.join(hearth.origin + before.links.facilitator);
  await ada.openRoom(hearth.origin, 'Sprint 42');
  await ada.start();
  await ada.goOnTo('Follow-up');
  await ada.button(/^From Sprint 41/).click();
  await expect(ada.page.getByRole('heading', { name: action.title })).toBeVisible();
  await expect(ada.button(/^From Sprint 41/)).toHaveCount(0);

  const opened = ada.page.waitForEvent('popup');
  await ada.choose('Open the wall');
  const wall = await opened;
  const promised = wall.getByRole('list', { name: 'What we promised before' });
  await expect(promised).toContainText('Not talked about yet');
  await expect(promised).toContainText(action.title);
  await ada.button('Moved').click();
  await expect(promised).toContainText('Moved, without a new date');
  await ada.button('Kept').click();
  await expect(promised).toContainText('Kept');
  await expect(wall.getByText('From Sprint 41 · 1 of 1 answered')).toBeVisible();
  await expect(wall.getByText('Nothing decided yet')).toHaveCount(0);
});

test('a double click on an answer gives it, and one more click takes it back', async ({
  hearth,
  company,
}) => {
  const next = await openRoom(hearth.origin, { title: 'Sprint 43', actions: [action] });
  const ada = await company.facilitator('Ada');
  await ada.join(hearth.origin + next.links.facilitator);
  await ada.start();
  await ada.goOnTo('Follow-up');
  await ada.button('Kept').dblclick();
  await expect(ada.words('1 of 1 answered')).toBeVisible();
  await expect(ada.button('Kept')).toHaveAttribute('aria-pressed', 'true');
  await ada.button('Kept').click();
  await expect(ada.words('0 of 1 answered')).toBeVisible();
});

test('undo takes back what the part shows alone, and says what it was', async ({ hearth, company }) => {
  const next = await openRoom(hearth.origin, { title: 'Sprint 44', actions: [action] });
  const ada = await company.facilitator('Ada');
  await ada.join(hearth.origin + next.links.facilitator);
  await ada.start();
  await ada.goOnTo('Follow-up');
  await ada.button('Kept').click();
  await expect(ada.words('1 of 1 answered')).toBeVisible();

  await ada.lookAt('Decide');
  await expect(ada.button('Add a decision')).toBeVisible();
  await expect(ada.button('Undo my last step')).toHaveCount(0);
  await ada.button('Add a decision').click();
  await ada.button('Undo my last step').click();
  await expect(ada.page.getByText('Taken back: what you added.').first()).toBeVisible();
  await expect(ada.button('Undo my last step')).toHaveCount(0);

  await ada.lookAt('Follow-up');
  await expect(ada.words('1 of 1 answered')).toBeVisible();
  await ada.page.keyboard.press('u');
  await expect(ada.words('0 of 1 answered')).toBeVisible();
});
