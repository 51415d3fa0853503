/** The same time on every screen, whatever the device believes; and a bell that asks and moves nobody. */
import type { Locator, Page } from '@playwright/test';
import { memoryStore } from '../../server/store/memory-store.ts';
import { startOwnServer } from '../support/server.ts';
import type { Facilitator } from './facilitator.ts';
import { app, desktop, expect, phone, test } from './meeting-test.ts';
import type { Visitor } from './people.ts';
import { SkippingClock } from './skipping-clock.ts';

const hour = 3_600_000;

test('a device whose clock is wrong, or jumps, shows the time that everybody sees', async ({
  hearth,
  company,
}) => {
  const ada = await company.facilitator('Ada');
  await ada.openRoom(hearth.origin, 'Three clocks');
  const { participant } = ada.links;
  const fast = await company.participant('Fast');
  const slow = await company.participant('Slow');
  await setDeviceClock(fast.page, hour);
  await setDeviceClock(slow.page, -hour);
  await fast.join(participant);
  await slow.join(participant);
  await ada.start();
  for (const person of [fast, slow]) await showTheSame(ada, person);

  await test.step('the clock of a device is set while the meeting runs', async () => {
    await jump(slow.page, 2 * hour);
    await showTheSame(ada, slow);
    await slow.page.reload();
    await slow.isInRoom();
    await showTheSame(ada, slow);
  });
});

/** To within the second that a screen shows, and in what is said of the end. */
async function showTheSame(one: Visitor, other: Visitor): Promise<void> {
  await expect
    .poll(async () => {
      const [first, second] = await Promise.all([one.endsAt(), other.endsAt()]);
      return Math.abs(first - second);
    })
    .toBeLessThanOrEqual(1_000);
  await expect(other.page.getByText(/^Ends \d/)).toHaveText(await one.page.getByText(/^Ends \d/).innerText());
}

/** Whatever asks this page for the date is told wrong by `offsetMs`, until it jumps. */
async function setDeviceClock(page: Page, offsetMs: number): Promise<void> {
  await page.addInitScript((ms) => {
    const truth = Date;
    const device = { ms };
    Object.assign(globalThis, { device });
    globalThis.Date = class extends truth {
      constructor(...given: readonly unknown[]) {
        super(...((given.length === 0 ? [truth.now() + device.ms] : given) as [number]));
      }
      static override now(): number {
        return truth.now() + device.ms;
      }
    } as DateConstructor;
  }, offsetMs);
}

async function jump(page: Page, byMs: number): Promise<void> {
  await page.evaluate((ms) => ((globalThis as unknown as { device: { ms: number } }).device.ms += ms), byMs);
}

test('the bell asks who pays for more time, and nothing moves by itself', async ({ company }) => {
  const clock = new SkippingClock();
  const server = await startOwnServer({ app, around: { clock, store: memoryStore() } });
  const ada = await company.facilitator('Ada');
  await ada.openRoom(server.origin, 'Bells', { minutes: 30 });
  const bea = await company.participant('Bea');
  await bea.join(ada.links.participant);
  await ada.start();
  const bell = ada.page.getByRole('group', { name: 'Time is over for Check-in' });
  await expect(bell).toHaveCount(0);

  const skipToBell = async () => {
    clock.skip((await ada.secondsLeft()) * 1_000 + 1_000);
    for (const person of [ada, bea]) await lookAgain(person.page);
  };

  await test.step('it asks the facilitator, and the room stays where it is', async () => {
    await skipToBell();
    await expect(bell).toContainText(/gets? shorter by as much|the meeting ends later/);
    await expect(bea.clock).toHaveText(/^\+/);
    await expect(bea.page.getByRole('banner')).toContainText(/over time/i);
    await bea.looksAt('Check-in');
    await expect(bea.page.getByRole('group', { name: /^Time is over/ })).toHaveCount(0);
  });

  await test.step('more time silences it, until that is over as well', async () => {
    await bell.getByRole('button', { name: '2 more min' }).click();
    await expect(bell).toHaveCount(0);
    await expect.poll(() => bea.secondsLeft()).toBeGreaterThan(30);
    await skipToBell();
    await expect(bell).toBeVisible();
    await bell.getByRole('button', { name: 'Not now' }).click();
    await expect(bell).toHaveCount(0);
    await ada.looksAt('Check-in');
    await bea.looksAt('Check-in');
  });

  await test.step('the facilitator moves on', async () => {
    await ada.goOn();
    await bea.looksAt('Follow-up');
    await skipToBell();
    const next = ada.page.getByRole('group', { name: 'Time is over for Follow-up' });
    await next.getByRole('button', { name: 'On to Wins' }).click();
    await bea.looksAt('Wins');
  });
  await server.close();
});

