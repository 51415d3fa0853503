/** The server is killed without a word in the middle of a round, and started again on the same data. */
import { expect, test } from './meeting-test.ts';
import type { Participant } from './people.ts';

test('a killed server comes back with drafts, round, clock and seats; people only wait', async ({
  ownHearth: hearth,
  company,
}) => {
  test.setTimeout(180_000);
  const ada = await company.facilitator('Ada');
  await ada.openRoom(hearth.origin, 'Queue outage');
  const { participant } = ada.links;
  const bea = await company.participant('Bea');
  const cleo = await company.participant('Cleo');
  const everybody: readonly Participant[] = [ada, bea, cleo];
  await bea.join(participant);
  await cleo.join(participant);
  await ada.start();
  await ada.goOnTo('Perspectives');
  await bea.write('Nobody saw the queue grow');
  await ada.goOn();
  await cleo.write('The alert came an hour late');
  await ada.write('We restored by hand');
  for (const person of everybody) await person.seesSaving('Saved');
  const bell = await ada.endsAt();

  await test.step('everybody is told, and goes on writing', async () => {
    await hearth.kill();
    for (const person of everybody)
      await expect(person.page.getByText('There is no connection to the server.')).toBeVisible();
    await bea.write('The runbook was a draft');
    await cleo.draft('On-call').fill('The alert came two hours late');
    await bea.seesSaving('Offline, kept on this device');
  });

  await test.step('everybody is back by themselves, where they were', async () => {
    await hearth.start();
    for (const person of everybody) {
      await person.seesSaving('Saved');
      await expect(person.page.getByText('There is no connection to the server.')).toHaveCount(0);
      await person.looksAt('Perspectives');
      await expect(person.composer).toHaveAccessibleName('New note, On-call');
    }
    await bea.hasDrafts('Nobody saw the queue grow', 'The runbook was a draft');
    await cleo.hasDrafts('The alert came two hours late');
    await expect(ada.button('3 people here')).toBeVisible();
  });

  await test.step('the clock has gone on while the server was away', async () => {
    for (const person of everybody) expect(Math.abs((await person.endsAt()) - bell)).toBeLessThan(2_500);
  });

  await test.step('the meeting goes on', async () => {
    await ada.goOn();
    await ada.goOn();
    await ada.reveal();
    for (const text of [
      'Nobody saw the queue grow',
      'The runbook was a draft',
      'The alert came two hours late',
      'We restored by hand',
    ]) {
      for (const person of everybody) await expect(person.note(text)).toBeVisible();
    }
  });
});

test('only what is on the disk is shown as saved: it is there when server and browser are gone', async ({
  ownHearth: hearth,
  company,
}) => {
  const ada = await company.facilitator('Ada');
  await ada.openRoom(hearth.origin, 'Saved means saved');
  const bea = await company.participant('Bea');
  await bea.join(ada.links.participant);
  await ada.start();
  await ada.goOnTo('Perspectives');
  await bea.write('This was on the disk');
  await bea.seesSaving('Saved');
  const again = await company.inFreshBrowser(bea);

  await test.step('nothing new is called saved while the server says nothing', async () => {
    hearth.freeze();
    await bea.write('This was on its way');
    await expect(bea.words('Saving')).toBeVisible();
    await expect(bea.words('Saved')).toHaveCount(0);
  });
  await hearth.kill();
  await bea.page.context().close();
  await hearth.start();
  await again.page.goto(ada.page.url());
  await again.hasDrafts('This was on the disk');
});
