/** The agenda in the hands of two facilitators, and a meeting that starts late and ends when it was to. */
import type { Locator } from '@playwright/test';
import { memoryStore } from '../../server/store/memory-store.ts';
import { startOwnServer } from '../support/server.ts';
import type { Facilitator } from './facilitator.ts';
import { app, expect, test } from './meeting-test.ts';
import { SkippingClock } from './skipping-clock.ts';

const minute = 60_000;

test('an agenda is changed by keyboard, by mouse and by two at once, made to fit, and keeps its end when it starts late', async ({
  company,
}) => {
  const clock = new SkippingClock();
  const server = await startOwnServer({ app, around: { clock, store: memoryStore() } });
  const mara = await company.facilitator('Mara');
  const staleReads: string[] = [];
  mara.page.on('console', (message) => {
    if (message.text().includes('derived_inert')) staleReads.push(message.text());
  });
  const { data } = await openRoom(mara, server.origin);
  await mara.page.goto(`${server.origin}/r/${data.room}`);
  await openBuilder(mara);
  const total = mara.page.getByText(/^\d+ min planned$/).locator('..');

  await test.step('a part moves by keyboard and keeps the focus', async () => {
    const wins = part(mara, 'Wins').getByRole('button', { name: /Edit Wins/ });
    await wins.focus();
    await mara.page.keyboard.press('Alt+ArrowUp');
    await expect.poll(() => titles(mara)).toMatch(/^Check-in Wins Follow-up/);
    await expect(wins).toBeFocused();
  });

  await test.step('and by mouse', async () => {
    await drag(mara, grip(mara, 'Discuss'), part(mara, 'Vote'));
    await expect.poll(() => titles(mara)).toMatch(/Group Discuss Vote Decide Close$/);
  });

  await test.step('what was removed comes back', async () => {
    await part(mara, 'Vote').getByRole('button', { name: 'Remove Vote' }).click();
    await expect(total).toContainText('3 min to spare');
    await mara.page.getByRole('button', { name: 'Undo' }).click();
    await expect(total).toContainText('fits exactly');
    expect(await titles(mara)).toMatch(/Discuss Vote Decide Close$/);
  });

  await test.step('two facilitators change different parts at once', async () => {
    const bo = await company.facilitator('Bo');
    await bo.join(server.origin + data.links.facilitator);
    await openBuilder(bo);
    const [views, wins] = [await edit(mara, 'Perspectives'), await edit(bo, 'Wins')];
    await views.getByText('What each lens asks').click();
    await expect(views.getByText('What do we pay for every month that gives us nothing back?')).toBeVisible();
    await views.getByRole('textbox', { name: 'Title', exact: true }).fill('Four views');
    await wins.getByRole('textbox', { name: 'Notes' }).fill('Ana first');
    await expect(part(bo, 'Four views')).toBeVisible();
    const same = await edit(mara, 'Wins');
    await expect(same.getByRole('textbox', { name: 'Notes' })).toHaveValue('Ana first');
    await bo.loseNetwork();
    await expect(bo.page.getByText('The agenda can be changed when it is back.')).toBeVisible();
    await expect(wins.getByRole('textbox', { name: 'Notes' })).toBeDisabled();
    await expect(wins.getByRole('button', { name: 'Remove Wins' })).toBeDisabled();
    await bo.findNetwork();
    await expect(wins.getByRole('textbox', { name: 'Notes' })).toBeEnabled();
  });

  await test.step('it says what making it fit will do, and does that', async () => {
    await mara.page.getByRole('button', { name: 'Keep 10 % free' }).click();
    await expect(mara.rail).toContainText(/Buffer\s*6 min/);
    await expect(total).toContainText('fits exactly');
    const minutes = mara.page.getByRole('spinbutton', { name: 'Minutes for Discuss' });
    await minutes.fill('20');
    await minutes.press('Enter');
    await expect(total).toContainText(/\d min over/);
    await mara.page.getByRole('button', { name: 'Make it fit' }).click();
    const dialog = mara.dialog('Make the agenda fit?');
    await expect(dialog).toContainText('6 → 5 min');
    await dialog.getByRole('button', { name: 'Make it fit' }).click();
    await expect(total).toContainText('60 min planned');
    await expect(total).toContainText('fits exactly');
  });

  await test.step('what was made to fit comes back, and is made to fit again by keyboard', async () => {
    await mara.page.getByRole('button', { name: 'Undo' }).click();
    await expect(total).toContainText(/\d min over/);
    await expect(mara.page.getByRole('spinbutton', { name: 'Minutes for Discuss' })).toHaveValue('20');
    await mara.page.getByRole('button', { name: 'Make it fit' }).focus();
    await mara.page.keyboard.press('Enter');
    await mara.dialog('Make the agenda fit?').getByRole('button', { name: 'Make it fit' }).focus();
    await mara.page.keyboard.press('Enter');
    await expect(total).toContainText('fits exactly');
    await expect(mara.page.getByRole('group', { name: /60 min planned fits exactly/ })).toBeFocused();
    await mara.page.getByRole('button', { name: 'Done' }).click();
    expect(staleReads).toEqual([]);
  });

  await test.step('it starts six minutes late and ends as announced', async () => {
    const start = Math.ceil(clock.now() / minute) * minute;
    await planStart(mara, start);
    clock.skip(start + 6 * minute + 5_000 - clock.now());
    await mara.page.reload();
    await expect(mara.page.getByRole('heading', { name: 'Was to start 6 min ago' })).toBeVisible();
    await mara.page.getByRole('button', { name: 'Start the meeting' }).click();
    const dialog = mara.dialog('You start 6 min late');
    const end = timeOfDay(start + 60 * minute);
    await expect(dialog.getByRole('radio', { name: `Keep the end at ${end}` })).toBeChecked();
    await expect(dialog).toContainText('5 → 0 min');
    await dialog.getByRole('button', { name: 'Start', exact: true }).click();
    await expect(mara.page.getByText(`Ends ${end}`).first()).toBeVisible();
    await expect(mara.rail).toContainText('Check-in');
    await expect(mara.rail).not.toContainText('Buffer');
    await expect(mara.page).toHaveTitle(/^\d+:\d\d – [^–]+ – Sprint 42$/u);
  });

  await test.step('only facilitators see what they noted', async () => {
    const cy = await company.participant('Cy');
    await cy.join(server.origin + data.links.participant);
    for (const person of [mara, cy]) await person.lookAt('Wins');
    await expect(mara.page.getByText('Ana first')).toBeVisible();
    await cy.looksAt('Wins');
    await expect(cy.page.getByText('Ana first')).toHaveCount(0);
  });
  await server.close();
});

