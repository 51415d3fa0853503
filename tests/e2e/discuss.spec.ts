/** Two topics talked through: one after the other, with more time, a queue of hands, and a note that is signed. */
import type { Page } from '@playwright/test';
import { memoryStore } from '../../server/store/memory-store.ts';
import { startOwnServer } from '../support/server.ts';
import type { Facilitator } from './facilitator.ts';
import { app, expect, test } from './meeting-test.ts';
import type { Participant } from './people.ts';
import { SkippingClock } from './skipping-clock.ts';

test('topics are talked about one at a time, and the bell asks everybody', async ({ company }) => {
  test.slow();
  const clock = new SkippingClock();
  const server = await startOwnServer({ app, around: { clock, store: memoryStore() } });
  const mara = await company.facilitator('Mara');
  await mara.openRoom(server.origin, 'Two topics');
  const ana = await company.participant('Ana');
  await ana.join(mara.links.participant);
  await gather(mara, ana, 'The pager was silent', 'The queue was full');
  await mara.goOnTo('Discuss');

  const list = (person: Participant) => person.page.getByRole('navigation', { name: /^Topics/ });
  const topic = (person: Participant) => person.page.getByRole('heading', { level: 1 });
  const first = await topic(mara).innerText();
  const second = first === 'The pager was silent' ? 'The queue was full' : 'The pager was silent';

  await test.step('the first topic is open, and what comes after it is known', async () => {
    await expect(topic(ana)).toHaveText(first);
    await expect(ana.page.getByRole('banner')).toContainText('Topic 1 of 2');
    await expect(list(ana).getByRole('button', { name: first })).toContainText('Talking now');
    await expect(list(ana).getByRole('button', { name: second })).toContainText('Up next, about 6 minutes');
  });

  await test.step('hands wait until whoever facilitates takes them down', async () => {
    await ana.page.locator('body').press('h');
    await expect(ana.button('Raise hand')).toHaveAttribute('aria-pressed', 'true');
    const queue = mara.page.getByRole('region', { name: 'Raised hands' });
    await expect(queue).toContainText('Ana');
    await queue.getByRole('button', { name: 'Next: lower the hand of Ana' }).click();
    await expect(queue).toHaveCount(0);
    await expect(ana.button('Raise hand')).toHaveAttribute('aria-pressed', 'false');
  });

  await test.step('the author of a note signs it, after being told what that means', async () => {
    await ana.showOwnNotes();
    await ana.note(first).getByRole('button', { name: 'Sign with my name' }).click();
    const asked = ana.dialog('Sign this note with your name?');
    await expect(asked).toContainText('nobody can unsee it');
    await asked.getByRole('button', { name: 'Sign with my name' }).click();
    await expect(mara.note(first)).toContainText('From Ana');
    await ana.note(first).getByRole('button', { name: 'Take my name off' }).click();
    await expect(mara.note(first)).not.toContainText('From Ana');
  });

  await test.step('what was said is written by everybody in one field', async () => {
    await ana.field('What was said').fill('Nobody was on call.');
    await expect(mara.field('What was said')).toHaveValue('Nobody was on call.');
  });

  const bell = mara.page.getByRole('group', { name: `Time is over for “${first}”` });
  const skipToBell = async () => {
    clock.skip((await mara.secondsLeft()) * 1_000 + 1_000);
    for (const person of [mara, ana]) await lookAgain(person.page);
  };

  await test.step('the bell asks everybody in secret, and says who pays for more time', async () => {
    await skipToBell();
    await ana.button('2 more min').click();
    await expect(bell).toContainText('1 of 2 answered');
    await expect(bell).toContainText(/2 more min, out of the \d+ min to spare/);
    await expect(bell.getByRole('button', { name: '1 more min' })).toHaveCount(0);
    await bell.getByRole('button', { name: '2 more min' }).click();
    await expect(bell).toHaveCount(0);
    await expect(list(ana).getByRole('button', { name: second })).toContainText('about 6 minutes');
  });

  await test.step('the second time there is one minute, and then it is time to move on', async () => {
    await skipToBell();
    await bell.getByRole('button', { name: '1 more min' }).click();
    await expect(bell).toHaveCount(0);
    await skipToBell();
    await expect(bell.getByRole('button', { name: /more min$/ })).toHaveCount(0);
    await ana.field('What was said').click();
    await bell.getByRole('button', { name: 'Next topic' }).click();
  });

  await test.step('somebody who is writing is not dragged along', async () => {
    await expect(topic(mara)).toHaveText(second);
    await expect(topic(ana)).toHaveText(first);
    await expect(ana.words('The meeting talks about another topic.')).toBeVisible();
    await ana.button('Go there').click();
    await expect(topic(ana)).toHaveText(second);
    await expect(list(ana).getByRole('button', { name: first })).toContainText('No outcome yet');
  });

  await test.step('when all topics were opened the next thing is the next part', async () => {
    await expect(mara.dock.getByRole('button', { name: 'Next topic' })).toHaveCount(0);
    await mara.dock.getByRole('button', { name: 'Next: Decide' }).click();
    await ana.looksAt('Decide');
  });
  await server.close();
});

test('whoever facilitates puts the topics in another order, by keyboard and by hand', async ({
  company,
  hearth,
}) => {
  const mara = await company.facilitator('Mara');
  await mara.openRoom(hearth.origin, 'In order');
  await gather(mara, mara, 'One', 'Two', 'Three');
  await mara.goOnTo('Discuss');
  const items = mara.page.getByRole('navigation', { name: /^Topics/ }).getByRole('listitem');
  const names = async () => (await items.allInnerTexts()).map((text) => text.split('\n')[0]);
  const [first, second, third] = await names();

  await test.step('with arrow keys', async () => {
    await mara.button('Change the order').click();
    await mara.button(`Move ${third ?? ''}`).press('ArrowUp');
    await expect.poll(names).toEqual([first, third, second]);
    await expect(mara.button(`Move ${third ?? ''}`)).toBeFocused();
  });

  await test.step('with the mouse', async () => {
    await mara.button(`Move ${second ?? ''}`).hover();
    await mara.page.mouse.down();
    const target = await mara.button(`Move ${first ?? ''}`).boundingBox();
    await mara.page.mouse.move(target?.x ?? 0, (target?.y ?? 0) - 4, { steps: 5 });
    expect(await names()).toEqual([first, third, second]);
    await mara.page.mouse.up();
    await expect.poll(names).toEqual([second, first, third]);
  });

  await test.step('and back to where they were', async () => {
    await mara.button('Back to the order by votes').click();
    await expect.poll(names).toEqual([first, second, third]);
  });
});

/** Everything is written by one person, and revealed. */
async function gather(mara: Facilitator, author: Participant, ...texts: readonly string[]): Promise<void> {
  await mara.start();
  await mara.goOnTo('Perspectives');
  for (const text of texts) await author.write(text);
  while (!(await mara.button('Reveal notes').isVisible())) await mara.goOn();
  await mara.reveal();
}

/** Comes back to the tab, at which a page asks for the time. */
async function lookAgain(page: Page): Promise<void> {
  await page.evaluate(() => document.dispatchEvent(new Event('visibilitychange')));
}
