/** How topics leave: a spike, an escalation in its holders' words, letting go; then the way out, and back in. */
import type { Facilitator } from './facilitator.ts';
import { desktop, expect, phone, test } from './meeting-test.ts';
import type { Participant } from './people.ts';

test('topics leave with outcomes that people stand to, and the room closes with a reason and opens again', async ({
  hearth,
  company,
}) => {
  test.slow();
  const ada = await company.facilitator('Ada');
  await ada.openRoom(hearth.origin, 'Ways out', { format: 'start-stop-continue' });
  const bea = await company.participant('Bea');
  await bea.join(ada.links.participant);
  const [slow, build, logo] = ['Checkout is slow', 'Who may read build logs', 'The logo is ugly'];
  await gather(ada, slow, build, logo);
  await ada.goOnTo('Decide');
  await bea.looksAt('Decide');

  await test.step('a spike has one question, an owner, and a day to look again', async () => {
    const topic = await unfolded(ada, slow);
    await expect(topic.getByRole('article')).toContainText(slow);
    await topic.getByRole('radio', { name: 'Try a spike' }).check();
    await topic.getByRole('textbox', { name: 'Question' }).fill('Is it the cache?');
    await topic.getByRole('button', { name: 'Who finds out: Needs an owner' }).click();
    await ada.dialog('Who finds out?').getByRole('button', { name: 'Bea' }).click();
    await topic.getByRole('button', { name: /^Ends on/ }).click();
    await ada
      .dialog(/^When does the spike end/)
      .getByRole('button', { name: /^In 5 working days/ })
      .click();
    await expect((await unfolded(bea, slow)).getByRole('textbox', { name: 'Question' })).toHaveValue(
      'Is it the cache?',
    );
  });

  await test.step('a position is its holder’s word, and asks again when somebody changes it', async () => {
    const topic = await unfolded(ada, build);
    await topic.getByRole('radio', { name: 'Escalate' }).check();
    await topic.getByRole('textbox', { name: 'Decision needed' }).fill('Who may read build logs?');
    const hers = await unfolded(bea, build);
    await hers.getByRole('button', { name: 'Add my position' }).click();
    await bea.page.keyboard.type('Whoever is on call.');
    await hers.getByRole('button', { name: 'This is my position' }).click();
    await expect(topic.getByText('Confirmed by Bea')).toBeVisible();
    await expect(topic.getByRole('button', { name: 'This is my position' })).toHaveCount(0);
    await topic.getByRole('textbox', { name: 'Position of Bea' }).fill('Whoever is on call, and support.');
    await expect(topic.getByText('Changed since; Bea is asked again')).toBeVisible();
    await expect(hers.getByText('It has changed since you confirmed it.')).toBeVisible();
    await hers.getByRole('button', { name: 'This is my position' }).click();
    await expect(topic.getByText('Confirmed by Bea')).toBeVisible();
  });

  await test.step('the owner of an action takes it, and nobody else can', async () => {
    const topic = await unfolded(ada, build);
    await topic.getByRole('button', { name: 'Add an action' }).click();
    await ada.page.keyboard.type('Ask the CTO');
    await ada.giveOwner('Ask the CTO', 'Bea');
    await ada.giveDate('Ask the CTO', 'In a week');
    await expect(topic.getByText('Bea is asked')).toBeVisible();
    await expect(topic.getByRole('button', { name: 'I take this' })).toHaveCount(0);
    await (await unfolded(bea, build)).getByRole('button', { name: 'I take this' }).click();
    await expect(topic.getByText('Taken by Bea')).toBeVisible();
  });

  await test.step('letting go says why, and a changed mind keeps the words', async () => {
    const topic = await unfolded(ada, logo);
    await topic.getByRole('radio', { name: 'Let it go' }).check();
    await topic.getByRole('textbox', { name: 'Why we let it go' }).fill('Not ours to change.');
    await topic.getByRole('radio', { name: 'Decide' }).check();
    await topic.getByRole('radio', { name: 'Let it go' }).check();
    await expect(topic.getByRole('textbox', { name: 'Why we let it go' })).toHaveValue('Not ours to change.');
  });

  await test.step('what is open is listed, and leads to its place', async () => {
    await ada.goOnTo('Close');
    const check = ada.page.getByRole('region', { name: '1 thing is unfinished' });
    await check.getByRole('button', { name: /Is it the cache\?/ }).click();
    await ada.looksAt('Decide');
    await expect(ada.button(/^We look at it again on/)).toBeFocused();
    await ada.button('Back to the meeting').click();
  });

  await test.step('closing anyway needs a reason, which everybody can read', async () => {
    await ada.dock.getByRole('button', { name: 'Close the room' }).click();
    await ada.button('Close anyway').click();
    const why = ada.field('Why close now?');
    await expect(why).toHaveAttribute('aria-invalid', 'true');
    await why.fill('Bea has to leave');
    await ada.button('Close anyway').click();
    for (const person of [ada, bea]) {
      await expect(person.page.getByText('This room is closed and can only be read.')).toBeVisible();
      await expect(person.page.getByText('Why it was closed anyway: Bea has to leave')).toBeVisible();
    }
    await expect(bea.button('Reopen the room')).toHaveCount(0);
  });

  await test.step('opened again, people write at once and finish', async () => {
    await ada.button('Reopen the room').click();
    await ada.dialog('Reopen the room?').getByRole('button', { name: 'Reopen the room' }).click();
    await bea.write('Thanks to Otto for the calm');
    await expect(ada.note('Thanks to Otto for the calm')).toBeVisible();
    await bea.page.getByRole('region', { name: '1 thing is unfinished' }).getByRole('button').first().click();
    await expect(bea.button(/^We look at it again on/)).toBeFocused();
    await bea.page.keyboard.press('Enter');
    await bea
      .dialog(/^When do we look/)
      .getByRole('button', { name: /^Working day after the end/ })
      .click();
    await expect(ada.page.getByRole('heading', { name: /^Nothing is left open/ })).toBeVisible();
    await ada.closeRoom();
  });
});

