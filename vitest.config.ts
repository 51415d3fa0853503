import { svelte } from '@sveltejs/vite-plugin-svelte';
import { defineConfig } from 'vitest/config';

/** For what hangs; the long random tests need some seconds, and a busy machine takes several times as long. */
const testTimeout = 60_000;
/** Polling of what a server or a disk will do; a second, the default, is less than a busy machine sometimes takes. */
const expect = { poll: { timeout: 30_000, interval: 20 } };

const apart = ['tests/e2e/**', 'tests/convergence/**', 'tests/hostile/**'];

/** What the app imports is tested as the browser compiles it; everything else as Node runs it. */
export default defineConfig({
  test: {
    reporters: ['default', ['json', { outputFile: 'reports/unit.json' }]],
    // Most of these tests wait for a disk or a socket; left to itself the runner keeps one core free.
    maxWorkers: '100%',
    projects: [
      {
        test: {
          name: 'node',
          include: ['tests/**/*.test.ts'],
          exclude: [...apart, 'tests/lib/**'],
          // Nothing here changes what another file could see, and each file's imports are most of its time.
          isolate: false,
          testTimeout,
          hookTimeout: testTimeout,
          expect,
        },
      },
      {
        plugins: [svelte()],
        resolve: { conditions: ['browser'], alias: { $lib: import.meta.dirname + '/src/lib' } },
        test: {
          name: 'app',
          include: ['tests/lib/**/*.test.ts'],
          server: { deps: { inline: [/svelte/] } },
          environment: './tests/support/browser-environment.ts',
          testTimeout,
          hookTimeout: testTimeout,
          expect,
        },
      },
    ],
  },
});
