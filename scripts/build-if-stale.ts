/** Before `npm start`: builds the app when the build is missing or older than anything it is made of. */
import { readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { build } from 'vite';

const sources = [
  'src',
  'static',
  'package.json',
  'package-lock.json',
  'svelte.config.js',
  'tsconfig.json',
  'vite.config.ts',
];
/** The last file a build writes, so an interrupted one counts as missing. */
const product = 'build/app.html';

function changedAt(path: string): number {
  const entry = statSync(path, { throwIfNoEntry: false });
  if (!entry) return 0;
  if (!entry.isDirectory()) return entry.mtimeMs;
  // The folder's own time tells of a file that was removed.
  return Math.max(entry.mtimeMs, ...readdirSync(path).map((name) => changedAt(join(path, name))));
}

if (Math.max(...sources.map(changedAt)) > changedAt(product)) await build();
