/** A whole meeting, with the server killed in the middle of it. */
import type { ServerProcess } from '../support/server.ts';
import { holdMeeting, type FivePeople } from './five-people.ts';
import { expect, test } from './meeting-test.ts';

test.use({ storesApp: true });

test('five people thank, write, decide, and leave with a Markdown record, though the server is killed in a round', async ({
  ownHearth: hearth,
  company,
}) => {
  test.setTimeout(360_000);
  await holdMeeting(hearth.origin, company, (five) => crash(hearth, five));
});

/** Without a word to anybody, and with one person in the middle of a sentence. */
async function crash(hearth: ServerProcess, { ada, bea, everybody }: FivePeople): Promise<void> {
  for (const writer of [ada, bea]) await writer.seesSaving('Saved');
  const bell = await ada.endsAt();
  await hearth.kill();
  for (const { page } of everybody)
    await expect(page.getByText(noConnection)).toBeVisible({ timeout: 30_000 });
  await bea.composer.fill('In the middle of');
  await hearth.start();
  for (const { page } of everybody)
    await expect(page.getByText(noConnection)).toHaveCount(0, { timeout: 30_000 });
  for (const person of everybody) await person.looksAt('Perspectives');
  expect(Math.abs((await ada.endsAt()) - bell)).toBeLessThan(2_500);
  await expect(bea.composer).toHaveAccessibleName('New note, On-call');
  await expect(bea.composer).toHaveValue('In the middle of');
  await bea.composer.fill('');
}

const noConnection = 'There is no connection to the server.';
