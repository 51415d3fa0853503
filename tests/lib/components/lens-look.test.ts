import { expect, test } from 'vitest';
import { lenses } from '../../../src/domain/lenses/catalogue.ts';
import { lensIcons, lookOfLens } from '../../../src/lib/components/lenses/lens-look.ts';
import { lenses as words } from '../../../src/lib/text/lenses.ts';

test('every icon that a lens can have can be said in words', () => {
  expect(Object.keys(words.icons)).toEqual(Object.keys(lensIcons));
});

test('each lens of the catalogue has an icon of its own', () => {
  expect(new Set(lenses.map((lens) => lookOfLens(lens).icon)).size).toBe(lenses.length);
});

test('an icon that nobody knows any more is a plain one', () => {
  expect(lookOfLens({ id: 'legal', icon: 'gone' })).toEqual(lookOfLens(null));
});
