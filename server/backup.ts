/** `npm run backup -- <folder>`: copies what Hearth keeps into a new folder, also while it runs. */
import { resolve } from 'node:path';
import { readConfig } from './config.ts';
import { backUp } from './store/sqlite/backup.ts';

const [target] = process.argv.slice(2);
const read = readConfig(process.env);

if (!read.ok) giveUp(read.sentence);
else if (target === undefined) giveUp('Name a folder for the copy: npm run backup -- /backups/2026-11-24');
else await run(read.config.data, resolve(target));

async function run(data: string, folder: string): Promise<void> {
  try {
    const { rooms } = await backUp(data, folder);
    process.stdout.write(
      `Copied ${data} to ${folder}: ${rooms} ${rooms === 1 ? 'room' : 'rooms'} and the key.\n`,
    );
  } catch (error) {
    giveUp(`Nothing was copied. ${error instanceof Error ? error.message : String(error)}`);
  }
}

function giveUp(sentence: string): void {
  process.stderr.write(`${sentence}\n`);
  process.exitCode = 1;
}