test('what is pressed in the agenda stays under the pointer, and what is added comes in sight', async ({
  hearth,
  company,
}) => {
  const mara = await company.facilitator('Mara');
  const { data } = await openRoom(mara, hearth.origin);
  await mara.page.goto(`${hearth.origin}/r/${data.room}`);
  await openBuilder(mara);
  await edit(mara, 'Check-in');
  const head = part(mara, 'Wins').getByRole('button', { name: /Edit Wins/ });
  const top = () => head.evaluate((button) => Math.round(button.getBoundingClientRect().top));
  await mara.page.evaluate((by) => scrollBy({ top: by }), (await top()) - 460);
  const before = await top();
  await mara.page.mouse.click((await head.boundingBox())?.x ?? 0, before + 20);
  await expect(head).toHaveAttribute('aria-expanded', 'true');
  await expect.poll(async () => Math.abs((await top()) - before)).toBeLessThan(3);

  await mara.button('Add a part').click();
  await mara.dialog('What should people do?').getByRole('button', { name: /^Talk/ }).click();
  const added = part(mara, 'Talk');
  await expect(added.getByRole('button', { name: /Edit Talk/ })).toBeFocused();
  await expect(added.getByRole('button', { name: /Edit Talk/ })).toBeInViewport({ ratio: 1 });
  await expect(added.getByRole('textbox', { name: 'Title', exact: true })).toBeInViewport({ ratio: 1 });
});

test('Markdown that is typed and not used is asked about, comes back after a reload, and goes with the seat', async ({
  hearth,
  company,
}) => {
  const mara = await company.facilitator('Mara');
  const { data } = await openRoom(mara, hearth.origin);
  const address = `${hearth.origin}/r/${data.room}`;
  await mara.page.goto(address);
  const asked: string[] = [];
  mara.page.on('dialog', (dialog) => {
    asked.push(dialog.type());
    void dialog.accept();
  });
  const field = mara.field('Agenda as Markdown');
  const inTab = () => mara.page.evaluate(() => Object.values(sessionStorage).join());
  await openBuilder(mara);
  await mara.page.getByText('As Markdown').click();
  const asItIs = await field.inputValue();
  await field.fill('- 20m talk: What now?');
  await expect(mara.page.getByText(/^What you wrote here is not used yet\./)).toBeVisible();
  await mara.page.getByText('As Markdown').click();
  await expect(field).toHaveCount(0);
  await mara.page.reload();
  expect(asked).toEqual(['beforeunload']);
  await openBuilder(mara);
  await expect(field).toHaveValue('- 20m talk: What now?');
  await mara.button('Discard what I wrote').click();
  await expect(field).toHaveValue(asItIs);
  await mara.button('Undo').click();
  await expect(field).toHaveValue('- 20m talk: What now?');
  await mara.button('Discard what I wrote').click();
  await expect(field).toHaveValue(asItIs);
  await mara.page.reload();
  expect(asked).toHaveLength(1);

  await openBuilder(mara);
  await mara.page.getByText('As Markdown').click();
  await mara.useMarkdown('- 20m talk: What now?');
  await expect(field).not.toHaveValue('- 20m talk: What now?');
  expect(await inTab()).not.toContain('What now?');
  await field.fill('- 20m talk: What now?\n  - notes: Ana is leaving');
  expect(await inTab()).toContain('Ana is leaving');

  const bo = await company.facilitator('Bo');
  await bo.join(hearth.origin + data.links.facilitator);
  await bo.removeSeat('Mara');
  await expect.poll(inTab).not.toContain('Ana is leaving');
  await mara.page.reload();
  expect(asked).toHaveLength(1);
});

