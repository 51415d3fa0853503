/** `npm run bench`: what this machine needs for the things people wait for. Fails when a goal is missed. */
import { join } from 'node:path';
import { startServerProcess } from '../tests/support/server.ts';
import { measureGate } from './gate.ts';
import { measureGrouping } from './grouping.ts';
import { isMissed, sentence, type Figure } from './measure.ts';
import { measureMeeting } from './meeting.ts';
import { measurePage } from './page.ts';

const app = join(import.meta.dirname, '../build');

const unlimited = {
  HEARTH_ROOMS_PER_HOUR: '0',
  HEARTH_JOINS_PER_MINUTE: '0',
  HEARTH_REQUESTS_PER_SECOND: '0',
  HEARTH_CLIENT_IDS_PER_MINUTE: '0',
  HEARTH_COMMANDS_PER_SECOND: '0',
  HEARTH_FRAMES_PER_SECOND: '0',
  HEARTH_BYTES_PER_SECOND: '0',
  HEARTH_LOG_LEVEL: 'silent',
};

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
  ...(await withServer(measureMeeting)),
  ...(await withServer(measurePage)),
  ...(await withServer(measureGrouping)),
];
for (const figure of figures) console.log(sentence(figure));
if (figures.some(isMissed)) process.exitCode = 1;
