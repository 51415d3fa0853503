/** Two facilitators with the list of those who are needed open, and lines that do not say whom they mean. */
import { expect, test } from 'vitest';
import {
  blankRow,
  lacksName,
  namedTwice,
  rowsOf,
  withRows,
  type ExpectedRow,
} from '../../../src/lib/components/lobby/expected-rows.ts';

const ana = { name: 'Ana', reason: 'was on call' };
const bo = { name: 'Bo', reason: '' };
const cem = { name: 'Cem', reason: 'knows the pager' };
const opened = [ana, bo];

function withChange(at: number, change: Partial<ExpectedRow>): ExpectedRow[] {
  return rowsOf(opened).map((row, place) => (place === at ? { ...row, ...change } : row));
}
const adding = (...people: readonly { name: string; reason: string }[]) => [
  ...rowsOf(opened),
  ...people.map((person) => ({ ...blankRow(), ...person })),
];

test('Two facilitators who add somebody at the same time have both on the list, and one person once', () => {
  expect(withRows([...opened, cem], opened, adding({ name: 'Dee', reason: '' }))).toEqual([
    ...[ana, bo, cem],
    { name: 'Dee', reason: '' },
  ]);
  expect(withRows([...opened, cem], opened, adding({ name: ' Cem ', reason: cem.reason }))).toEqual([
    ...[ana, bo, cem],
  ]);
});

test('What somebody else took off or changed stays so where nobody else touched it', () => {
  expect(withRows([ana], opened, adding(cem))).toEqual([ana, cem]);
  const renamed = { ...ana, name: 'Ana María' };
  expect(withRows([renamed, bo], opened, withChange(1, { reason: 'wrote it' }))).toEqual([
    renamed,
    { name: 'Bo', reason: 'wrote it' },
  ]);
});

test('Of one person whom two people changed, name and reason are kept apart', () => {
  const now = [{ ...ana, reason: 'leads' }, bo];
  expect(withRows(now, opened, withChange(0, { reason: 'leads' }))).toEqual(now);
  expect(withRows([{ ...bo, reason: 'wrote it' }], [bo], [{ name: 'Bob', reason: '', from: 0 }])).toEqual([
    { name: 'Bob', reason: 'wrote it' },
  ]);
});

test('A line that is removed or emptied takes that person off, also with a new reason; changed words outlive a removal', () => {
  const now = [{ ...ana, reason: 'leads' }, bo];
  expect(withRows(now, opened, rowsOf(opened).slice(1))).toEqual([bo]);
  expect(withRows(opened, opened, withChange(0, { name: ' ', reason: '' }))).toEqual([bo]);
  expect(withRows([ana], opened, rowsOf(opened).slice(0, 1))).toEqual([ana]);
  expect(withRows([bo], opened, withChange(0, { reason: 'leads' }))).toEqual([
    bo,
    { ...ana, reason: 'leads' },
  ]);
});

test('An empty list is opened with one line to fill in', () => {
  expect(rowsOf([])).toEqual([blankRow()]);
  expect(withRows([], [], [blankRow()])).toEqual([]);
});

test('A reason without a name is a line that somebody has to look at again', () => {
  expect(lacksName({ ...blankRow(), reason: 'was on call' })).toBe(true);
  expect(lacksName(blankRow())).toBe(false);
  expect(rowsOf(opened).some(lacksName)).toBe(false);
});

test('Names that look or sound alike are said to stand there twice', () => {
  expect(namedTwice(adding({ name: ' bo', reason: 'again' }, { name: 'Cem', reason: '' }))).toEqual(['Bo']);
  expect(namedTwice([blankRow(), blankRow()])).toEqual([]);
});
