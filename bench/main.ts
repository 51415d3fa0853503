/** `npm run bench`: what this machine needs for the things people wait for. Fails when a goal is missed. */
import { join } from 'node:path';
import { startServerProcess } from '../tests/support/server.ts';
import { measureGate } from './gate.ts';
import { measureGrouping } from './grouping.ts';
import { measureLenses } from './lenses.ts';
import { isMissed, sentence, type Figure } from './measure.ts';
import { measureMeeting } from './meeting.ts';
import { measurePage } from './page.ts';
import { measureSuggestions } from './suggestions.ts';
import { unlimited } from './unlimited.ts';

const app = join(import.meta.dirname, '../build');

async function withServer(measure: (origin: string) => Promise<Figure[]>): Promise<Figure[]> {
  const server = await startServerProcess({ env: unlimited, app });
  try {
    return await measure(server.origin);
  } finally {
    await server.close();
  }
}

const figures = [
  ...measureGate(),
  ...measureSuggestions(),
  ...measureLenses(),
  ...(await withServer(measureMeeting)),
  ...(await withServer(measurePage)),
  ...(await withServer(measureGrouping)),
];
for (const figure of figures) console.log(sentence(figure));
if (figures.some(isMissed)) process.exitCode = 1;
