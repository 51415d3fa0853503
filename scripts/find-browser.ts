/**
 * A Chromium to test with: the one named by CHROMIUM_PATH, one the machine has, or Playwright's own. Run as a script
 * it also installs one the way the machine allows, and prints the path.
 */
import { spawnSync } from 'node:child_process';
import { accessSync, constants } from 'node:fs';
import { delimiter, join } from 'node:path';
import { chromium } from '@playwright/test';

const names = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'chrome'];
const macApp = '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome';

/** Switches for a browser that runs in a container and calls nobody but the page under test. */
export const browserArgs = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

/** Path of a browser that starts, or null. Installs nothing. Throws when CHROMIUM_PATH names one that does not start. */
export function findBrowser(): string | null {
  const named = process.env.CHROMIUM_PATH;
  if (named) {
    if (starts(named)) return named;
    throw new Error(`CHROMIUM_PATH is ${named}, but no browser starts there.`);
  }
  return [...onPath(), macApp, chromium.executablePath()].find(starts) ?? null;
}

function onPath(): string[] {
  const folders = (process.env.PATH ?? '').split(delimiter).filter(Boolean);
  return names.flatMap((name) => folders.map((folder) => join(folder, name)));
}

/** Some systems put a placeholder there that only says how to install the browser; it exits with an error. */
function starts(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
  } catch {
    return false;
  }
  return spawnSync(path, ['--version'], { timeout: 20_000 }).status === 0;
}

function install(): void {
  const isRoot = process.getuid?.() === 0;
  if (isRoot && run('apt-get', ['--version'], 'ignore')) {
    run('apt-get', ['update']);
    run('apt-get', ['install', '--yes', '--no-install-recommends', 'chromium']);
    if (findBrowser()) return;
  }
  run('npx', ['playwright', 'install', ...(isRoot ? ['--with-deps'] : []), 'chromium']);
}

function run(command: string, args: string[], output: 'inherit' | 'ignore' = 'inherit'): boolean {
  return spawnSync(command, args, { stdio: ['ignore', output, output] }).status === 0;
}

function findOrInstall(): string {
  const found = findBrowser();
  if (found) return found;
  install();
  const installed = findBrowser();
  if (installed) return installed;
  throw new Error(
    'There is no Chromium here and none could be installed. ' +
      'Install Chromium or Chrome, or set CHROMIUM_PATH to the one you have, then run this again.',
  );
}

if (import.meta.main) {
  try {
    console.log(findOrInstall());
  } catch (error) {
    console.error(error instanceof Error ? error.message : error);
    process.exitCode = 1;
  }
}
