import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['tests/**/*.test.ts'],
    exclude: ['tests/e2e/**', 'tests/convergence/**', 'tests/hostile/**'],
    reporters: ['default', ['json', { outputFile: 'reports/unit.json' }]],
    testTimeout: 20_000,
    hookTimeout: 20_000,
  },
});