for (const [screen, device] of Object.entries({ desktop, phone })) {
  test(`the bell covers nothing, neither while people write nor while they talk, ${screen}`, async ({
    company,
  }) => {
    const clock = new SkippingClock();
    const server = await startOwnServer({ app, around: { clock, store: memoryStore() } });
    const ada = await company.facilitator('Ada', device);
    await ada.openRoom(server.origin, 'Nothing covered', { format: 'start-stop-continue' });
    await ada.start();
    const ring = async () => {
      clock.skip((await ada.secondsLeft()) * 1_000 + 1_000);
      await lookAgain(ada.page);
    };

    await ada.goOnTo('Silent writing');
    for (const note of ['The pager was silent', 'The queue was full']) await ada.write(note);
    await ring();
    await expectNothingCovered(ada);
    await ada.reveal();
    await ada.goOnTo('Discuss');
    await ring();
    await expectNothingCovered(ada);
    await server.close();
  });
}

test('nothing that appears moves the field in which somebody writes', async ({ company }) => {
  const clock = new SkippingClock();
  const server = await startOwnServer({ app, around: { clock, store: memoryStore() } });
  const ada = await company.facilitator('Ada');
  await ada.openRoom(server.origin, 'Steady', { format: 'start-stop-continue' });
  const bea = await company.participant('Bea', phone);
  await bea.join(ada.links.participant);
  await ada.start();
  await ada.goOnTo('Silent writing');
  const tops = () => Promise.all([ada, bea].map(({ composer }) => topOf(composer)));
  for (const person of [ada, bea]) await person.composer.pressSequentially('In the middle of');
  const before = await tops();
  await bea.page.getByRole('button', { name: 'Raise hand' }).dispatchEvent('click');
  await expect(ada.page.getByRole('banner')).toContainText('Bea');
  clock.skip((await ada.secondsLeft()) * 1_000 + 1_000);
  for (const person of [ada, bea]) await lookAgain(person.page);
  await expect(ada.page.getByRole('group', { name: /^Time is over/ })).toBeVisible();
  const moved = async () => (await tops()).map((top, at) => Math.abs(top - (before[at] ?? 0)));
  // Not by half a line; where a page cannot be scrolled back any further, a line that gets lower above takes it along.
  await expect.poll(async () => Math.max(...(await moved()))).toBeLessThan(12);

  // Nor does the way back, which is in sight for whoever the meeting leaves in the middle of a sentence, nor the agenda,
  // which moves on: by less than a row of the bar.
  await expect(bea.clock).toHaveText(/^\+/);
  await bea.page.evaluate(() => scrollBy({ top: 60 }));
  const scrolled = await topOf(bea.composer);
  await ada.goOn();
  await expect(bea.button('Back to the meeting')).toBeInViewport({ ratio: 1 });
  await expect.poll(async () => Math.abs((await topOf(bea.composer)) - scrolled)).toBeLessThan(40);
  await bea.looksAt('Silent writing');
  await server.close();
});

/** In whole px from the top of the screen. */
const topOf = (place: Locator) => place.evaluate((it) => Math.round(it.getBoundingClientRect().top));

/** Under no point of the bell there is anything of the middle or of the controls, and the middle begins below it. */
async function expectNothingCovered({ page }: Facilitator): Promise<void> {
  const bell = page.getByRole('group', { name: /^Time is over/ });
  await expect(bell).toBeInViewport({ ratio: 1 });
  // When it appears, the page scrolls so that the field somebody writes in stays; and back, in the same breath as looking.
  await expect.poll(() => bell.evaluate(underneathAtTheTop)).toEqual([]);
  await expect(page.getByRole('main').getByRole('heading', { level: 1 })).toBeInViewport({ ratio: 1 });
}

function underneathAtTheTop(bell: Element): string[] {
  scrollTo({ top: 0 });
  const { left, top, width, height } = bell.getBoundingClientRect();
  const points = Array.from({ length: 400 }, (_, at) => [
    ((at % 20) + 0.5) / 20,
    (Math.floor(at / 20) + 0.5) / 20,
  ]);
  return points
    .flatMap(([x = 0, y = 0]) => document.elementsFromPoint(left + x * width, top + y * height))
    .filter((one) => one.closest('main *, aside *') !== null && !bell.contains(one))
    .map((one) => one.outerHTML.slice(0, 80));
}

/** Comes back to the tab, at which a page asks for the time. */
async function lookAgain(page: Page): Promise<void> {
  await page.evaluate(() => document.dispatchEvent(new Event('visibilitychange')));
}
