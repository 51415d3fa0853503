/**
 * Counts in the JSON reports of the test runners, and says what failed. A runner that fails or runs nothing never counts
 * as all passed.
 */
import { readFileSync } from 'node:fs';
import { relative } from 'node:path';
import { z } from 'zod';

export interface Failure {
  /** The file and the name of the test; of what is no test, what is known of its place. */
  readonly test: string;
  /** What the runner said, with its stack. */
  readonly message: string;
}

export interface Tally {
  readonly passed: number;
  readonly failed: number;
  readonly failures: readonly Failure[];
}

const vitestReport = z.object({
  numPassedTests: z.number(),
  numFailedTests: z.number(),
  testResults: z.array(
    z.object({
      name: z.string(),
      status: z.string(),
      message: z.string().default(''),
      assertionResults: z.array(
        z.object({
          fullName: z.string(),
          status: z.string(),
          failureMessages: z.array(z.string()).nullish(),
        }),
      ),
    }),
  ),
});
type VitestFile = z.infer<typeof vitestReport>['testResults'][number];

const playwrightError = z.object({ message: z.string().default('') });
const playwrightSpec = z.object({
  title: z.string(),
  file: z.string(),
  line: z.number(),
  tests: z.array(
    z.object({ status: z.string(), results: z.array(z.object({ errors: z.array(playwrightError) })) }),
  ),
});
interface PlaywrightSuite {
  readonly specs: readonly z.infer<typeof playwrightSpec>[];
  readonly suites?: readonly PlaywrightSuite[] | undefined;
}
const playwrightSuite: z.ZodType<PlaywrightSuite> = z.object({
  specs: z.array(playwrightSpec),
  suites: z.array(z.lazy(() => playwrightSuite)).optional(),
});

const playwrightReport = z.object({
  stats: z.object({ expected: z.number(), unexpected: z.number(), flaky: z.number() }),
  suites: z.array(playwrightSuite),
  errors: z.array(playwrightError),
});

/** A file that could not even be loaded holds no test; it counts as one failure. */
export function vitestTally(path: string): (hasPassed: boolean) => Tally {
  return (hasPassed) => {
    const report = read(path, vitestReport);
    if (!report) return nothingRan;
    const unloaded = report.testResults.filter(isUnloaded);
    const failed = report.numFailedTests + unloaded.length;
    const failures = report.testResults.flatMap(failuresOfFile);
    return judged({ passed: report.numPassedTests, failed, failures }, hasPassed);
  };
}

function isUnloaded(file: VitestFile): boolean {
  return file.status === 'failed' && file.assertionResults.length === 0;
}

function failuresOfFile(file: VitestFile): Failure[] {
  const path = relative(process.cwd(), file.name);
  if (isUnloaded(file)) return [{ test: path, message: file.message }];
  return file.assertionResults
    .filter(({ status }) => status === 'failed')
    .map(({ fullName, failureMessages }) => ({
      test: `${path} › ${fullName}`,
      message: failureMessages?.join('\n') ?? '',
    }));
}

export function playwrightTally(path: string): (hasPassed: boolean) => Tally {
  return (hasPassed) => {
    const report = read(path, playwrightReport);
    if (!report) return nothingRan;
    const { expected, unexpected, flaky } = report.stats;
    const failures = [
      ...report.suites.flatMap(failuresOfSuite),
      ...report.errors.map(({ message }) => ({ test: 'outside every test', message })),
    ];
    const failed = unexpected + flaky + report.errors.length;
    return judged({ passed: expected, failed, failures }, hasPassed);
  };
}

/** A test that failed and then passed is one that failed. */
function failuresOfSuite({ specs, suites = [] }: PlaywrightSuite): Failure[] {
  const own = specs.flatMap(({ title, file, line, tests }) =>
    tests
      .filter(({ status }) => status === 'unexpected' || status === 'flaky')
      .map(({ results }) => ({
        test: `${file}:${line} › ${title}`,
        message: results.flatMap(({ errors }) => errors.map(({ message }) => message)).join('\n'),
      })),
  );
  return [...own, ...suites.flatMap(failuresOfSuite)];
}

const nothingRan: Tally = { passed: 0, failed: 1, failures: [] };

/** Covers what no test owns: a runner that ran nothing, or that failed although every test passed. */
function judged(tally: Tally, hasPassed: boolean): Tally {
  const isSilentFailure = tally.failed === 0 && (tally.passed === 0 || !hasPassed);
  return isSilentFailure ? { ...tally, failed: 1 } : tally;
}

function read<T>(path: string, schema: z.ZodType<T>): T | null {
  try {
    return schema.parse(JSON.parse(readFileSync(path, 'utf8')));
  } catch {
    return null;
  }
}
