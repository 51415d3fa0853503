/** The signal colours are kept for time that is over or nearly so, and for what is unfinished. All else is ink on paper. */
import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';

const root = join(import.meta.dirname, '../../src');

const time = [
  'agenda/Clock',
  'agenda/RailSegment',
  'agenda/builder/BuilderHead',
  'agenda/time/TimeSheet',
  'dock/Bell',
  'wall/WallClock',
];
const unfinished = [
  'decide/BoardEntry',
  'decide/EarlierEntry',
  'decide/ExitCheck',
  'decide/OpenItems',
  'decide/PromiseChip',
  'decide/TopicCard',
  'outcomes/Consent',
  'record/RecordActions',
  'wall/WallCard',
];

it('is used for time and for what is unfinished, and nowhere else', () => {
  const files = globSync('**/*.{svelte,css}', { cwd: root }).filter((file) =>
    /var\(--(over|over-tint|warn)\)/.test(readFileSync(join(root, file), 'utf8')),
  );
  const parts = [...time, ...unfinished].map((name) => `lib/components/${name}.svelte`);
  expect(files.sort()).toEqual([...parts, 'lib/ui/Notice.svelte'].sort());
});
