import { expect, test } from 'vitest';
import { shortened } from '../../../../src/lib/components/timeline/shortened.ts';
import { incident as words } from '../../../../src/lib/text/incident.ts';

test('what is removed from the timeline is named, and something long by its beginning', () => {
  const said = (what: string) => words.removed(shortened(what));
  expect(said(' On-call paged ')).toBe('Removed: On-call paged');
  expect(said('a'.repeat(60))).toBe(`Removed: ${'a'.repeat(60)}`);
  expect(said(`${'a'.repeat(59)} ${'b'.repeat(9)}`)).toBe(`Removed: ${'a'.repeat(59)} …`);
});

test('nothing is cut in the middle of a character', () => {
  expect(shortened(`a${'🔥'.repeat(80)}`)).toBe(`a${'🔥'.repeat(59)} …`);
});
