/** How wide the parts of the agenda have to be for their names, in letters. */

/** A longer name is cut behind its first word, and a longer word within. */
const mostLetters = 12;

/** From so many on, names need more than a bar beside title and clock has. The buffer comes and goes, and does not count. */
export const manyParts = 10;

export interface RailPart {
  readonly title: string;
  readonly minutes: number;
}

/** As many as its name needs, or that of a part with as many minutes or fewer: more minutes are never the narrower part. */
export function railLetters(part: RailPart, parts: readonly RailPart[]): number {
  return Math.max(
    ...parts.filter(({ minutes }) => minutes <= part.minutes).map(({ title }) => lettersOf(title)),
    lettersOf(part.title),
  );
}

function lettersOf(title: string): number {
  if (title.length <= mostLetters) return title.length;
  return Math.min(mostLetters, title.trim().split(/\s/u, 1).join('').length);
}
