/** What a person with a browser waits for: from *Join* until the notes stand on the screen. Needs a build. */
import { chromium } from '@playwright/test';
import { browserArgs, findBrowser } from '../scripts/find-browser.ts';
import { Participant } from '../tests/e2e/people.ts';
import { gather, leave, writeAndReveal } from './crowd.ts';
import { quantile, type Figure } from './measure.ts';

const arrivals = 5;

export async function measurePage(origin: string): Promise<Figure[]> {
  const executablePath = findBrowser();
  if (executablePath === null) throw new Error('No Chromium found. `node scripts/find-browser.ts` gets one.');
  const crowd = await gather(origin);
  await writeAndReveal(crowd);
  const browser = await chromium.launch({ executablePath, args: browserArgs });
  try {
    const times: number[] = [];
    for (let n = 0; n < arrivals; n++) {
      const context = await browser.newContext();
      const person = new Participant(await context.newPage(), `Late ${n}`);
      times.push(await joinUntilNotes(person, origin + crowd.room.links.participant));
      await context.close();
    }
    return [
      {
        what: 'Joining in a browser until notes are on the screen',
        value: quantile(times, 0.5),
        unit: 'ms',
        goal: 1_000,
      },
    ];
  } finally {
    await browser.close();
    leave(crowd);
  }
}

async function joinUntilNotes(person: Participant, link: string): Promise<number> {
  await person.openLink(link);
  await person.field('Your name').fill(person.name);
  const start = performance.now();
  await person.button('Join').click();
  await person.note('Draft 0').first().waitFor();
  return performance.now() - start;
}
