/** The bar at the top: what it says is whole or one touch away, and what is saved is said there. */
import type { Locator } from '@playwright/test';
import { join } from '../support/headless-person.ts';
import { desktop, expect, phone, test } from './meeting-test.ts';

const title = 'The payments migration of the second quarter, seen by all four teams';

test('a title that the bar cuts is whole behind it, by keyboard and by touch', async ({
  hearth,
  company,
}) => {
  const ada = await company.facilitator('Ada');
  await ada.openRoom(hearth.origin, title);
  const bea = await company.participant('Bea', phone);
  await bea.join(ada.links.participant);

  const adas = ada.page.getByRole('banner').getByRole('button', { name: title });
  expect(await isWhole(adas.getByText(title))).toBe(false);
  await adas.press('Enter');
  await expect(ada.dialog('About this room').getByRole('heading')).toHaveText(title);
  await ada.page.keyboard.press('Escape');
  await expect(ada.dialog('About this room')).toBeHidden();
  await expect(adas).toBeFocused();

  await bea.page.getByRole('banner').getByRole('button', { name: title }).tap();
  const panel = bea.dialog('About this room').getByRole('heading');
  await expect(panel).toHaveText(title);
  await expect(panel).toBeInViewport({ ratio: 1 });
  await expect.poll(() => isWhole(panel)).toBe(true);
});

test('every line about the time is whole in the low bar of a phone, also while something else is said beside it', async ({
  hearth,
  company,
}) => {
  const ada = await company.facilitator('Ada');
  await ada.openRoom(hearth.origin, title);
  const bea = await company.participant('Bea', phone);
  await bea.join(ada.links.participant);
  const bar = bea.page.getByRole('banner');
  const lines = async (...texts: readonly RegExp[]) => {
    for (const text of texts) {
      const line = bar.getByText(text);
      await expect(line).toBeInViewport({ ratio: 1 });
      await expect.poll(() => isWhole(line), String(text)).toBe(true);
    }
  };
  await lines(/^Planned for 60 minutes/, /^Not started/, /0 of 1 ready/);
  // Little more than its two rows of what is pressed, 44 px each, and the clock.
  await expect.poll(async () => (await bar.boundingBox())?.height).toBeLessThan(136);
  await ada.start();
  await ada.goOnTo('Perspectives');
  await lines(/^Ends \d/, /min early/, /^Round 1 of 4/, /0 of 1 ready/);
  await ada.button('Pause').click();
  await expect(bar.getByText('Paused')).toBeVisible();
  await bea.loseNetwork();
  await bea.seesSaving('Offline, kept on this device');
  await lines(/^Paused/, /^Round 1 of 4/, /0 of 1 ready/, /Offline, kept on this device/);
});

for (const [screen, device] of Object.entries({ desktop, phone })) {
  test(`what is saved is said in the bar of a ${screen}, wherever one is on the page`, async ({
    hearth,
    company,
  }) => {
    const ada = await company.facilitator('Ada', device);
    await ada.openRoom(hearth.origin, 'Long page');
    await ada.start();
    await ada.goOnTo('Perspectives');
    for (let count = 1; count <= 16; count += 1) await ada.write(`Draft ${count}`);
    const saved = ada.page.getByRole('banner').getByText('Saved', { exact: true });
    for (const top of [0, 300, 100_000]) {
      await ada.page.evaluate((y) => scrollTo({ top: y, behavior: 'instant' }), top);
      await expect(saved).toBeInViewport({ ratio: 1 });
      await expect(ada.words('Saved')).toHaveCount(1);
      expect(await isOnTop(saved)).toBe(true);
    }
  });
}

for (const width of [1280, 1440]) {
  test(`every part of the usual agenda is called by its whole name, ${width} pixels wide and with six people`, async ({
    hearth,
    company,
  }) => {
    const ada = await company.facilitator('Ada', { viewport: { width, height: 800 } });
    await ada.openRoom(hearth.origin, title);
    const { participant } = ada.links;
    const others = await Promise.all(
      ['Bea', 'Cem', 'Dag', 'Eli', 'Fay'].map((name) => join(hearth.origin, participant, name)),
    );
    for (const { stage } of others) await stage.connect();
    await expect(ada.button('6 people here')).toBeVisible();
    await ada.start();
    for (const name of [
      'Check-in',
      'Follow-up',
      'Wins',
      'Perspectives',
      'Group',
      'Vote',
      'Discuss',
      'Close',
    ]) {
      await expect.poll(() => isWhole(ada.part(name).getByText(name, { exact: true })), name).toBe(true);
      await expect(ada.part(name)).toBeInViewport({ ratio: 1 });
    }
    for (const other of others) other.leave();
  });

  test(`the agenda is in proportion to its minutes and all in sight, ${width} pixels wide`, async ({
    hearth,
    company,
  }) => {
    const ada = await company.facilitator('Ada', { viewport: { width, height: 800 } });
    await ada.openRoom(hearth.origin, title);
    const widths = () =>
      ada.rail.getByRole('button').evaluateAll((buttons) =>
        buttons.map((button) => ({
          minutes: Number(/(\d+) min/.exec(button.textContent)?.[1]),
          width: Math.round(button.getBoundingClientRect().width),
        })),
      );
    // Of one look: until the page is laid out, parts have no width.
    const seen = async () => {
      const parts = await widths();
      return { parts: parts.length, outOfProportion: outOfProportion(parts) };
    };
    await expect.poll(seen).toEqual({ parts: 9, outOfProportion: [] });
    for (const name of ['Check-in', 'Close']) await expect(ada.part(name)).toBeInViewport({ ratio: 1 });
  });
}

