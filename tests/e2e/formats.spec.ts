/** Choosing a format, and bringing an agenda of one's own: from the landing page into a room. */
import type { Page } from '@playwright/test';
import { axeOn } from './axe.ts';
import { expect, phone, test } from './meeting-test.ts';

const launch = `# Launch review
- 8m wins: Whom do we thank?
- 12m gather: What did each side see?
  - lenses: user, legal
  - colour: green
- 6m decide
- 3m close
- lens: Legal
  - question: Which contract does this touch?
  - question: What can we not show?
  - question: What would let us sleep?`;

async function findsNothing(page: Page): Promise<void> {
  const { violations } = await axeOn(page).analyze();
  expect(violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`)).toEqual([]);
}

test('a format shows its plan for the minutes there are, and an agenda of one’s own becomes a room', async ({
  hearth,
  company,
}) => {
  const { page } = await company.visitor(phone);
  await page.goto(`${hearth.origin}/formats?format=nope`);
  await expect(page.getByText('There is no format at this address.')).toBeVisible();
  await page.goto(hearth.origin);
  await page.getByRole('combobox', { name: 'Format' }).selectOption('lean-coffee');
  await page.getByRole('link', { name: 'See all formats, and your own' }).click();
  await expect(page.getByRole('heading', { name: 'Lean Coffee', level: 2 })).toBeVisible();
  await page.getByRole('spinbutton', { name: 'Time' }).fill('20');
  await expect(page.getByText('Left out in so short a meeting: “Rules”.')).toBeVisible();
  await findsNothing(page);

  await page.getByRole('link', { name: 'All formats' }).click();
  await expect(page.getByRole('link', { name: 'DAKI' })).toBeVisible();
  await expect(page.getByRole('link', { name: 'Lean Coffee' })).toBeFocused();
  await findsNothing(page);
  await page.getByRole('link', { name: 'Paste Markdown' }).click();
  await page.getByRole('textbox', { name: 'Agenda as Markdown' }).fill(launch);
  await expect(page.getByText(/^Line 5: “colour” is not something a part has\./)).toBeVisible();
  await page.getByRole('button', { name: 'Keep it in this browser' }).click();
  await expect(page).toHaveURL(/\/formats\?own=[a-z2-7]{16}$/);
  await expect(page.getByRole('heading', { name: 'Launch review', level: 2 })).toBeFocused();
  await findsNothing(page);

  await page.getByRole('button', { name: 'Keep it in this browser' }).click();
  await expect(page.getByRole('alert')).toHaveText('You have a format of this name already.');
  await page.getByRole('button', { name: 'Replace it' }).click();
  await expect(page.getByRole('alert')).toHaveCount(0);
  const kept = page.url();
  await page.goto(hearth.origin);
  await page.getByRole('combobox', { name: 'Format' }).selectOption('Launch review, your own');
  await expect(page.getByRole('spinbutton', { name: 'Time' })).toHaveValue('29');
  await page.getByRole('link', { name: 'See all formats, and your own' }).click();
  await expect(page).toHaveURL(kept);
  await page.reload();
  await page.getByRole('textbox', { name: 'Your name' }).fill('Ada');
  await page.getByText('With names', { exact: true }).click();
  await page.getByRole('button', { name: 'Start the retro' }).click();
  await expect(page).toHaveURL(/\/r\/[a-z0-9]+$/);
  await expect(page.getByText('Launch review').first()).toBeVisible();
  await expect(page.locator('#svelte-announcer')).toHaveText('Launch review · Hearth');
  await expect(page.getByText('Notes carry names').first()).toBeVisible();
  await page.getByRole('button', { name: /^Perspectives/ }).click();
  await expect(page.getByText('Which contract does this touch?')).toBeVisible();
});

test('Markdown that is typed over a format or as a new one is asked about and there again after a reload', async ({
  hearth,
  company,
}) => {
  const { page } = await company.visitor();
  const asked: string[] = [];
  page.on('dialog', (dialog) => {
    asked.push(dialog.type());
    void dialog.accept();
  });
  await page.goto(`${hearth.origin}/formats`);
  await page.getByRole('link', { name: 'Paste Markdown' }).click();
  const field = page.getByRole('textbox', { name: 'Agenda as Markdown' });
  await field.fill('- 5m talk: What now?');
  await page.getByRole('link', { name: 'DAKI' }).click();
  await expect(page.getByRole('heading', { name: 'DAKI', level: 2 })).toBeVisible();
  expect(asked).toEqual([]);
  await page.reload();
  expect(asked).toEqual(['beforeunload']);
  await page.getByRole('link', { name: 'Paste Markdown' }).click();
  await expect(field).toHaveValue('- 5m talk: What now?');
  await findsNothing(page);

  await page.locator('input[type=file]').setInputFiles({
    name: 'launch.md',
    mimeType: 'text/markdown',
    buffer: Buffer.from(launch),
  });
  await expect(field).toHaveValue(launch);
  await page.getByRole('button', { name: 'Undo' }).click();
  await expect(field).toHaveValue('- 5m talk: What now?');
  await page.getByRole('button', { name: 'Start again' }).click();
  await expect(field).toHaveValue(launch);

  await page.getByRole('button', { name: 'Keep it in this browser' }).click();
  await expect(page).toHaveURL(/own=[a-z2-7]{16}$/);
  await page.reload();
  expect(asked).toHaveLength(1);
  await page.getByText('Change it as Markdown').click();
  const kept = await field.inputValue();
  await field.fill(`${kept}\n- 5m talk: One more?`);
  await page.reload();
  expect(asked).toHaveLength(2);
  await expect(field).toHaveValue(`${kept}\n- 5m talk: One more?`);
  await page.getByRole('button', { name: 'Show it as it is kept' }).click();
  await expect(field).toHaveValue(kept);
  await page.getByRole('button', { name: 'Undo' }).click();
  await expect(field).toHaveValue(`${kept}\n- 5m talk: One more?`);
  await page.getByRole('button', { name: 'Show it as it is kept' }).click();
  await expect(field).toHaveValue(kept);
  await page.reload();
  expect(asked).toHaveLength(2);

  await page.getByRole('link', { name: 'Paste Markdown' }).click();
  await expect(field).toHaveValue('');
  await field.fill(launch);
  await page.getByRole('textbox', { name: 'Your name' }).fill('Ada');
  await page.getByRole('button', { name: 'Start the retro' }).click();
  await expect(page).toHaveURL(/\/r\/[a-z0-9]+$/);
  await page.goto(`${hearth.origin}/formats?own=new`);
  await expect(field).toHaveValue('');
});
