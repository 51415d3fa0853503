/** Counts in the JSON reports of the test runners. A runner that fails or runs nothing never counts as all passed. */
import { readFileSync } from 'node:fs';
import { z } from 'zod';

export interface Tally {
  readonly passed: number;
  readonly failed: number;
}

const vitestReport = z.object({
  numPassedTests: z.number(),
  numFailedTests: z.number(),
  testResults: z.array(z.object({ status: z.string(), assertionResults: z.array(z.unknown()) })),
});

const playwrightReport = z.object({
  stats: z.object({ expected: z.number(), unexpected: z.number(), flaky: z.number() }),
  errors: z.array(z.unknown()),
});

/** A file that could not even be loaded holds no test; it counts as one failure. */
export function vitestTally(path: string): (hasPassed: boolean) => Tally {
  return (hasPassed) => {
    const report = read(path, vitestReport);
    if (!report) return nothingRan;
    const unloaded = report.testResults.filter(
      (f) => f.status === 'failed' && f.assertionResults.length === 0,
    );
    return judged(
      { passed: report.numPassedTests, failed: report.numFailedTests + unloaded.length },
      hasPassed,
    );
  };
}

export function playwrightTally(path: string): (hasPassed: boolean) => Tally {
  return (hasPassed) => {
    const report = read(path, playwrightReport);
    if (!report) return nothingRan;
    const { expected, unexpected, flaky } = report.stats;
    return judged({ passed: expected, failed: unexpected + flaky + report.errors.length }, hasPassed);
  };
}

const nothingRan: Tally = { passed: 0, failed: 1 };

/** Covers what no test owns: a runner that ran nothing, or that failed although every test passed. */
function judged(tally: Tally, hasPassed: boolean): Tally {
  const isSilentFailure = tally.failed === 0 && (tally.passed === 0 || !hasPassed);
  return isSilentFailure ? { passed: tally.passed, failed: 1 } : tally;
}

function read<T>(path: string, schema: z.ZodType<T>): T | null {
  try {
    return schema.parse(JSON.parse(readFileSync(path, 'utf8')));
  } catch {
    return null;
  }
}
