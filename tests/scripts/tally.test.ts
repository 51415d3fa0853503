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
  report('playwright.json', {
    stats: { expected, unexpected, flaky: 0, skipped: 0 },
    suites: [{ specs: [], suites: [{ specs: [] }] }],
    errors,
  });

describe('what npm test counts', () => {
  it('takes the numbers of a run that passed', () => {
    expect(vitestTally(vitest(12, 0))(true)).toEqual({ passed: 12, failed: 0, failures: [] });
    expect(playwrightTally(playwright(3, 0))(true)).toEqual({ passed: 3, failed: 0, failures: [] });
  });

  it('takes the numbers of a run that failed, and not one failure more', () => {
    expect(vitestTally(vitest(12, 2))(false)).toMatchObject({ passed: 12, failed: 2 });
    expect(playwrightTally(playwright(3, 1))(false)).toMatchObject({ passed: 3, failed: 1 });
  });

  it('counts a test file that could not be loaded', () => {
    const path = vitest(4, 0, [
      { name: join(process.cwd(), 'tests/a.test.ts'), status: 'failed', message: 'no', assertionResults: [] },
    ]);
    const failures = [{ test: 'tests/a.test.ts', message: 'no' }];
    expect(vitestTally(path)(false)).toEqual({ passed: 4, failed: 1, failures });
  });

  it('counts an error outside every test', () => {
    expect(vitestTally(vitest(4, 0))(false)).toEqual({ passed: 4, failed: 1, failures: [] });
    expect(playwrightTally(playwright(4, 0, [{ message: 'no config' }]))(false)).toEqual({
      passed: 4,
      failed: 1,
      failures: [{ test: 'outside every test', message: 'no config' }],
    });
  });

  it('never takes a run without tests for a success', () => {
    expect(vitestTally(vitest(0, 0))(true)).toMatchObject({ passed: 0, failed: 1 });
    expect(playwrightTally(playwright(0, 0))(true)).toMatchObject({ passed: 0, failed: 1 });
  });

  it('never takes a missing report for a success', () => {
    expect(vitestTally(join(folder, 'missing.json'))(true)).toMatchObject({ passed: 0, failed: 1 });
    expect(playwrightTally(join(folder, 'missing.json'))(true)).toMatchObject({ passed: 0, failed: 1 });
  });

  it('names the tests of a unit run that failed, with what was said', () => {
    const path = vitest(1, 1, [
      {
        name: join(process.cwd(), 'tests/a.test.ts'),
        status: 'failed',
        message: '',
        assertionResults: [
          { fullName: 'sums adds', status: 'passed', failureMessages: [] },
          { fullName: 'sums carries', status: 'failed', failureMessages: ['expected 10, received 0'] },
        ],
      },
    ]);
    expect(vitestTally(path)(false).failures).toEqual([
      { test: 'tests/a.test.ts › sums carries', message: 'expected 10, received 0' },
    ]);
  });

  it('names the stories that failed at first or at last, however deep they stand', () => {
    const spec = (title: string, status: string, messages: readonly string[]) => ({
      title,
      file: 'a.spec.ts',
      line: 7,
      tests: [{ status, results: messages.map((message) => ({ errors: [{ message }] })) }],
    });
    const path = report('playwright.json', {
      stats: { expected: 1, unexpected: 1, flaky: 1 },
      suites: [
        {
          specs: [spec('one enters', 'expected', []), spec('one waits', 'unexpected', ['no door'])],
          suites: [{ specs: [spec('one knocks', 'flaky', ['no bell'])] }],
        },
      ],
      errors: [],
    });
    expect(playwrightTally(path)(false)).toEqual({
      passed: 1,
      failed: 2,
      failures: [
        { test: 'a.spec.ts:7 › one waits', message: 'no door' },
        { test: 'a.spec.ts:7 › one knocks', message: 'no bell' },
      ],
    });
  });
});
