/** How long a person waits for each click and key on a full board: 504 notes, 420 of them in 60 topics. Needs a build. */
import { chromium, type Page } from '@playwright/test';
import { browserArgs, findBrowser } from '../scripts/find-browser.ts';
import { Topics } from '../src/domain/board/topics.ts';
import { Participant } from '../tests/e2e/people.ts';
import { gather, leave, writeAndReveal, type Crowd } from './crowd.ts';
import { EventTiming } from './event-timing.ts';
import type { Figure } from './measure.ts';

const draftsEach = 63;
const topics = 60;
const notesInEach = 7;

export async function measureGrouping(origin: string): Promise<Figure[]> {
  const executablePath = findBrowser();
  if (executablePath === null) throw new Error('No Chromium found. `node scripts/find-browser.ts` gets one.');
  const crowd = await gather(origin, draftsEach);
  await writeAndReveal(crowd);
  await groupMost(crowd);
  const browser = await chromium.launch({ executablePath, args: browserArgs });
  try {
    const page = await browser.newPage({ viewport: { width: 1440, height: 900 } });
    const person = new Participant(page, 'Kay');
    await person.openLink(origin + crowd.room.links.participant);
    await person.field('Your name').fill(person.name);
    await person.button('Join').click();
    await page
      .locator('[data-topic]')
      .nth(topics - 1)
      .waitFor();
    const timing = await EventTiming.of(page);
    return [
      await timing.slowest('Selecting a note', () => selectNotes(page)),
      await timing.slowest('Grouping notes', () => groupPairs(page)),
      await timing.slowest('A keystroke in the name of a topic', () => typeName(page)),
    ];
  } finally {
    await browser.close();
    leave(crowd);
  }
}

async function groupMost({ room }: Crowd): Promise<void> {
  const { boardDocument, stage } = room.facilitator;
  const board = new Topics(boardDocument.doc, { kind: 'own' });
  const notes = room.facilitator
    .board()
    .readNotes()
    .map(({ id }) => id);
  for (let at = 0; at < topics; at++) {
    board.addTopic(`t${at}`, notes.slice(at * notesInEach, (at + 1) * notesInEach), `Topic ${at}`);
    await boardDocument.saved();
  }
  await stage.command({ type: 'goNext' });
}

/** By place rather than by role: looking for roles among so much would be measured too. */
async function clickLoose(page: Page, which: number): Promise<void> {
  const place = await page.evaluate((at) => {
    const middles = [...document.querySelectorAll('[data-drop^="note "]')].map((note) => {
      const { x, y, width, height } = note.getBoundingClientRect();
      return { note, x: x + width / 2, y: y + height / 2 };
    });
    const inSight = middles.filter(({ note, x, y }) => note.contains(document.elementFromPoint(x, y)));
    return { x: inSight[at]?.x ?? 0, y: inSight[at]?.y ?? 0 };
  }, which);
  await page.mouse.click(place.x, place.y);
}

async function selectNotes(page: Page): Promise<number> {
  const clicks = 40;
  for (let click = 0; click < clicks; click++) await clickLoose(page, click % 4);
  return clicks;
}

async function groupPairs(page: Page): Promise<number> {
  const pairs = 20;
  for (let pair = 0; pair < pairs; pair++) {
    await clickLoose(page, 0);
    await clickLoose(page, 1);
    await page.keyboard.press('g');
    await page.locator('[data-topic] input:focus').waitFor();
  }
  return pairs * 3;
}

async function typeName(page: Page): Promise<number> {
  const name = 'What everybody waits for on a Friday afternoon';
  await page.locator('[data-topic] input').nth(2).focus();
  for (const letter of name) await page.keyboard.press(letter === ' ' ? 'Space' : letter);
  return name.length;
}
