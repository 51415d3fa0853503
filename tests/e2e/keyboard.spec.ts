/** A whole meeting without a mouse: nothing in this file clicks, and focus is moved by Tab alone. */
import { expect, type Locator, type Page } from '@playwright/test';
import { test } from './meeting-test.ts';
import type { Visitor } from './people.ts';

/** More stops than any page has. */
const mostStops = 120;

/** Tab until the focus is there, as somebody without a mouse does. */
async function tabTo(page: Page, target: Locator): Promise<void> {
  await expect(target).toBeVisible();
  for (let stop = 0; stop < mostStops; stop++) {
    if (await target.evaluate((element) => element === document.activeElement)) return;
    await page.keyboard.press('Tab');
  }
  throw new Error(`Tab never reaches ${target.toString()}`);
}

async function activate(person: Visitor, target: Locator): Promise<void> {
  await tabTo(person.page, target);
  await person.page.keyboard.press('Enter');
}

test('a facilitator and a participant hold a meeting by keyboard alone', async ({ hearth, company }) => {
  test.setTimeout(150_000);
  const ada = await company.facilitator('Ada');
  const bea = await company.participant('Bea');
  const { keyboard } = ada.page;

  await test.step('from the landing page into the room', async () => {
    await ada.page.goto(hearth.origin);
    await tabTo(ada.page, ada.field('What are you looking back on?'));
    await keyboard.type('Hands on the keys');
    await tabTo(ada.page, ada.field('Your name'));
    await keyboard.type('Ada');
    await keyboard.press('Enter');
    await ada.isInRoom();
  });

  await test.step('inviting and joining', async () => {
    await keyboard.press('i');
    const link = ada.dialog('Invite people').getByRole('textbox', { name: 'For participants' });
    await tabTo(ada.page, link);
    const address = await link.inputValue();
    await keyboard.press('Escape');
    await expect(ada.dialog('Invite people')).toBeHidden();
    await bea.page.goto(address);
    await expect(bea.field('Your name')).toBeFocused();
    await bea.page.keyboard.type('Bea');
    await bea.page.keyboard.press('Enter');
    await bea.isInRoom();
  });

  await test.step('starting, and going from part to part', async () => {
    await activate(ada, ada.button('Start the meeting'));
    await expect(ada.clock).toBeVisible();
    for (const part of ['Follow-up', 'Wins', 'Perspectives']) {
      await keyboard.press('Shift+N');
      await ada.looksAt(part);
    }
    for (const round of [2, 3, 4]) {
      await keyboard.press('Shift+N');
      // Ada's page first: a key that comes before it shows the round is taken for the same step.
      for (const { page } of [ada, bea])
        await expect(page.getByRole('banner')).toContainText(`Round ${round} of 4`);
    }
  });

  await test.step('writing, and being ready', async () => {
    await bea.page.keyboard.press('n');
    await expect(bea.composer).toBeFocused();
    await bea.page.keyboard.type('Seen without a mouse');
    await bea.page.keyboard.press('Enter');
    await bea.hasDrafts('Seen without a mouse');
    await activate(bea, bea.button('I’m ready'));
    await expect(ada.page.getByRole('banner')).toContainText('1 of 1 ready');
  });

  await test.step('revealing', async () => {
    await activate(ada, ada.button('Reveal notes'));
    await activate(ada, ada.dialog('Reveal all notes?').getByRole('button', { name: 'Reveal', exact: true }));
    // The count is short, and the focus already stands on the way back.
    await expect(ada.button('Cancel the reveal')).toBeFocused();
    await keyboard.press('Enter');
    await expect(bea.countIn).toHaveCount(0);
    await activate(ada, ada.button('Reveal notes'));
    await activate(ada, ada.dialog('Reveal all notes?').getByRole('button', { name: 'Reveal', exact: true }));
    await expect(ada.note('Seen without a mouse')).toBeVisible();
    await expect(bea.note('Seen without a mouse')).toBeVisible();
  });

  await test.step('changing one’s own note', async () => {
    await activate(bea, bea.button('Change my notes'));
    await activate(bea, bea.note('Seen without a mouse').getByRole('button', { name: 'Change' }));
    await bea.page.keyboard.press('End');
    await bea.page.keyboard.type(' at all');
    await activate(bea, bea.button('Save'));
    await expect(ada.note('Seen without a mouse at all')).toBeVisible();
  });

  await test.step('deciding', async () => {
    for (const part of ['Group', 'Vote', 'Discuss', 'Decide']) {
      await keyboard.press('Shift+N');
      await ada.looksAt(part);
    }
    await activate(ada, ada.button('Add a decision'));
    await keyboard.type('Keys first.');
    await activate(ada, ada.button('Add an action'));
    await keyboard.type('Write the list of keys');
    await activate(ada, ada.button(/^Owner of Write the list of keys/));
    await activate(ada, ada.dialog('Who does it?').getByRole('button', { name: 'Bea' }));
    await activate(ada, ada.button(/^Date of Write the list of keys/));
    await activate(ada, ada.dialog('By when?').getByRole('button', { name: 'In a week' }));
    await expect(bea.button('Owner of Write the list of keys: Bea')).toBeVisible();
  });

  await test.step('closing, and reading the record', async () => {
    await activate(ada, ada.dock.getByRole('button', { name: 'Next: Close' }));
    await ada.looksAt('Close');
    await activate(ada, ada.dock.getByRole('button', { name: 'Close the room' }));
    await tabTo(ada.page, ada.field('Why close now?'));
    await keyboard.type('Keys only.');
    await keyboard.press('Enter');
    await expect(ada.page.getByText('This room is closed and can only be read.')).toBeVisible();
    await activate(ada, ada.link('Read the record').first());
    await expect(ada.page.getByRole('cell', { name: 'Write the list of keys' })).toBeVisible();
    await tabTo(ada.page, ada.link('Download Markdown'));
  });
});

test('dialogs and panels take the focus, keep it, and give it back', async ({ hearth, company }) => {
  const ada = await company.facilitator('Ada');
  await ada.openRoom(hearth.origin, 'Focus');
  const { keyboard } = ada.page;
  await keyboard.press('?');
  const list = ada.dialog('Keyboard shortcuts');
  await expect(list).toBeVisible();
  for (let stop = 0; stop < 6; stop++) {
    await keyboard.press('Tab');
    expect(await list.evaluate(isFocusInside)).toBe(true);
  }
  await keyboard.press('Escape');
  await expect(list).toBeHidden();

  await activate(ada, ada.button('Invite'));
  await expect(ada.dialog('Invite people')).toBeVisible();
  await keyboard.press('Escape');
  await expect(ada.dialog('Invite people')).toBeHidden();
  await expect(ada.button('Invite')).toBeFocused();
});

/** Or nowhere on the page: behind the last control Tab leads to the browser's own, and from there back in. */
function isFocusInside(dialog: Element): boolean {
  return document.activeElement === document.body || dialog.contains(document.activeElement);
}
