/**
 * `npm test`: everything a change has to pass, one step after the other, each with its own output. A failing step
 * does not stop the later ones. The last line counts all of it; check, lint, build and budget count as one each.
 */
import { spawnSync } from 'node:child_process';
import { rmSync } from 'node:fs';
import { type Tally, playwrightTally, vitestTally } from './tally.ts';

interface Step {
  readonly title: string;
  readonly script: string;
  /** Counts what the runner reported. Without it the step is one check. */
  readonly tally?: (hasPassed: boolean) => Tally;
}

const reports = { unit: 'reports/unit.json', fuzz: 'reports/fuzz.json', e2e: 'reports/e2e.json' };

const steps: readonly Step[] = [
  { title: 'Types', script: 'check' },
  { title: 'Lint, zones and cycles', script: 'lint' },
  { title: 'Unit and contract tests', script: 'test:unit', tally: vitestTally(reports.unit) },
  { title: 'Random and hostile input', script: 'test:fuzz', tally: vitestTally(reports.fuzz) },
  { title: 'Build', script: 'build' },
  { title: 'Bundle budget', script: 'budget' },
  { title: 'End to end in a browser', script: 'test:e2e', tally: playwrightTally(reports.e2e) },
];

function runStep({ title, script, tally }: Step): Tally {
  console.log(`\n=== ${title} (npm run ${script})`);
  const hasPassed = spawnSync('npm', ['run', '--silent', script], { stdio: 'inherit' }).status === 0;
  return tally ? tally(hasPassed) : { passed: hasPassed ? 1 : 0, failed: hasPassed ? 0 : 1 };
}

for (const report of Object.values(reports)) rmSync(report, { force: true });
const results = steps.map((step) => ({ title: step.title, ...runStep(step) }));

console.log('\n=== Summary');
for (const { title, passed, failed } of results) console.log(`${title}: ${passed} passed, ${failed} failed`);
const total = (count: 'passed' | 'failed') => results.reduce((sum, result) => sum + result[count], 0);
if (total('failed') > 0) process.exitCode = 1;
console.log(`${total('passed')} passed, ${total('failed')} failed`);
