/** The time before the meeting, in the lobby of two people: one prepares, the other one writes ahead. */
import { axeOn } from './axe.ts';
import { expect, phone, test } from './meeting-test.ts';
import type { Visitor } from './people.ts';

async function hasNoFaults({ page }: Visitor): Promise<void> {
  const { violations } = await axeOn(page).analyze();
  expect(violations.map(({ id, nodes }) => [id, nodes.map(({ target }) => target.join(' '))])).toEqual([]);
}

/** Tomorrow on this machine, as the field for a date has it. */
function tomorrow(): string {
  const at = new Date(Date.now() + 24 * 3_600_000);
  return new Date(at.getTime() - at.getTimezoneOffset() * 60_000).toISOString().slice(0, 10);
}

test('before the meeting people see when it is and who is missing, and what they write ahead is there when it begins', async ({
  company,
  hearth,
}) => {
  const ada = await company.facilitator('Ada');
  await ada.openRoom(hearth.origin, 'Checkout');
  const { participant } = ada.links;
  const bea = await company.participant('Bea', phone);
  await bea.join(participant);

  await test.step('the start, and the invitation to it', async () => {
    await ada.button('Set date and time').click();
    const asked = ada.dialog('Set date and time');
    await asked.getByLabel('Date').fill(tomorrow());
    await asked.getByLabel('Time', { exact: true }).fill('18:00');
    await asked.getByRole('combobox', { name: 'Time zone' }).selectOption('Asia/Tokyo');
    await asked.getByRole('button', { name: 'Save' }).click();
    await expect(bea.page.getByRole('heading', { level: 1, name: /^Starts in / })).toBeVisible();
    await expect(bea.page.getByText(/18:00 in Asia\/Tokyo$/)).toBeVisible();
    const download = bea.page.waitForEvent('download');
    await bea.link('Add to calendar').click();
    expect((await download).suggestedFilename()).toBe('checkout.ics');
  });

  await test.step('a part that is looked at, and the way back', async () => {
    for (const person of [ada, bea]) {
      await person.lookAt('Close');
      await expect(person.words('You are looking at Close. The meeting has not begun.')).toBeVisible();
      await expect(person.page.getByRole('heading', { name: 'Record' })).toBeVisible();
      await expect(person.button('Ask everybody')).toHaveCount(0);
      await person.button('Back to the lobby').click();
      await expect(person.page.getByRole('heading', { level: 1, name: /^Starts in / })).toBeVisible();
      await expect(person.button('Back to the lobby')).toHaveCount(0);
    }
  });

  await test.step('who is needed', async () => {
    await ada.button('Name them').click();
    const asked = ada.dialog('Who is needed');
    await asked.getByLabel('Name').fill('bea');
    await asked.getByRole('button', { name: 'Add a person' }).click();
    await ada.page.keyboard.type('Cem');
    await asked.getByLabel('Why they are asked').last().fill('Knows the pager');
    await asked.getByRole('button', { name: 'Save' }).click();
    await expect(bea.words('1 of 2 are here. Missing: Cem.')).toBeVisible();
    await expect(bea.words('Knows the pager')).toBeVisible();
  });

  await test.step('writing ahead, with a field that goes when it is over', async () => {
    await ada.button('Let people write ahead').click();
    const asked = ada.dialog('Let people write ahead');
    await asked.getByLabel('Wins').check();
    await asked.getByRole('button', { name: 'Save' }).click();
    await bea.field('New note, Wins').fill('Thanks, Ada');
    await bea.page.keyboard.press('Enter');
    await bea.page.getByRole('heading', { level: 3, name: 'Perspectives' }).click();
    await bea.page.getByRole('radio', { name: /^Security/ }).check({ force: true });
    await bea.field('New note, Security').fill('Keys in a chat');
    await bea.page.keyboard.press('Enter');
    await bea.field('New note, Security').fill('half a thought');
    await expect(ada.page.getByText('1 of 3 have written').first()).toBeVisible({ timeout: 15_000 });
    await hasNoFaults(bea);
    await ada.button('End it now').click();
    await expect(bea.words('Writing ahead is over.')).toBeVisible();
    await expect(bea.words('half a thought')).toBeVisible();
    await bea.hasDrafts('Thanks, Ada', 'Keys in a chat');
    await expect(ada.words('Wins: 1 of 3 have written')).toBeVisible();
    await expect(bea.words('1 of 3 have written').first()).toBeVisible();
  });

  await test.step('another agenda, which would take parts from people who have written', async () => {
    await ada.button('Change the agenda').first().click();
    await ada.page.getByText('As Markdown').click();
    await ada.useMarkdown('- 20m talk: What now?');
    const asked = ada.dialog('Take the notes of Wins and Perspectives off the agenda?');
    await expect(asked).toContainText('One person has written ahead for Wins.');
    await expect(asked).toContainText('One person has written ahead for Perspectives.');
    await asked.getByRole('button', { name: 'Take it off' }).click();
    await expect(bea.words('What now?')).toBeVisible();
    await ada.button('Undo').click();
    await expect(bea.words('What now?')).toHaveCount(0);
    await bea.page.getByRole('heading', { level: 3, name: 'Perspectives' }).click();
    await bea.hasDrafts('Thanks, Ada', 'Keys in a chat');
    await expect(bea.words('half a thought')).toBeVisible();
  });

  await test.step('what to read, as high as a finger', async () => {
    const part = ada.page.getByRole('group', { name: /^Part \d+: Perspectives$/ });
    await part.getByRole('button', { name: /Edit Perspectives/ }).click();
    await part.getByRole('button', { name: 'Add something to read' }).click();
    await part.getByRole('textbox', { name: 'Address' }).fill('https://example.org/report');
    const link = bea.page.getByRole('link', { name: /^Something to read/ });
    await expect(link).toBeVisible();
    expect((await link.boundingBox())?.height).toBeGreaterThanOrEqual(44);
    await ada.button('Done').click();
  });

  await test.step('the meeting, which finds it all', async () => {
    await expect(ada.note('Thanks, Ada')).toHaveCount(0);
    await ada.button('Start the meeting').click();
    const asked = ada.dialog('Start the meeting already?');
    await expect(asked).toContainText(/It is planned for .+, in .+\./);
    await asked.getByRole('button', { name: 'Not yet' }).click();
    await expect(bea.page.getByRole('heading', { level: 1, name: /^Starts in / })).toBeVisible();
    await ada.button('Start the meeting').click();
    await asked.getByRole('button', { name: 'Start now' }).click();
    await ada.goOnTo('Wins');
    await expect(ada.note('Thanks, Ada')).toBeVisible();
    await ada.goOnTo('Perspectives');
    await bea.hasDrafts('Keys in a chat');
    await expect(bea.composer).toHaveValue('half a thought');
  });
});

