/** Seats: taken by link, kept by the browser, raised by a better link, and of no use to write in a closed room. */
import { expect, test, type Company } from './meeting-test.ts';
import type { Facilitator, Links } from './facilitator.ts';

async function openRoom(
  company: Company,
  origin: string,
  title: string,
): Promise<{ ada: Facilitator; links: Links }> {
  const ada = await company.facilitator('Ada');
  await ada.openRoom(origin, title);
  return { ada, links: ada.links };
}

test('whoever closes the tab comes back to the same seat from the list of recent rooms', async ({
  hearth,
  company,
}) => {
  const { ada, links } = await openRoom(company, hearth.origin, 'Left early');
  const bea = await company.participant('Bea');
  await bea.join(links.participant);
  await ada.start();
  await ada.goOnTo('Perspectives');
  await bea.write('Still mine tomorrow');
  await bea.seesSaving('Saved');

  const again = await company.inNewTab(bea);
  await bea.page.close({ runBeforeUnload: false });
  await again.page.goto(hearth.origin);
  await expect(again.page.getByRole('heading', { name: 'Recent rooms on this device' })).toBeVisible();
  await again.link('Left early').click();
  await again.isInRoom();
  await again.hasDrafts('Still mine tomorrow');
  await expect(ada.button('2 people here')).toBeVisible();
});

test.describe('a browser that stores the app', () => {
  test.use({ storesApp: true });

  test('the first join of a browser leaves nothing on its console', async ({ hearth, company }) => {
    const { links } = await openRoom(company, hearth.origin, 'Clean');
    const bea = await company.participant('Bea');
    const wall = await company.visitor();
    const said: string[] = [];
    for (const { page } of [bea, wall]) page.on('console', (message) => said.push(message.text()));
    await bea.join(links.participant);
    await wall.watch(links.observer);
    expect(said).toEqual([]);
  });
});

test('a second tab is the same person at the same desk', async ({ hearth, company }) => {
  const { ada, links } = await openRoom(company, hearth.origin, 'Two tabs');
  const bea = await company.participant('Bea');
  await bea.join(links.participant);
  await ada.start();
  await ada.goOnTo('Perspectives');
  const beside = await company.inNewTab(bea);
  await beside.openLink(links.participant);
  await beside.isInRoom();
  await bea.write('Written on the left');
  await beside.hasDrafts('Written on the left');
  await beside.write('Written on the right');
  await bea.hasDrafts('Written on the left', 'Written on the right');
  await expect(ada.button('2 people here')).toBeVisible();
});

test('people rename themselves, and everybody sees it', async ({ hearth, company }) => {
  const { ada, links } = await openRoom(company, hearth.origin, 'Names');
  const bea = await company.participant('Bea');
  await bea.join(links.participant);
  await bea.choose('Change my name');
  await bea.dialog('Your name in this room').getByRole('textbox').fill('Beatrix');
  await bea.button('Save').click();
  await ada.button('2 people here').click();
  await expect(ada.dialog('In this room').getByRole('listitem')).toHaveText([/^Ada/, /^Beatrix/]);
});

test('a facilitator link says what it will do to the seat that is there, and waits to be asked', async ({
  hearth,
  company,
}) => {
  const { ada, links } = await openRoom(company, hearth.origin, 'Hand over');
  const bea = await company.participant('Bea');
  await bea.join(links.participant);
  await bea.openLink(links.facilitator);
  await expect(bea.page.getByRole('heading', { level: 1 })).toHaveText('You are in this room as Bea.');
  await expect(bea.page.getByText('This link makes you a facilitator of “Hand over”.')).toBeVisible();
  await bea.link('Go in as before').click();
  await bea.isInRoom();
  await expect(bea.button('I’m ready')).toBeVisible();
  await expect(bea.button('Start the meeting')).toHaveCount(0);

  await bea.openLink(links.facilitator);
  await bea.button('Become a facilitator').click();
  await bea.isInRoom();
  await bea.button('Start the meeting').click();
  await expect(ada.clock).toBeVisible();
  await expect(ada.button('2 people here')).toBeVisible();
});