test('a lens of one’s own that is made in a part is in that part, which is said and seen', async ({
  hearth,
  company,
}) => {
  const mara = await company.facilitator('Mara');
  const { data } = await openRoom(mara, hearth.origin);
  await mara.page.goto(`${hearth.origin}/r/${data.room}`);
  await openBuilder(mara);
  const gather = await edit(mara, 'Perspectives');
  await gather.getByText('Lenses of your own').click();
  await gather.getByRole('button', { name: 'Add a lens' }).click();
  const form = gather.getByRole('form');
  const fields = await form.getByRole('textbox').all();
  for (const [at, words] of ['Legal', 'L', 'Who signs?', 'What is allowed?', 'Who could object?'].entries())
    await fields[at]?.fill(words);
  const edges = async () => {
    const rounds = await gather.getByRole('group', { name: 'Rounds' }).boundingBox();
    const below = await gather.locator('details').last().boundingBox();
    return (rounds?.y ?? 0) - ((below?.y ?? 0) + (below?.height ?? 0));
  };
  await form.getByRole('button', { name: 'Keep this lens' }).click();
  const list = gather.getByRole('list', { name: 'Lenses of Perspectives' });
  await expect(list.getByRole('listitem').last()).toHaveText(/Legal/);
  await expect(list).toBeFocused();
  await expect(list).toBeInViewport({ ratio: 1 });
  await expect(mara.page.getByText('Perspectives has the lens Legal now.')).toHaveCount(1);
  expect(await edges()).toBeGreaterThanOrEqual(8);
});

async function openRoom({ page, name }: Facilitator, origin: string) {
  const body = { title: 'Sprint 42', format: 'heart-heat', minutes: 60, people: 8, name };
  const answer = await page.request.post(`${origin}/api/rooms`, { data: body, headers: { origin } });
  const data = (await answer.json()) as {
    room: string;
    links: { facilitator: string; participant: string };
  };
  return { data };
}

async function openBuilder({ page }: Facilitator): Promise<void> {
  await page.getByRole('button', { name: 'Change the agenda' }).click();
  await expect(page.getByRole('heading', { name: 'The agenda' })).toBeFocused();
}

function part({ page }: Facilitator, title: string): Locator {
  return page.getByRole('group', { name: new RegExp(`^Part \\d+: ${title}$`) });
}

/** Opens a part. */
async function edit(who: Facilitator, title: string): Promise<Locator> {
  const row = part(who, title);
  await row.getByRole('button', { name: new RegExp(`Edit ${title}`) }).click();
  return row;
}

function grip(who: Facilitator, title: string): Locator {
  return part(who, title).getByRole('button', { name: `Move ${title}`, exact: true });
}

/** Into the upper half of another part. */
async function drag({ page }: Facilitator, from: Locator, to: Locator): Promise<void> {
  await from.scrollIntoViewIfNeeded();
  const [start, end] = [await from.boundingBox(), await to.boundingBox()];
  if (!start || !end) throw new Error('not in sight');
  await page.mouse.move(start.x + start.width / 2, start.y + start.height / 2);
  await page.mouse.down();
  await page.mouse.move(end.x + 60, end.y + 30, { steps: 4 });
  await page.mouse.move(end.x + 60, end.y + 6, { steps: 4 });
  await page.mouse.up();
}

async function titles({ page }: Facilitator): Promise<string> {
  const rows = page.getByRole('list', { name: 'Parts' }).getByRole('group', { name: /^Part/ });
  const names = await rows.evaluateAll((all) => all.map((row) => row.getAttribute('aria-label') ?? ''));
  return names.map((name) => name.replace(/^Part \d+: /, '')).join(' ');
}

async function planStart({ page }: Facilitator, at: number): Promise<void> {
  await page.getByRole('button', { name: 'Set date and time' }).click();
  const two = (part: number) => String(part).padStart(2, '0');
  const local = new Date(at);
  const day = `${local.getFullYear()}-${two(local.getMonth() + 1)}-${two(local.getDate())}`;
  await page.getByLabel('Date', { exact: true }).fill(day);
  await page.getByLabel('Time', { exact: true }).fill(`${two(local.getHours())}:${two(local.getMinutes())}`);
  await page.getByRole('button', { name: 'Save', exact: true }).click();
  await expect(page.getByRole('button', { name: 'Set date and time' })).toHaveCount(0);
}

function timeOfDay(at: number): string {
  return new Intl.DateTimeFormat('en-GB', { hour: '2-digit', minute: '2-digit' }).format(at);
}
