import { expect, test } from 'vitest';
import { heldOrder } from '../../../../src/lib/components/timeline/held-order.ts';

const order = (shown: string, sorted: string) =>
  heldOrder(
    [...shown],
    [...sorted].map((id) => ({ id })),
  )
    .map(({ id }) => id)
    .join('');

test('what is on the screen stays where it is, whatever becomes of its time', () => {
  expect(order('abc', 'cab')).toBe('abc');
});

test('what is new comes in behind the one that it follows', () => {
  expect(order('abc', 'xabyc')).toBe('xabyc');
  expect(order('abc', 'cxab')).toBe('abcx');
  expect(order('', 'abc')).toBe('abc');
});

test('what was removed is gone at once', () => {
  expect(order('abc', 'ca')).toBe('ac');
});
