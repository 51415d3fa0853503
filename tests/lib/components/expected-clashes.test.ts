/** Two facilitators who change the same field of the same person: neither takes the place of the other in silence. */
import { expect, test } from 'vitest';
import { chosen, theirsIn } from '../../../src/lib/components/lobby/expected-clashes.ts';
import { rowsOf, withRows } from '../../../src/lib/components/lobby/expected-rows.ts';

const ana = { name: 'Ana', reason: 'was on call' };
const bo = { name: 'Bo', reason: '' };
const opened = [ana, bo];

function mine(at: number, change: Partial<typeof ana>) {
  return rowsOf(opened).map((row, place) => (place === at ? { ...row, ...change } : row));
}

test('A reason that both have changed is theirs and mine, until somebody chooses', () => {
  const now = [{ ...ana, reason: 'leads' }, bo];
  const rows = mine(0, { reason: 'wrote it' });
  expect(theirsIn(now, opened, rows)).toEqual([{ reason: 'leads' }, {}]);
  const kept = chosen(opened, rows[0]!, { reason: 'leads' });
  expect(theirsIn(now, kept, rows)).toEqual([{}, {}]);
  expect(withRows(now, kept, rows)).toEqual([{ ...ana, reason: 'wrote it' }, bo]);
});

test('A name that both have changed is one person and not two', () => {
  const now = [{ ...ana, name: 'Anna' }, bo];
  const rows = mine(0, { name: 'Anni' });
  expect(theirsIn(now, opened, rows)).toEqual([{ name: 'Anna' }, {}]);
  const kept = chosen(opened, rows[0]!, { name: 'Anna' });
  expect(withRows(now, kept, rows)).toEqual([{ ...ana, name: 'Anni' }, bo]);
});

test('The same change, a change of the other field, and what only one has changed are nobody’s clash', () => {
  const now = [{ ...ana, reason: 'leads' }, bo];
  for (const change of [{ reason: ' leads ' }, { name: 'Ana María' }, {}]) {
    expect(theirsIn(now, opened, mine(0, change)), JSON.stringify(change)).toEqual([{}, {}]);
  }
  expect(theirsIn(opened, opened, mine(0, { reason: 'wrote it' }))).toEqual([{}, {}]);
});

test('Whoever was taken off, by either, clashes with nothing; nor does somebody who was added in their place', () => {
  const renamed = mine(1, { name: 'Bob' });
  expect(theirsIn([ana], opened, renamed)).toEqual([{}, {}]);
  expect(theirsIn([ana, { name: 'Cem', reason: '' }], opened, renamed)).toEqual([{}, {}]);
  expect(theirsIn([{ ...ana, reason: 'leads' }, bo], opened, mine(0, { name: '', reason: '' }))).toEqual([
    {},
    {},
  ]);
});
