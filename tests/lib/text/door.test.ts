import { expect, test } from 'vitest';
import { door as words } from '../../../src/lib/text/door.ts';

test('that a seat was taken away claims nothing of what is left: whoever only watched has nothing', () => {
  expect(words.removedText).not.toMatch(/device|wrote|still|stays/);
});
