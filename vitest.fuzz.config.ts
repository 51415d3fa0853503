import { defineConfig } from 'vitest/config';

/** Random and hostile input. HEARTH_FUZZ=long runs the nightly sizes, the default is the short setting. */
export default defineConfig({
  test: {
    include: ['tests/convergence/**/*.test.ts', 'tests/hostile/**/*.test.ts'],
    reporters: ['default', ['json', { outputFile: 'reports/fuzz.json' }]],
    testTimeout: 300_000,
    hookTimeout: 60_000,
    expect: { poll: { timeout: 30_000, interval: 20 } },
    maxWorkers: 2,
  },
});
