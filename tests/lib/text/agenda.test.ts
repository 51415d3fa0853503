import { expect, test } from 'vitest';
import { agenda as words } from '../../../src/lib/text/agenda.ts';

test('what a check-in asks for is said to be aloud, and how it is written too where it is not', () => {
  expect(words.checkInSays('none', 'none')).toBe('');
  expect(words.checkInSays('word', 'open')).not.toContain('To have it written');
  // The answer is found where notes are set to show, under the words that stand there.
  expect(words.checkInSays('word', 'none').toLowerCase()).toContain(words.policies.open.name.toLowerCase());
});
