/**
 * `npm test`: everything a change has to pass. What only reads the sources goes side by side, two at a time; what has
 * an eye on the clock goes alone. Each step's output stays together, and a failing one does not stop the others. At the
 * end stand the tests that failed, for whoever has only the end of the output, and one line that counts all of it; a
 * step that is no test run counts as one.
 */
import { spawn } from 'node:child_process';
import { rmSync } from 'node:fs';
import { type Failure, type Tally, playwrightTally, vitestTally } from './tally.ts';

interface Step {
  readonly title: string;
  readonly script: string;
  /** Counts what the runner reported. Without it the step is one check. */
  readonly tally?: (hasPassed: boolean) => Tally;
}

interface Result extends Tally {
  readonly title: string;
}

const reports = { unit: 'reports/unit.json', fuzz: 'reports/fuzz.json', e2e: 'reports/e2e.json' };

/** The longest first, so that the lanes end at about the same time. */
const readers: readonly Step[] = [
  { title: 'Lint', script: 'lint:code' },
  { title: 'Types of the app', script: 'check:app' },
  { title: 'Types of the server and the tests', script: 'check:server' },
  { title: 'Formatting', script: 'lint:format' },
  { title: 'Zones and cycles', script: 'lint:zones' },
];
const lanes = 2;

const runs: readonly Step[] = [
  { title: 'Unit and contract tests', script: 'test:unit', tally: vitestTally(reports.unit) },
  { title: 'Random and hostile input', script: 'test:fuzz', tally: vitestTally(reports.fuzz) },
  { title: 'Build', script: 'build' },
  { title: 'Bundle budget', script: 'budget' },
  { title: 'End to end in a browser', script: 'test:e2e', tally: playwrightTally(reports.e2e) },
];

/** Takes the next step as soon as one is done; results come in the order of the steps. */
async function sideBySide(steps: readonly Step[]): Promise<Result[]> {
  const results: Result[] = [];
  const waiting = steps.entries();
  const lane = async () => {
    for (const [place, step] of waiting) results[place] = await runApart(step);
  };
  await Promise.all(Array.from({ length: lanes }, lane));
  return results;
}

/** Its output is shown at its end, in one piece. */
async function runApart(step: Step): Promise<Result> {
  const child = spawn('npm', ['run', '--silent', step.script], { stdio: ['ignore', 'pipe', 'pipe'] });
  let said = '';
  for (const stream of [child.stdout, child.stderr])
    stream.setEncoding('utf8').on('data', (text: string) => (said += text));
  const hasPassed = (await exitCode(child)) === 0;
  announce(step);
  process.stdout.write(said);
  return judge(step, hasPassed);
}

async function runAlone(step: Step): Promise<Result> {
  announce(step);
  const child = spawn('npm', ['run', '--silent', step.script], { stdio: 'inherit' });
  return judge(step, (await exitCode(child)) === 0);
}

function exitCode(child: ReturnType<typeof spawn>): Promise<number | null> {
  return new Promise((resolve) => {
    child.on('close', resolve);
    child.on('error', () => resolve(null));
  });
}

function announce({ title, script }: Step): void {
  console.log(`\n=== ${title} (npm run ${script})`);
}

function judge({ title, tally }: Step, hasPassed: boolean): Result {
  const single = { passed: hasPassed ? 1 : 0, failed: hasPassed ? 0 : 1, failures: [] };
  return { title, ...(tally?.(hasPassed) ?? single) };
}

/** Enough of what was said to tell what was expected, and where. */
function printFailure({ test, message }: Failure): void {
  const lines = message.split('\n').slice(0, 25);
  console.log(`\nFAILED ${test}\n${lines.map((line) => `  ${line}`).join('\n')}`);
}

for (const report of Object.values(reports)) rmSync(report, { force: true });
// Once, and not by two at the same time.
const results = [await runAlone({ title: 'Generated types', script: 'prepare' })];
results.push(...(await sideBySide(readers)));
for (const step of runs) results.push(await runAlone(step));

const failures = results.flatMap((result) => result.failures);
if (failures.length > 0) console.log('\n=== What failed');
for (const failure of failures) printFailure(failure);
console.log('\n=== Summary');
for (const { title, passed, failed } of results) console.log(`${title}: ${passed} passed, ${failed} failed`);
const total = (count: 'passed' | 'failed') => results.reduce((sum, result) => sum + result[count], 0);
if (total('failed') > 0) process.exitCode = 1;
console.log(`${total('passed')} passed, ${total('failed')} failed`);
