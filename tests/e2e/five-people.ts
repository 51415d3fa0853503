/** One meeting as five people live through it, from the landing page to the Markdown file, step by step. */
import { readFile } from 'node:fs/promises';
import type { Facilitator, Links } from './facilitator.ts';
import { expect, phone, test, type Company } from './meeting-test.ts';
import type { Participant, Visitor } from './people.ts';

export interface FivePeople {
  readonly ada: Facilitator;
  readonly bea: Participant;
  /** On a phone. */
  readonly cleo: Participant;
  /** Somebody else with the same name. */
  readonly otherBea: Participant;
  /** Watches only. */
  readonly wall: Visitor;
  readonly everybody: readonly Visitor[];
}

/** `inRound` happens to them in the middle of the second round; the meeting goes on as if it had not. */
export async function holdMeeting(
  origin: string,
  company: Company,
  inRound: (five: FivePeople) => Promise<void> = () => Promise.resolve(),
): Promise<void> {
  const five = await fivePeople(company);
  await five.ada.openRoom(origin, 'Checkout sprint 42');
  const links = await five.ada.readLinks();
  await test.step('people join by link', () => joinByLink(five, links));
  await test.step('wins stand on every screen as they are written', () => shareWins(five));
  await test.step('the facilitator holds the time', () => holdTheTime(five));
  await test.step('everybody writes alone, from one side after the other', () => writeAlone(five, inRound));
  await test.step('who was offline comes back with what they wrote', () => comeBackOnline(five));
  await test.step('a reveal can be called off, and then shows everything to everybody', () =>
    revealTogether(five));
  await test.step('their authors change and withdraw notes, and nobody else can', () => changeOwnNotes(five));
  await test.step('parts that are talked through show the board', () => talkThrough(five));
  await test.step('two people write one promise together', () => promiseTogether(five));
  await test.step('nobody is dragged out of a sentence; what is unfinished holds up closing', () =>
    finishAndClose(five));
  await test.step('the record goes home as Markdown', () => takeTheRecordHome(five));
}

async function fivePeople(company: Company): Promise<FivePeople> {
  const [ada, bea, cleo, otherBea, wall] = await Promise.all([
    company.facilitator('Ada'),
    company.participant('Bea'),
    company.participant('Cleo', phone),
    company.participant('Bea'),
    company.visitor(),
  ]);
  return { ada, bea, cleo, otherBea, wall, everybody: [ada, bea, cleo, otherBea, wall] };
}

async function joinByLink({ ada, bea, cleo, otherBea, wall }: FivePeople, links: Links): Promise<void> {
  await bea.openLink(links.participant);
  await expect(bea.page.getByRole('heading', { level: 1, name: 'Checkout sprint 42' })).toBeVisible();
  await expect(bea.page.getByText('Ada facilitates. 1 person here: Ada')).toBeVisible();
  await expect(bea.page.getByText(/Drafts are yours alone until they go to the board/)).toBeVisible();
  await bea.join(links.participant);
  await cleo.join(links.participant);
  await otherBea.join(links.participant);
  await wall.watch(links.observer);
  await expect(bea.page.getByRole('heading', { name: 'Waiting for Ada to start' })).toBeVisible();
  await expect(ada.button('4 people here')).toBeVisible();
  await ada.button('4 people here').click();
  await expect(ada.dialog('In this room').getByRole('listitem')).toHaveText([
    /^Ada/,
    /^Bea/,
    /^Bea 2/,
    /^Cleo/,
    /^Observer/,
  ]);
  await ada.page.keyboard.press('Escape');
}

async function shareWins({ ada, cleo, everybody }: FivePeople): Promise<void> {
  await ada.start();
  await ada.goOnTo('Wins');
  await cleo.write('Otto kept the deploys calm');
  for (const person of everybody) {
    await person.looksAt('Wins');
    await expect(person.note('Otto kept the deploys calm')).toBeVisible();
  }
}

async function holdTheTime({ ada, bea }: FivePeople): Promise<void> {
  const before = await ada.secondsLeft();
  await ada.button(/^1 min/).click();
  await expect.poll(() => bea.secondsLeft()).toBeGreaterThan(before + 30);
  await ada.button('Pause').click();
  await expect(bea.page.getByText(/^Paused/)).toBeVisible();
  await ada.button('Resume').click();
  await expect(bea.page.getByText(/^Paused/)).toHaveCount(0);
}

async function writeAlone(five: FivePeople, inRound: (five: FivePeople) => Promise<void>): Promise<void> {
  const { ada, bea, cleo, otherBea, wall } = five;
  await ada.goOnTo('Perspectives');
  await expect(bea.page.getByText('User', { exact: true }).first()).toBeVisible();
  await bea.write('The payment page lies');
  await otherBea.write('Two tabs pay twice');
  await ada.goOn();
  await expect(bea.composer).toHaveAccessibleName('New note, On-call');
  await inRound(five);
  await otherBea.loseNetwork();
  await expect(otherBea.page.getByText('There is no connection to the server.')).toBeVisible({
    timeout: 30_000,
  });
  await otherBea.write('The pager rang for nothing');
  await ada.goOn();
  await cleo.write('We never measured the promise');
  await ada.goOn();
  await expect(bea.composer).toHaveAccessibleName('New note, Security');
  await bea.write('A shared password');
  await bea.hasDrafts('A shared password', 'The payment page lies');
  for (const person of [ada, cleo, wall]) {
    await expect(person.page.getByText('The payment page lies')).toHaveCount(0);
  }
  await bea.button('I’m ready').click();
  await expect(ada.page.getByText(/1 of 2 ready|1 of 3 ready/)).toBeVisible();
}

