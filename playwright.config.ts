import { defineConfig } from '@playwright/test';
import { browserArgs, findBrowser } from './scripts/find-browser.ts';

const browser = findBrowser();
if (browser === null) throw new Error('No Chromium found. `node scripts/find-browser.ts` gets one.');

/** Tests start their own server on a free port, so they can run side by side; two at a time fit two cores. */
export default defineConfig({
  testDir: 'tests/e2e',
  outputDir: 'test-results',
  // For what hangs; a busy machine takes several times as long as an idle one.
  timeout: 180_000,
  expect: { timeout: 20_000 },
  workers: 2,
  retries: 0,
  forbidOnly: true,
  reporter: [['list'], ['json', { outputFile: 'reports/e2e.json' }]],
  use: {
    browserName: 'chromium',
    launchOptions: { executablePath: browser, args: browserArgs },
    actionTimeout: 30_000,
    screenshot: 'only-on-failure',
    // Recording every test costs time; `npx playwright test --trace on <spec>` records one that failed.
    trace: 'off',
  },
});