/** Notes in secret, revealed, and talked about: then each is a topic. */
for (const [screen, device] of Object.entries({ desktop, phone })) {
  test(`every field of a decision and an action says what it is, filled in too, ${screen}`, async ({
    hearth,
    company,
  }) => {
    const ada = await company.facilitator('Ada', device);
    await ada.openRoom(hearth.origin, 'What is what', { format: 'start-stop-continue' });
    await ada.start();
    await ada.goOnTo('Decide');
    await ada.addDecision('We page on symptoms only');
    await ada.button('Add an option we considered').click();
    await ada.addAction('Mute the disk alert');
    await ada.giveOwner('Mute the disk alert', 'Ada');
    await ada.giveDate('Mute the disk alert', 'In a week');
    expect(await labelsSeen(ada)).toEqual(['Decision 1', 'Option 1', 'Good', 'Bad', 'Status', 'Action 1']);
    await expectBeside(ada, 'Owner', /^Owner of Mute/);
    await expectBeside(ada, 'Date', /^Date of Mute/);
  });
}

/** Of all fields, above or before each; one without a label to be seen is empty here. */
async function labelsSeen({ page }: Participant): Promise<string[]> {
  const fields = page.getByRole('main').locator('textarea, input, select').filter({ visible: true });
  return fields.evaluateAll((all) =>
    (all as HTMLTextAreaElement[]).map((field) => {
      const label = field.labels[0];
      const place = label?.getBoundingClientRect();
      const { top, left } = field.getBoundingClientRect();
      const isSeen = place && place.width > 8 && (place.bottom <= top + 1 || place.right <= left);
      return isSeen ? (label?.textContent ?? '').trim() : '';
    }),
  );
}

async function expectBeside(ada: Participant, caption: string, chip: RegExp): Promise<void> {
  const shown = await ada.words(caption).boundingBox();
  const filled = await ada.button(chip).boundingBox();
  expect(shown && filled && shown.x + shown.width <= filled.x).toBe(true);
  expect(shown && filled && Math.abs(shown.y + shown.height / 2 - filled.y - filled.height / 2)).toBeLessThan(
    3,
  );
}

async function gather(ada: Facilitator, ...texts: readonly string[]): Promise<void> {
  await ada.start();
  await ada.goOnTo('Silent writing');
  for (const text of texts) await ada.write(text);
  await ada.reveal();
}

async function unfolded(person: Participant, name: string) {
  const topic = person.page.getByRole('region', { name, exact: true });
  const toggle = topic.getByRole('button', { name: new RegExp(`^${name}`) }).first();
  if ((await toggle.getAttribute('aria-expanded')) === 'false') await toggle.click();
  return topic;
}
