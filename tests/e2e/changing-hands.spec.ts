/** What changes hands while people write: lenses, asked for by keyboard and answered on a phone, and notes let go of. */
import { join, openRoom } from '../support/headless-person.ts';
import { axeOn } from './axe.ts';
import { expect, phone, test } from './meeting-test.ts';
import type { Participant } from './people.ts';

const holds = (person: Participant) => person.page.locator('main .kicker .chip').innerText();
/** Without the letter beside it. */
const nameOf = (chip = '') => chip.replace(/\s+\S$/, '');

async function faultsOf({ page }: Participant): Promise<string[]> {
  const axe = axeOn(page);
  return (await axe.analyze()).violations.map(({ id }) => id);
}

test('two people swap lenses, and notes they let go of appear with that of a third', async ({
  hearth,
  company,
}) => {
  const room = await openRoom(hearth.origin);
  const cy = await join(hearth.origin, room.links.participant, 'Cy');
  const { stage } = room.facilitator;
  await Promise.all([stage.connect(), cy.stage.connect(), cy.open('desk')]);
  const ana = await company.participant('Ana');
  const ben = await company.participant('Ben', phone);
  for (const person of [ana, ben]) await person.join(hearth.origin + room.links.participant);
  await stage.command({ type: 'changeSegment', segment: 'gather', change: { policy: 'own' } });
  await stage.command({ type: 'setRoundMode', segment: 'gather', mode: 'distributed' });
  await stage.command({ type: 'startMeeting' });
  while (stage.state?.current !== 'gather') await stage.command({ type: 'skipSegment' });

  const asked = stage.state.segments.find(({ id }) => id === 'gather')?.question ?? '';
  await expect(ana.words(asked)).toBeVisible();
  await ana.field(/^New note, /).fill('The pager');
  const before = [await holds(ana), await holds(ben)];
  await ana.button('Swap with …').press('Enter');
  await ana.page.getByRole('menuitem', { name: /^Ben/ }).press('Enter');
  await expect(ana.words('You asked Ben to swap.')).toBeVisible();
  const question = ben.page.locator('main').getByText(/^Ana would like to swap/);
  await expect(question).toBeVisible();
  expect(await faultsOf(ben)).toEqual([]);
  await ben.button('Swap').click();
  await expect(question).toHaveCount(0);
  await expect.poll(async () => [await holds(ana), await holds(ben)]).toEqual(before.toReversed());

  const begun = ana.page.locator('main').getByText(/^You began this under/);
  await expect(begun).toHaveText(`You began this under ${nameOf(before[0])}, and it goes there.`);
  await ana.button(`Move to ${nameOf(before[1])}`).click();
  await expect(ana.field(`New note, ${nameOf(before[1])}`)).toBeFocused();
  await expect(begun).toHaveCount(0);
  const news = ana.page.getByRole('complementary').getByText(/^Ben swapped with you/);
  await expect(news).toBeVisible();
  await ana.button('Pass this lens').press('Enter');
  await expect.poll(() => holds(ana)).not.toBe(before[1]);
  await expect(news).toHaveCount(0);
  await ana.write('The pager rang for a page that nobody opens');
  await ana.button('Let go of this note').press('Enter');
  await expect(ana.page.getByRole('heading', { name: 'You let go of these' })).toBeVisible();
  await ana.button('Take it back').press('Enter');
  await ana.button('Let go of this note').press('Enter');
  expect(await faultsOf(ana)).toEqual([]);
  await ben.write('Customers try three times before they write to us');
  await ben.button('Let go of this note').click();
  await expect(ben.button('Take it back')).toBeVisible();
  await expect(ben.note('The pager rang')).toHaveCount(0);
  cy.write({ id: 'third', segment: 'gather', text: 'We shipped on a Friday', released: true });
  for (const person of [ana, ben]) {
    for (const text of ['The pager rang', 'Customers try', 'We shipped'])
      await expect(person.note(text)).toBeVisible();
    await expect(person.button('Take it back')).toHaveCount(0);
  }
  for (const person of [cy, room.facilitator]) person.leave();
});