test('what nobody added is published by nobody: once writing ahead is over it is theirs to add or to leave', async ({
  company,
  hearth,
}) => {
  const ada = await company.facilitator('Ada');
  await ada.openRoom(hearth.origin, 'Checkout');
  const bea = await company.participant('Bea');
  await bea.join(ada.links.participant);
  await ada.button('Let people write ahead').click();
  const asked = ada.dialog('Let people write ahead');
  await asked.getByLabel('Wins').check();
  await asked.getByRole('button', { name: 'Save' }).click();
  await bea.field('New note, Wins').fill('A win that I mean to');
  await bea.page.getByRole('heading', { level: 3, name: 'Perspectives' }).click();
  await bea.page.getByRole('radio', { name: /^Security/ }).check({ force: true });
  await bea.field('New note, Security').fill('half a sentence that I was');
  await ada.button('End it now').click();
  const left = (part: string) => bea.page.getByRole('region', { name: `Not added yet, ${part}` });
  await expect(left('Perspectives')).toContainText('half a sentence that I was');
  await bea.page.reload();
  await expect(left('Perspectives')).toContainText('half a sentence that I was');
  await expect(left('Wins')).toContainText('A win that I mean to');
  await bea.hasDrafts();
  await hasNoFaults(bea);

  await left('Wins').getByRole('button', { name: 'Add as a draft' }).click();
  await expect(left('Wins')).toHaveCount(0);
  await bea.hasDrafts('A win that I mean to');

  await ada.button('Start the meeting').click();
  await ada.goOnTo('Wins');
  await expect(bea.words('A win that I mean to')).toBeVisible();
  await ada.goOnTo('Perspectives');
  await expect(bea.composer).toHaveValue('half a sentence that I was');
  await bea.hasDrafts();
});

test('the start takes the field from nobody who is in the middle of a sentence', async ({
  company,
  hearth,
}) => {
  const ada = await company.facilitator('Ada');
  await ada.openRoom(hearth.origin, 'Checkout');
  const bea = await company.participant('Bea');
  await bea.join(ada.links.participant);
  await ada.button('Let people write ahead').click();
  await ada.dialog('Let people write ahead').getByRole('button', { name: 'Save' }).click();
  await bea.composer.click();
  await bea.page.keyboard.type('Nobody ');
  await ada.button('Start the meeting').click();
  await ada.dialog('Start the meeting already?').getByRole('button', { name: 'Start now' }).click();
  await expect(bea.words('You are looking at the lobby. The meeting is in Check-in.')).toBeVisible();
  await expect(bea.page.getByRole('heading', { level: 1, name: 'The meeting has begun.' })).toBeVisible();
  await bea.page.keyboard.type('paged product');
  await expect(bea.composer).toHaveValue('Nobody paged product');
  await bea.page.keyboard.press('Enter');
  await bea.looksAt('Check-in');
  await bea.lookAt('Perspectives');
  await bea.hasDrafts('Nobody paged product');
});

test('of two facilitators who change why the same person is asked, the second sees both before one of them stands', async ({
  company,
  hearth,
}) => {
  const ada = await company.facilitator('Ada');
  await ada.openRoom(hearth.origin, 'Checkout');
  const { facilitator } = ada.links;
  const mia = await company.facilitator('Mia', phone);
  await mia.join(facilitator);
  const form = (who: Visitor) => who.dialog('Who is needed');
  const why = (who: Visitor) => form(who).getByLabel('Why they are asked');
  const save = (who: Visitor) => form(who).getByRole('button', { name: 'Save' }).click();
  await ada.button('Name them').click();
  await form(ada).getByLabel('Name').fill('Cem');
  await why(ada).fill('Was on call');
  await save(ada);

  for (const who of [ada, mia]) await who.button('Change the list').click();
  await why(ada).fill('Knows the pager');
  await save(ada);
  await expect(form(ada)).toBeHidden();
  await why(mia).fill('Wrote the fix');
  const said = form(mia).getByText('Why they are asked: Somebody else wrote “Knows the pager” meanwhile.');
  await expect(said).toBeVisible();
  await save(mia);
  await expect(why(mia)).toBeFocused();
  await hasNoFaults(mia);
  await form(mia).getByRole('button', { name: 'Keep mine' }).click();
  await expect(said).toBeHidden();
  await save(mia);
  await expect(ada.page.getByText('Wrote the fix')).toBeVisible();
  await expect(form(mia)).toBeHidden();
});