test('a link of a lower or the same role takes nothing away and asks nothing', async ({
  hearth,
  company,
}) => {
  const { ada, links } = await openRoom(company, hearth.origin, 'Still mine');
  for (const link of [links.participant, links.facilitator]) {
    await ada.page.goto('about:blank');
    await ada.openLink(link);
    await ada.isInRoom();
    await expect(ada.button('Start the meeting')).toBeVisible();
  }
});

test('somebody who watches can take part by a better link, or go on watching', async ({
  hearth,
  company,
}) => {
  const { ada, links } = await openRoom(company, hearth.origin, 'From the side');
  const bea = await company.participant('Bea');
  await bea.watch(links.observer);
  await bea.openLink(links.participant);
  await bea.link('Go on watching').click();
  await expect(bea.page.getByText('You are watching.')).toBeVisible();
  await bea.join(links.participant);
  await expect(ada.button('2 people here')).toBeVisible();
});

test('an observer sees the board and finds nothing to write with', async ({ hearth, company }) => {
  const { ada, links } = await openRoom(company, hearth.origin, 'For the wall');
  const wall = await company.visitor();
  await wall.watch(links.observer);
  await expect(wall.page.getByText('You are watching.')).toBeVisible();
  await ada.start();
  await ada.goOnTo('Wins');
  await ada.write('Thanks to the night shift');
  await expect(wall.note('Thanks to the night shift')).toBeVisible();
  await expect(wall.page.getByRole('textbox')).toHaveCount(0);
  await ada.goOnTo('Perspectives');
  await expect(
    wall.page.getByText('Notes stay on their desks until the facilitator reveals them.'),
  ).toBeVisible();
  await expect(wall.page.getByRole('textbox')).toHaveCount(0);
  await wall.lookAt('Decide');
  await expect(wall.page.getByRole('region', { name: 'Decisions' })).toBeVisible();
  await expect(wall.button(/^Add /)).toHaveCount(0);
  await expect(wall.page.getByRole('group', { name: 'Take part' })).toHaveCount(0);
});

test('a link that leads nowhere says so and what to do next', async ({ hearth, company }) => {
  const { links } = await openRoom(company, hearth.origin, 'Somewhere');
  const stray = await company.visitor();
  const heading = stray.page.getByRole('heading', { level: 1 });

  await stray.openLink(links.participant.slice(0, -5));
  await expect(heading).toHaveText('This link is not complete.');
  await expect(stray.page.getByText(/Copy the whole link again/)).toBeVisible();

  await stray.page.goto('about:blank');
  await stray.openLink(`${links.participant.slice(0, -22)}AAAAAAAAAAAAAAAAAAAAAA`);
  await expect(heading).toHaveText('There is no room behind this link.');
  await expect(stray.page.getByText(/may have been renewed: ask for a new one/)).toBeVisible();

  await stray.page.goto(links.participant.replace('/j/', '/r/'));
  await expect(heading).toHaveText('You are not in this room yet');

  await stray.page.goto(`${hearth.origin}/r/nowherenowherenw`);
  await expect(stray.link('To the start page')).toBeVisible();

  await stray.page.goto(`${hearth.origin}/no/such/page`);
  await expect(heading).toHaveText('There is no page here');
  await stray.link('To the start page').click();
  await expect(heading).toHaveText('Leave the retro with owners.');
});

test('a closed room can be read by everybody and changed by nobody', async ({ hearth, company }) => {
  const { ada, links } = await openRoom(company, hearth.origin, 'Shut');
  const bea = await company.participant('Bea');
  await bea.join(links.participant);
  await ada.start();
  await ada.goOnTo('Decide');
  await ada.addDecision('We stop here.');
  await ada.goOnTo('Close');
  await ada.closeRoom();
  for (const person of [ada, bea]) {
    await person.lookAt('Decide');
    await expect(person.page.getByText('We stop here.')).toBeVisible();
    await expect(person.page.getByRole('textbox')).toHaveCount(0);
    await expect(person.button(/^Add /)).toHaveCount(0);
    await person.lookAt('Wins');
    await expect(person.composer).toHaveCount(0);
  }
  await bea.page.reload();
  await bea.isInRoom();
  await expect(bea.page.getByText('This room is closed and can only be read.')).toBeVisible();
  await bea.link('Read the record').first().click();
  await expect(bea.page.getByText('We stop here.')).toBeVisible();
});
