/** More notes than a meeting writes, of words that come again. */
import { seededRandom } from './random.ts';

const many = 500;

export function fullBoard(seed: number): { readonly id: string; readonly text: string }[] {
  const random = seededRandom(seed);
  const vocabulary = Array.from({ length: 400 }, () =>
    random
      .next()
      .toString(36)
      .slice(2, 4 + random.below(8)),
  );
  return Array.from({ length: many }, (_, at) => ({
    id: `n${at}`,
    text: Array.from({ length: 12 }, () => random.pick(vocabulary)).join(' '),
  }));
}
