/** Whether a lens could be taken for another one, in words. What it was called already when it was opened may stay. */
import type { Lens } from '#domain/lenses/catalogue.ts';
import { hasName } from '#domain/lenses/has-name.ts';
import type { OwnLens } from '#protocol/agenda.ts';
import { lenses as words } from '$lib/text/lenses.ts';

type Named = Pick<OwnLens, 'name' | 'letter'>;

export function nameProblem(name: string, others: readonly Lens[], before: Named | null): string | null {
  return name.trim() !== before?.name && hasName(others, name) ? words.nameTaken : null;
}

export function letterProblem(letter: string, others: readonly Lens[], before: Named | null): string | null {
  if (letter === '' || letter === before?.letter) return null;
  if (!/^[\p{L}\p{N}]$/u.test(letter)) return words.letterWrong;
  const holder = others.find((other) => other.letter === letter);
  return holder ? words.letterTaken(holder.name) : null;
}
