import { expect, test, vi } from 'vitest';
import { firstClick, stopRest } from '../../../src/lib/ui/first-click.ts';

test('a double click is one press, and keys are heard every time', () => {
  const act = vi.fn();
  const press = firstClick(act);
  for (const detail of [1, 2, 3]) press({ detail });
  expect(act).toHaveBeenCalledTimes(1);
  for (const detail of [0, 0]) press({ detail });
  expect(act).toHaveBeenCalledTimes(3);
});

test('of a double click nothing but its first click gets past, and every key does', () => {
  const stopImmediatePropagation = vi.fn();
  for (const detail of [0, 0, 1]) stopRest({ detail, stopImmediatePropagation });
  expect(stopImmediatePropagation).not.toHaveBeenCalled();
  for (const detail of [2, 3]) stopRest({ detail, stopImmediatePropagation });
  expect(stopImmediatePropagation).toHaveBeenCalledTimes(2);
});
