import { expect, test } from 'vitest';
import { notesToRead } from '../../../src/lib/components/polls/notes-to-read.ts';

const notes = (...texts: string[]) => texts.map((text) => ({ text }));

test('a topic of a vote has all its notes to read, with the one that it is called by', () => {
  const both = notes('Deploys wait', 'Nobody may deploy alone');
  expect(notesToRead('Deploys wait', both)).toBe(both);
});

test('a note that stands for itself says all in the name', () => {
  expect(notesToRead('Deploys wait', notes('Deploys\nwait'))).toEqual([]);
  expect(notesToRead('Releases', notes('Deploys wait'))).toHaveLength(1);
  expect(notesToRead('Releases', [])).toEqual([]);
});