for (const width of [1280, 1440, 1600]) {
  test(`every one of ten parts and the buffer is called by its whole name, ${width} pixels wide`, async ({
    hearth,
    company,
  }) => {
    const ada = await company.facilitator('Ada', { viewport: { width, height: 800 } });
    await ada.openRoom(hearth.origin, title);
    await ada.button('Change the agenda').click();
    await ada.button('Add a part').click();
    await ada.dialog('What should people do?').getByRole('button', { name: /^Talk/ }).click();
    await ada.button('Keep 10 % free').click();
    await expect(ada.rail.getByText('Buffer')).toBeVisible();
    const names = ada.rail.getByRole('button');
    await expect(names).toHaveCount(10);
    for (const name of ['Check-in', 'Follow-up', 'Perspectives', 'Talk', 'Close', 'Buffer']) {
      const part = ada.rail.getByText(name, { exact: true });
      await expect.poll(() => isWhole(part), name).toBe(true);
      await expect(part).toBeInViewport({ ratio: 1 });
    }
  });
}

interface Part {
  readonly minutes: number;
  readonly width: number;
}

/** Pairs of which the part with more minutes is not the wider one. */
function outOfProportion(parts: readonly Part[]): Part[][] {
  return parts.flatMap((one) =>
    parts
      .filter((other) => other.minutes > one.minutes && other.width <= one.width)
      .map((other) => [one, other]),
  );
}

test('inviting puts the link for participants on the clipboard and says so', async ({ hearth, company }) => {
  const ada = await company.facilitator('Ada', {
    ...desktop,
    permissions: ['clipboard-read', 'clipboard-write'],
  });
  await ada.openRoom(hearth.origin, title);
  await ada.button('Invite').click();
  const panel = ada.dialog('Invite people');
  await expect(panel.getByText('Link copied')).toBeVisible();
  const link = await panel.getByRole('textbox', { name: 'For participants' }).inputValue();
  expect(await ada.page.evaluate(() => navigator.clipboard.readText())).toBe(link);
  await panel.getByText('New links').click();
  await panel.getByRole('button', { name: 'Make a new link' }).click();
  await expect(panel.getByText('New link made.')).toBeVisible();
  await expect(panel.getByText('Link copied')).toHaveCount(0);
});

test('where the browser refuses to copy, inviting claims nothing and keeps the button', async ({
  hearth,
  company,
}) => {
  const ada = await company.facilitator('Ada');
  await ada.page.addInitScript(() => Object.defineProperty(navigator, 'clipboard', { value: undefined }));
  await ada.openRoom(hearth.origin, title);
  await ada.button('Invite').click();
  const panel = ada.dialog('Invite people');
  await expect(panel.getByRole('button', { name: 'Copy link for participants' })).toBeVisible();
  await expect(panel.getByText('Link copied')).toHaveCount(0);
});

/** Nothing around it cuts its words off, nor is there another line of them. */
function isWhole(words: Locator): Promise<boolean> {
  return words.evaluate((element) => {
    for (let box: Element | null = element; box; box = box.parentElement) {
      if (getComputedStyle(box).overflowX !== 'visible' && box.scrollWidth > box.clientWidth) return false;
      if (getComputedStyle(box).overflowY !== 'visible' && box.scrollHeight >= 2 * box.clientHeight)
        return false;
    }
    return true;
  });
}

/** What is seen in its middle is the thing itself. */
function isOnTop(words: Locator): Promise<boolean> {
  return words.evaluate((element) => {
    const { x, y, width, height } = element.getBoundingClientRect();
    const seen = document.elementFromPoint(x + width / 2, y + height / 2);
    return element.contains(seen);
  });
}
