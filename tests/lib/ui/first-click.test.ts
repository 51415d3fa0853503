import { expect, test, vi } from 'vitest';
import { firstClick } from '../../../src/lib/ui/first-click.ts';

test('a double click is one press, and keys are heard every time', () => {
  const act = vi.fn();
  const press = firstClick(act);
  for (const detail of [1, 2, 3]) press({ detail });
  expect(act).toHaveBeenCalledTimes(1);
  for (const detail of [0, 0]) press({ detail });
  expect(act).toHaveBeenCalledTimes(3);
});