async function comeBackOnline({ otherBea }: FivePeople): Promise<void> {
  await otherBea.findNetwork();
  await otherBea.seesSaving('Saved');
  await otherBea.hasDrafts('The pager rang for nothing', 'Two tabs pay twice');
  await expect(otherBea.composer).toHaveAccessibleName('New note, Security');
}

async function revealTogether({ ada, bea, wall, everybody }: FivePeople): Promise<void> {
  await Promise.all([expect(wall.countIn).toBeVisible(), ada.askReveal()]);
  await ada.cancelReveal();
  await expect(wall.countIn).toHaveCount(0);
  await expect(wall.note('The payment page lies')).toHaveCount(0);
  await bea.hasDrafts('A shared password', 'The payment page lies');
  await ada.reveal();
  for (const person of everybody) {
    for (const text of [
      'The payment page lies',
      'Two tabs pay twice',
      'The pager rang for nothing',
      'We never measured the promise',
      'A shared password',
    ]) {
      await expect(person.note(text)).toBeVisible();
    }
    const heading = person.page.getByRole('heading', { level: 1 });
    await expect(heading).toHaveText('What do we see together that nobody saw alone?');
  }
  await expect(bea.page.getByRole('region', { name: 'User' }).getByRole('article')).toHaveCount(2);
}

async function changeOwnNotes({ ada, bea, wall, everybody }: FivePeople): Promise<void> {
  await expect(ada.button('Change my notes')).toHaveCount(0);
  await bea.changeNote('The payment page lies', 'The payment page says paid too early');
  await expect(wall.note('The payment page says paid too early')).toBeVisible();
  await bea.showOwnNotes();
  await expect(bea.note('Two tabs pay twice').getByRole('button')).toHaveCount(0);
  await bea.withdrawNote('A shared password');
  for (const person of everybody) await expect(person.note('A shared password')).toHaveCount(0);
}

async function talkThrough({ ada, cleo }: FivePeople): Promise<void> {
  await ada.goOnTo('Group');
  await expect(cleo.note('Two tabs pay twice')).toBeVisible();
  await ada.goOnTo('Decide');
}

const action = 'Bea and Cleo: Test the restore every month';

async function promiseTogether({ ada, bea, cleo, wall }: FivePeople): Promise<void> {
  await cleo.addDecision('We measure before we promise.');
  const hers = await ada.addAction('Test the restore');
  const his = bea.field('Action 1');
  await expect(his).toHaveValue('Test the restore');
  await his.press('Home');
  await hers.press('End');
  await Promise.all([
    his.pressSequentially('Bea and Cleo: ', { delay: 20 }),
    hers.pressSequentially(' every month', { delay: 20 }),
  ]);
  for (const person of [ada, bea, cleo]) {
    await expect(person.field('Action 1')).toHaveValue(action);
  }
  await expect(wall.words(action)).toBeVisible();
}

async function finishAndClose({ ada, bea, cleo, otherBea }: FivePeople): Promise<void> {
  await expect(cleo.button(`Owner of ${action}: Needs an owner`)).toBeVisible();
  await ada.goOnTo('Close');
  await otherBea.looksAt('Close');
  await ada.button('Bring everyone here').click();
  for (const writer of [bea, cleo]) {
    await writer.looksAt('Decide');
    await writer.button('Go there').click();
    await writer.looksAt('Close');
  }
  const check = bea.page.getByRole('region', { name: /things are unfinished$/ });
  await expect(check).toContainText(action);
  await ada.dock.getByRole('button', { name: 'Close the room' }).click();
  const asked = ada.dialog('Some things are unfinished');
  const promise = asked.getByRole('listitem').filter({ hasText: action });
  await expect(promise).toContainText('Needs an owner, Needs a date');
  await asked.getByRole('button', { name: 'Finish them first' }).click();
  await bea.lookAt('Decide');
  await bea.giveOwner(action, 'Cleo');
  await bea.giveDate(action, 'In two weeks');
  await bea.button('Back to the meeting').click();
  await expect(check).toContainText('Needs its owner’s word');
  await cleo.lookAt('Decide');
  await cleo.button('I take this').click();
  await cleo.button('Back to the meeting').click();
  await expect(check).not.toContainText(action);
  await ada.closeRoom();
  await expect(cleo.page.getByText('This room is closed and can only be read.')).toBeVisible();
}

async function takeTheRecordHome({ wall }: FivePeople): Promise<void> {
  await wall.link('Read the record').first().click();
  await expect(wall.page.getByRole('cell', { name: action })).toBeVisible();
  const [download] = await Promise.all([
    wall.page.waitForEvent('download'),
    wall.link('Download Markdown').click(),
  ]);
  expect(download.suggestedFilename()).toMatch(/checkout-sprint-42.*\.md$/i);
  const markdown = await readFile(await download.path(), 'utf8');
  expect(markdown).toContain('# Checkout sprint 42');
  expect(markdown).toContain('We measure before we promise.');
  expect(markdown).toMatch(
    /\[ \] Bea and Cleo: Test the restore every month \(owner: Cleo\) 📅 \d{4}-\d\d-\d\d/,
  );
  expect(markdown).toContain('Otto kept the deploys calm');
  expect(markdown).toContain('The payment page says paid too early');
  expect(markdown).not.toContain('The payment page lies');
  expect(markdown).not.toContain('A shared password');
}
