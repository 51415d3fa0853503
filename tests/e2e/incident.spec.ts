/** A review of an incident from its timeline to its file, by people in different zones. */
import { axeOn } from './axe.ts';
import { desktop, expect, phone, test } from './meeting-test.ts';

const lines = [
  '23:18 Deploy of 4.2 begins https://ci.example.org/runs/7',
  '+22 The queue is full',
  '00:10 A customer calls: nobody can pay',
  'Somebody is paged',
];

test('an incident is reviewed by people in two zones, and leaves in the order in which incidents are read', async ({
  hearth,
  company,
}) => {
  const ana = await company.facilitator('Ana', { ...desktop, timezoneId: 'Europe/Berlin' });
  const bo = await company.participant('Bo', { ...phone, timezoneId: 'America/New_York' });
  const { origin } = hearth;
  const made = await ana.page.request.post(`${origin}/api/rooms`, {
    headers: { origin },
    data: { title: 'Checkout was down', format: 'incident-review', name: 'Ana' },
  });
  const { room, links } = (await made.json()) as { room: string; links: { participant: string } };
  await ana.page.goto(`${origin}/r/${room}`);
  await bo.join(`${origin}${links.participant}`);
  await ana.start();
  await ana.goOnTo('Complete the timeline');
  await bo.looksAt('Complete the timeline');

  // On the day that is asked for; several lines at once. The one that has no time stays in the field.
  await ana.field('On which day did it begin?').fill('2025-11-19');
  const field = ana.field('New entry, beginning with its time');
  await field.fill(lines.join('\n'));
  await expect(ana.page.getByText('“Somebody is paged” does not begin with a time.')).toBeVisible();
  await field.press('Enter');
  await expect(field).toHaveValue('Somebody is paged');
  await field.fill('+21 The alert should have paged');
  await expect(ana.page.getByText(/“should have” judges by what we know only now/)).toBeVisible();
  await field.press('Enter');

  // It was the day after: Bo moves all of them, and the next one would be there too.
  await expect(ana.field('Times without a date go on from')).toHaveValue('2025-11-20');
  await bo.button(/^Change the day of all entries/).click();
  await bo.field('Move the 4 entries of this day to').fill('2025-11-20');
  await bo.button('Move').click();
  await expect(bo.button(/^Change the day of all entries/)).toBeFocused();
  await expect(ana.field('Times without a date go on from')).toHaveValue('2025-11-21');

  // Each in their own zone, with UTC beside, and the gap to what was before.
  const entry = (person: typeof bo, text: string) =>
    person.page.getByRole('listitem').filter({ hasText: text });
  await expect(entry(ana, 'The queue is full')).toContainText('23:40 22:40 UTC');
  await expect(entry(bo, 'The queue is full')).toContainText('17:40 22:40 UTC');
  await expect(entry(bo, 'The queue is full')).toContainText('22 min later');
  const evidence = entry(bo, 'Deploy of 4.2').getByRole('link');
  await expect(evidence).toHaveAttribute('href', 'https://ci.example.org/runs/7');
  await expect(evidence).toHaveAttribute('rel', /noopener noreferrer/);

  // What Bo is writing in stays where it is when Ana moves it, until he has done.
  await bo.button('Change The queue is full').click();
  await bo.field('What happened').fill('The payment queue is full');
  await ana.button('Change The payment queue is full').click();
  await ana.field('When').fill('01:30');
  await ana.button('Done').click();
  const order = (person: typeof bo) =>
    person.page
      .getByRole('listitem')
      .evaluateAll((items) =>
        items.flatMap(
          (item) => /Deploy|queue|customer|alert/.exec((item as HTMLElement).innerText)?.[0] ?? [],
        ),
      );
  await expect.poll(() => order(ana)).toEqual(['Deploy', 'customer', 'alert', 'queue']);
  await expect(ana.button('Change The payment queue is full')).toBeFocused();
  expect((await order(bo)).filter((word) => word !== 'queue')).toEqual(['Deploy', 'customer', 'alert']);
  await expect(bo.field('What happened')).toBeFocused();
  await bo.button('Done').click();
  await expect.poll(() => order(bo)).toEqual(['Deploy', 'customer', 'alert', 'queue']);

  // Removed, and brought back. The entry that comes under the pointer stays.
  await ana.button('Remove A customer calls: nobody can pay').dblclick({ delay: 100 });
  await expect(ana.page.getByText('Removed: A customer calls: nobody can pay').first()).toBeVisible();
  await expect.poll(() => order(bo)).toEqual(['Deploy', 'alert', 'queue']);
  await ana.button('Undo').click();
  await expect(entry(bo, 'A customer calls')).toHaveCount(1);
  for (const { page } of [ana, bo])
    expect((await axeOn(page).analyze()).violations.map(({ id }) => id)).toEqual([]);

  await ana.goOnTo('Impact');
  await expect(ana.words('The impact is written below, by everybody in the same field.')).toBeVisible();
  const about = (page: typeof ana.page) => page.getByRole('region', { name: 'The incident' });
  await expect(about(ana.page).getByRole('textbox').first()).toHaveAccessibleName('Impact, in one sentence');
  await ana.field('Impact, in one sentence').fill('400 customers could not pay for 110 minutes');
  await ana.field('Incident commander').fill('Bo');
  await ana.goOnTo('What went well');
  await bo.looksAt('What went well');
  await expect(bo.words('Nobody has answered yet.')).toBeVisible();
  await bo.page.getByText('What saved us that we cannot rely on?').click();
  await bo.field('New note, Luck').fill('It was not Black Friday');
  await bo.page.keyboard.press('Enter');
  await ana.goOnTo('Decide follow-ups');
  // Twice at once, where what the first click brings comes under the pointer.
  await ana.button('Add an action').dblclick({ delay: 100, position: { x: 20, y: 20 } });
  await ana.page.keyboard.type('Page when the queue is half full');
  await ana.button(/^Aim of Page/).click();
  await ana.button(/^Detect/).click();
  await ana.goOnTo('Close');
  // What this part asks for comes before the rest of it, on a phone too.
  await bo.looksAt('Close');
  for (const { page } of [ana, bo]) {
    await expect(about(page).getByRole('textbox')).toHaveAccessibleName(
      'Message to the people who were affected',
    );
    const asked = await about(page).boundingBox();
    const unfinished = await page.getByRole('region', { name: /unfinished$/ }).boundingBox();
    expect(asked?.y).toBeLessThan(unfinished?.y ?? 0);
  }
  await ana.field('Message to the people who were affected').fill('We are sorry. Nobody was charged twice.');
  await ana.seesSaving('Saved');
  await ana.closeRoom();

  const markdown = await (await ana.page.request.get(`${origin}/api/rooms/${room}/record.md`)).text();
  expect(markdown.match(/^## .*/gm)?.slice(0, 11)).toEqual([
    ...['## Summary', '## Impact', '## Timeline (UTC)', '## Contributing factors', '## Detection'],
    ...['## Resolution', '## What went well', '## What did not', '## Where we were lucky', '## Actions'],
    '## Messages',
  ]);
  for (const found of [
    '- 2025-11-20T22:18:00Z Deploy of 4.2 begins\n  - Source: <https://ci.example.org/runs/7>',
    '- 2025-11-21T00:30:00Z The payment queue is full',
    '## Where we were lucky\n\n- It was not Black Friday',
    '- [ ] Page when the queue is half full (detect;',
    '- Incident commander: Bo',
  ])
    expect(markdown).toContain(found);
  await ana.page.goto(`${origin}/r/${room}/record`);
  await expect(ana.page.getByRole('heading', { name: 'Where we were lucky' })).toBeVisible();
});
