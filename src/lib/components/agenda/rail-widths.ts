/** How wide the parts of the agenda have to be for their names, in letters. */

/** In one line a longer name is cut behind its first word, and a longer word within. */
const mostLetters = 12;

/** Up to so many, the name of the part that comes next is whole, too. */
export const mostOfNext = 40;

/** From so many on, names need more than a bar beside title and clock has. The buffer comes and goes, and does not count. */
export const manyParts = 10;

export interface RailPart {
  readonly title: string;
  readonly minutes: number;
}

/** As many as its name needs in so many lines, or that of a part with as many minutes or fewer: more minutes are never the narrower part. */
export function railLetters(part: RailPart, parts: readonly RailPart[], lines: 1 | 2): number {
  return Math.max(
    ...parts.filter(({ minutes }) => minutes <= part.minutes).map(({ title }) => lettersOf(title, lines)),
    lettersOf(part.title, lines),
  );
}

/** Those of the longer line of a name that stands in two. */
export function foldedLetters(title: string): number {
  const words = title.trim().split(/\s+/u);
  const lengthOf = (line: readonly string[]) => line.join(' ').length;
  const breaks = words.map((_, at) => [words.slice(0, at + 1), words.slice(at + 1)]);
  return Math.min(...breaks.map((lines) => Math.max(...lines.map(lengthOf))));
}

function lettersOf(title: string, lines: 1 | 2): number {
  if (lines === 2) return Math.min(mostLetters, foldedLetters(title));
  if (title.length <= mostLetters) return title.length;
  return Math.min(mostLetters, title.trim().split(/\s/u, 1).join('').length);
}
