/** The facilitator's craft: an incident review, from an agenda in Markdown to the meeting that follows it up. */
import { startOwnServer } from '../support/server.ts';
import { Exports } from './exports.ts';
import type { Facilitator } from './facilitator.ts';
import { incidentAgenda, mended, mistyped } from './incident-agenda.ts';
import { Laptop } from './laptop.ts';
import { app, desktop, expect, phone, test } from './meeting-test.ts';
import type { Participant } from './people.ts';
import { SkippingClock } from './skipping-clock.ts';
import { Wiretap } from './wiretap.ts';

test.use({ storesApp: true });

const minute = 60_000;
const advice = 'Give them all six minutes, also when it is quiet.';
const ahead = {
  bea: 'Nobody knew that the queue has a limit',
  cleo: 'The error page said nothing',
  eve: 'Marmalade on the pager',
};
const followUps = {
  page: 'Page when the queue is half full',
  say: 'Say on the page what to do',
  limit: 'Give the queue no limit',
};

test('a review is prepared, starts late, loses its facilitator and a seat, and the next meeting takes up what it left open', async ({
  company,
}) => {
  test.setTimeout(300_000);
  const clock = new SkippingClock();
  const server = await startOwnServer({ app, around: { clock }, env: { HEARTH_JOINS_PER_MINUTE: '0' } });
  const laptop = await Laptop.open();
  const ada = await laptop.facilitator('Ada', { ...desktop, timezoneId: 'UTC' });
  const bea = await company.facilitator('Bea', { ...desktop, timezoneId: 'Europe/Berlin' });
  const cleo = await company.participant('Cleo', { ...phone, timezoneId: 'America/New_York' });
  const dan = await company.participant('Dan', { ...desktop, timezoneId: 'UTC' });
  const eve = await company.participant('Eve');
  const invited = [bea, cleo, dan, eve];
  const staying = [bea, cleo, dan];
  const heard = { ada: new Wiretap(ada.page), dan: new Wiretap(dan.page) };
  const skip = async (ms: number, people: readonly Participant[]) => {
    clock.skip(ms);
    for (const person of people) await person.comesBack();
  };

  await test.step('the agenda comes as Markdown, and the line that cannot be read is named', async () => {
    await ada.openRoom(server.origin, 'Tuesday');
    await ada.button('Change the agenda').click();
    await ada.page.getByText('As Markdown').click();
    await ada.useMarkdown(incidentAgenda);
    const number = incidentAgenda.split('\n').indexOf(mistyped) + 1;
    const named = ada.page.getByRole('alert').getByRole('listitem');
    await expect(named).toHaveText([new RegExp(`^Line ${number}: This is neither`)]);
    await ada.button('Use the rest').click();
    await expect(ada.words('55 min planned')).toBeVisible();
    await ada.useMarkdown(mended);
    await expect(named).toHaveCount(0);
    await expect(ada.words('60 min planned')).toBeVisible();
    await expect(ada.words('fits exactly')).toBeVisible();
    await ada.button('Done').click();
  });

  const startsAt = Math.ceil(clock.now() / minute + 2) * minute;
  const announcedEnd = new Date(startsAt + 60 * minute).toISOString().slice(11, 16);

  await test.step('before the meeting three people write, and nobody sees a word of it', async () => {
    const { participant } = await ada.readLinks();
    await Promise.all(invited.map((person) => person.join(participant)));
    await ada.planStart(startsAt);
    await ada.button('Let people write ahead').click();
    await ada.dialog('Let people write ahead').getByRole('button', { name: 'Save' }).click();
    await cleo.preRead('What customers wrote').getByRole('button', { name: 'I have read it' }).click();
    await writeAhead(bea, 'On-call', ahead.bea);
    await writeAhead(cleo, 'User', ahead.cleo);
    await writeAhead(eve, 'User', ahead.eve);
    await skip(10_000, [ada]);
    await expect(ada.page.getByText('3 of 5 have written').first()).toBeVisible();
    await expect(ada.preRead('What customers wrote')).toContainText('1 of 5 have read it: Cleo');
    for (const tap of Object.values(heard)) {
      const all = await tap.received();
      for (const text of Object.values(ahead)) expect(all.includes(text)).toBe(false);
    }
  });

  await test.step('it starts six minutes late, and ends when it was said to', async () => {
    await skip(startsAt + 6 * minute + 2_000 - clock.now(), [ada, ...invited]);
    await expect(cleo.words('Writing ahead is over.')).toBeVisible();
    await ada.button('Start the meeting').click();
    const asked = ada.dialog('You start 6 min late');
    await expect(asked.getByRole('radio', { name: `Keep the end at ${announcedEnd}` })).toBeChecked();
    await asked.getByRole('button', { name: 'Start', exact: true }).click();
    await expect(ada.page.getByText(`Ends ${announcedEnd}, on plan`)).toBeVisible();
    const minutes = await ada.plannedMinutes();
    expect(minutes.reduce((sum, one) => sum + one)).toBe(54);
    const [decide = 0, close = 0] = minutes.slice(-2);
    expect([decide >= 4, close >= 1]).toEqual([true, true]);
  });

  await test.step('her laptop dies; somebody asks to facilitate, and nobody objects', async () => {
    await ada.goOnTo('Silent read');
    await expect(ada.words(advice)).toBeVisible();
    for (const person of invited) await person.looksAt('Silent read');
    await laptop.die();
    await skip(15_000, invited);
    await expect(bea.button('4 people here')).toBeVisible();
    await expect(bea.button('Ask to facilitate')).toHaveCount(0);
    await skip(minute, invited);
    await bea.button('Ask to facilitate').click();
    await expect(cleo.page.getByText(/^Bea will facilitate in \d+ s\.$/)).toBeVisible();
    await expect(cleo.button('Object')).toBeVisible();
    await expect(bea.dock).toHaveCount(0);
    await skip(20_000, invited);
    await expect(bea.dock).toBeVisible();
    await expect(bea.words(advice)).toBeVisible();
    expect((await heard.dan.received()).includes(advice)).toBe(false);
  });

  await test.step('a seat is removed; its page says so and keeps what was written there', async () => {
    await bea.removeSeat('Eve');
    await expect(eve.page.getByRole('heading', { level: 1 })).toHaveText(
      'You are not in this room any more',
      { timeout: 3_000 },
    );
    await expect(eve.words(ahead.eve)).toBeVisible();
    await expect(bea.button('3 people here')).toBeVisible();
  });

  await test.step('what happened when, as people remember it, and what it meant', async () => {
    await bea.goOnTo('Timeline');
    for (const person of staying) await person.looksAt('Timeline');
    await remember(dan, '2026-11-20 22:40 The payment queue is full');
    await remember(cleo, '2026-11-20 18:10 A customer calls: nobody can pay');
    await remember(bea, '2026-11-20 23:18 Deploy of 4.2 begins https://ci.example.org/runs/7');
    for (const { page } of staying)
      await expect(page.getByRole('region', { name: 'Timeline' }).getByRole('listitem')).toHaveText([
        ...[/22:18.*Deploy of 4\.2/s, /22:40.*queue is full/s, /23:10.*customer calls/s],
      ]);
    await skip(4 * minute, staying);
    await bea.goOnTo('Impact');
    await bea.field('Impact, in one sentence').fill('400 customers could not pay for 110 minutes');
    await bea.field('Incident commander').fill('Bea');
    await cleo.looksAt('Impact');
    await cleo.field('Detection').fill('A customer called before any alert did');
    await expect(bea.field('Detection')).toHaveValue('A customer called before any alert did');
  });

  await test.step('factors by lens, those that were written ahead among them', async () => {
    await bea.goOnTo('Contributing factors');
    await cleo.button('Back to the meeting').click();
    await cleo.hasDrafts(ahead.cleo);
    await dan.looksAt('Contributing factors');
    await dan.write('No alert looks at the queue');
    await dan.seesSaving('Saved');
    while (!(await bea.button('Reveal notes').isVisible())) await bea.goOn();
    await bea.reveal();
    for (const text of [ahead.bea, ahead.cleo, 'No alert looks at the queue'])
      await expect(dan.note(text)).toBeVisible();
    await expect(dan.note(ahead.eve)).toHaveCount(0);
  });

  await test.step('what went well, luck, and promises that their owners take', async () => {
    await bea.goOnTo('What went well');
    await cleo.looksAt('What went well');
    await bea.write('Thanks to Dan, who called the bank at once');
    await cleo.page.getByRole('radio', { name: /^Luck/ }).check({ force: true });
    await cleo.write('It was not Black Friday');
    await expect(bea.note('It was not Black Friday')).toBeVisible();
    await bea.goOnTo('Decide');
    await promise(bea, followUps.page, 'Detect', 'Dan');
    await promise(bea, followUps.say, 'Mitigate', 'Cleo');
    await promise(bea, followUps.limit, 'Prevent', 'Bea');
    await cleo.page.keyboard.press('Escape');
    for (const person of staying) await person.button('I take this').click();
    await bea.goOnTo('Close');
    await dan.field('Message to the people who were affected').fill('Nobody was charged twice.');
    await dan.seesSaving('Saved');
    await bea.closeRoom();
  });

  await test.step('the record has it in the order in which incidents are read', async () => {
    const exports = new Exports(dan, server.origin, roomOf(bea));
    const markdown = await exports.markdown();
    expect(markdown.match(/^## .*/gm)?.slice(0, 12)).toEqual([
      ...['## Summary', '## Impact', '## Timeline (UTC)', '## Contributing factors', '## Detection'],
      ...['## Resolution', '## What went well', '## What did not', '## Where we were lucky', '## Actions'],
      ...['## Messages', '## Roles'],
    ]);
    for (const found of [
      '- 2026-11-20T22:18:00Z Deploy of 4.2 begins\n  - Source: <https://ci.example.org/runs/7>\n- 2026-11-20T22:40:00Z',
      `### On-call\n\n`,
      `### User\n\n- ${ahead.cleo}\n`,
      '## What went well\n\n- Thanks to Dan',
      '## Where we were lucky\n\n- It was not Black Friday',
      `- [ ] ${followUps.limit} (prevent; owner: Bea)`,
      '## Messages\n\nNobody was charged twice.',
      '- Incident commander: Bea',
    ])
      expect(markdown).toContain(found);
    expect(markdown).not.toContain(ahead.eve);
    const { segments, closedAnyway, format, minutes } = await exports.record();
    expect([format.id, closedAnyway]).toEqual(['own', false]);
    expect(minutes).toMatchObject({ planned: 54, announced: 60 });
    const { plannedMinutes = 0, actualMinutes = 0 } =
      segments.find(({ title }) => title === 'Timeline') ?? {};
    expect(actualMinutes).toBeGreaterThanOrEqual(4);
    expect(markdown).toMatch(
      new RegExp(
        `^\\| Timeline +\\| +${plannedMinutes} \\(announced 10\\) \\| +${Math.round(actualMinutes ?? 0)} \\|$`,
        'm',
      ),
    );
  });

  await test.step('the next meeting begins with what is open, and its record says what became of it', async () => {
    await bea.link('Plan the next one from here').click();
    await bea.field('What are you looking back on?').fill('A month later');
    await bea.button('Start a new room').click();
    await expect(bea.page.getByRole('banner')).toContainText('A month later');
    await expect(bea.part('Contributing factors')).toBeVisible();
    expect((await bea.plannedMinutes()).reduce((sum, one) => sum + one)).toBe(60);
    await expect(bea.preRead('What customers wrote')).toHaveCount(0);
    await dan.join((await bea.readLinks()).participant);
    await bea.start();
    await bea.goOnTo('Follow-up');
    await expect(bea.page.getByText('From Checkout was down')).toBeVisible();
    await dan.looksAt('Follow-up');
    await say(dan, followUps.page, 'Kept');
    await say(bea, followUps.say, 'Moved');
    await bea.button(`New date of ${followUps.say}: Needs a date`).click();
    await bea.dialog('By when instead?').getByRole('button', { name: 'In four weeks' }).click();
    await say(bea, followUps.limit, 'Dropped');
    await bea.field('Why').last().fill('Memory is not endless.');
    await bea.seesSaving('Saved');
    await expect(dan.page.getByText('3 of 3 answered')).toBeVisible();
    const record = await new Exports(dan, server.origin, roomOf(bea)).record();
    expect(record).toMatchObject({
      continues: 'Checkout was down',
      earlier: [
        { title: followUps.page, owner: 'Dan', aim: 'detect', fate: 'kept' },
        { title: followUps.say, owner: 'Cleo', aim: 'mitigate', fate: 'moved' },
        {
          title: followUps.limit,
          owner: 'Bea',
          aim: 'prevent',
          fate: 'dropped',
          why: 'Memory is not endless.',
        },
      ],
    });
  });
  await server.close();
});

async function writeAhead(person: Participant, lens: string, text: string): Promise<void> {
  await person.page.getByRole('radio', { name: lens }).check({ force: true });
  await person.write(text);
  await person.seesSaving('Saved');
}

async function remember(person: Participant, line: string): Promise<void> {
  const field = person.field('New entry, beginning with its time');
  await field.fill(line);
  await field.press('Enter');
  await expect(field).toHaveValue('');
}

async function promise(by: Facilitator, title: string, aim: string, owner: string): Promise<void> {
  await by.addAction(title);
  await by.button(`Aim of ${title}: Needs an aim`).click();
  await by.dialog('What does it do about the next one?').getByRole('button', { name: aim }).click();
  await by.giveOwner(title, owner);
  await by.giveDate(title, 'In a week');
}

async function say(person: Participant, title: string, fate: string): Promise<void> {
  const fates = person.page.getByRole('group', { name: `What has become of ${title}` });
  await fates.getByRole('button', { name: fate }).click();
  await expect(fates.getByRole('button', { name: fate })).toHaveAttribute('aria-pressed', 'true');
}

function roomOf({ page }: Participant): string {
  return new URL(page.url()).pathname.split('/')[2] ?? '';
}
