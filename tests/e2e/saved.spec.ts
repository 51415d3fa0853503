/** A record that was saved as a file is opened again, without a room and without its words doing anything. */
import { readFile } from 'node:fs/promises';
import { recordJson } from '../../src/domain/record/exports/archive.ts';
import type { RoomRecord } from '../../src/domain/record/room-record.ts';
import { recordWith } from '../support/hostile-record.ts';
import { closedMeeting } from '../support/whole-meeting.ts';
import { axeOn } from './axe.ts';
import { expect, phone, test } from './meeting-test.ts';
import type { Visitor } from './people.ts';

async function choose({ page }: Visitor, content: string, name = 'record.json'): Promise<void> {
  const asked = page.waitForEvent('filechooser');
  await page.getByRole('button', { name: /^Open (a saved record|another)$/ }).click();
  const file = { name, mimeType: 'application/json', buffer: Buffer.from(content) };
  await (await asked).setFiles(file);
}

async function openFromLanding(visitor: Visitor, origin: string, record: RoomRecord): Promise<void> {
  await visitor.page.goto(origin);
  await choose(visitor, recordJson(record));
  await expect(visitor.page).toHaveURL(`${origin}/saved`);
  await expect(visitor.page.getByRole('heading', { level: 1 })).toBeVisible();
}

test('a saved record is shown whole, saved again unchanged, and goes on as a new room', async ({
  hearth,
  company,
}) => {
  const record = closedMeeting().record();
  const visitor = await company.visitor();
  const { page } = visitor;
  await openFromLanding(visitor, hearth.origin, record);
  const main = page.getByRole('main');
  for (const text of [
    record.decisions[0]?.text ?? '',
    record.spikes[0]?.question ?? '',
    record.letGo[0]?.why ?? '',
    'tied for place 2',
    'Never opened',
    'Bo was given one more ballot',
    'The fire alarm went off',
  ])
    await expect(main.getByText(text).first()).toBeVisible();
  const { violations } = await axeOn(page).analyze();
  expect(violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`)).toEqual([]);

  const download = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Other formats' }).click();
  await page.getByRole('menuitem', { name: 'Everything, to open again' }).click();
  expect(await readFile(await (await download).path(), 'utf8')).toBe(recordJson(record));

  await page.emulateMedia({ media: 'print' });
  await expect(page.getByText(record.decisions[0]?.text ?? '').first()).toBeVisible();
  await expect(page.locator('button:visible')).toHaveCount(0);
  await page.emulateMedia({ media: null });

  await page.getByRole('button', { name: /on one page$/ }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('A second build machine');
  await expect(page.getByRole('heading', { level: 1 })).toBeFocused();
  await page.getByRole('button', { name: 'Back to the whole record' }).click();

  await page.getByRole('combobox', { name: 'Format' }).selectOption('Rose / Thorn / Bud');
  await expect(page.getByText(/^Weekly or design check.+A part “Follow-up” is added/)).toBeVisible();
  await page.getByRole('button', { name: 'Start a new room' }).click();
  await expect(page).toHaveURL(/\/r\/[a-z0-9]+$/);
  const room = /[^/]+$/.exec(page.url())?.[0] ?? '';
  const next = await page.request.get(`${hearth.origin}/api/rooms/${room}/record.json`);
  expect(await next.json()).toMatchObject({
    title: record.title,
    format: { id: 'rose-thorn-bud' },
    continues: record.title,
    earlier: record.actions.map(({ title, owner, due }) => ({ title, owner, due })),
  });
});

test('T-26 words of a saved record do nothing, whatever they are', async ({ hearth, company }) => {
  const visitor = await company.visitor(phone);
  const { page } = visitor;
  const asked: string[] = [];
  page.on('request', (request) => asked.push(request.url()));
  page.on('dialog', () => asked.push('a dialog'));
  const words =
    '<img src="//evil.example/x" onerror="alert(1)"><svg onload="alert(2)"></svg>' +
    '<style>*{display:none}</style>[x](javascript:alert(3))<a id="content" href="data:text/html,x">y</a>';
  await openFromLanding(visitor, hearth.origin, recordWith(words));
  const main = page.getByRole('main');
  await expect(main.getByText(words).first()).toBeVisible();
  expect(await main.locator('img, iframe, style, script, a[href]').count()).toBe(0);
  expect(asked.filter((url) => !url.startsWith(hearth.origin) && !url.startsWith('blob:'))).toEqual([]);
});

test('a file that is no record is told what it is, and another can be chosen', async ({
  hearth,
  company,
}) => {
  const visitor = await company.visitor();
  const { page } = visitor;
  await page.goto(`${hearth.origin}/saved`);
  await choose(visitor, 'x');
  await expect(page.getByRole('alert')).toContainText('it is not JSON');
  await choose(visitor, recordJson(closedMeeting().record()).replace('"people"', '"persons"'));
  await expect(page.getByRole('alert')).toContainText('It is at: people');
  await choose(visitor, recordJson(closedMeeting().record()));
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Checkout, sprint 42');
});
