import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { playwrightTally, vitestTally } from '../../scripts/tally.ts';

const folder = mkdtempSync(join(tmpdir(), 'hearth-tally-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function report(name: string, content: unknown): string {
  const path = join(folder, name);
  writeFileSync(path, JSON.stringify(content));
  return path;
}

const vitest = (passed: number, failed: number, files: readonly object[] = []) =>
  report('vitest.json', { numPassedTests: passed, numFailedTests: failed, testResults: files });

const playwright = (expected: number, unexpected: number, errors: readonly object[] = []) =>
  report('playwright.json', { stats: { expected, unexpected, flaky: 0, skipped: 0 }, errors });

describe('what npm test counts', () => {
  it('takes the numbers of a run that passed', () => {
    expect(vitestTally(vitest(12, 0))(true)).toEqual({ passed: 12, failed: 0 });
    expect(playwrightTally(playwright(3, 0))(true)).toEqual({ passed: 3, failed: 0 });
  });

  it('takes the numbers of a run that failed, and not one failure more', () => {
    expect(vitestTally(vitest(12, 2))(false)).toEqual({ passed: 12, failed: 2 });
    expect(playwrightTally(playwright(3, 1))(false)).toEqual({ passed: 3, failed: 1 });
  });

  it('counts a test file that could not be loaded', () => {
    const path = vitest(4, 0, [{ status: 'failed', assertionResults: [] }]);
    expect(vitestTally(path)(false)).toEqual({ passed: 4, failed: 1 });
  });

  it('counts an error outside every test', () => {
    expect(vitestTally(vitest(4, 0))(false)).toEqual({ passed: 4, failed: 1 });
    expect(playwrightTally(playwright(4, 0, [{ message: 'no config' }]))(false)).toEqual({
      passed: 4,
      failed: 1,
    });
  });

  it('never takes a run without tests for a success', () => {
    expect(vitestTally(vitest(0, 0))(true)).toEqual({ passed: 0, failed: 1 });
    expect(playwrightTally(playwright(0, 0))(true)).toEqual({ passed: 0, failed: 1 });
  });

  it('never takes a missing report for a success', () => {
    expect(vitestTally(join(folder, 'missing.json'))(true)).toEqual({ passed: 0, failed: 1 });
    expect(playwrightTally(join(folder, 'missing.json'))(true)).toEqual({ passed: 0, failed: 1 });
  });
});
