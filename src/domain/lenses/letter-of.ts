const none: ReadonlySet<string> = new Set();

/**
 * The letter that stands for a name until somebody chooses another one: its first that is not taken, the first where
 * all are. Empty where the name has none.
 */
export function letterOf(name: string, taken: ReadonlySet<string> = none): string {
  const letters = [...name.matchAll(/[\p{L}\p{N}]/gu)].map(([letter]) => capital(letter));
  return letters.find((letter) => !taken.has(letter)) ?? letters[0] ?? '';
}

function capital(letter: string): string {
  const upper = letter.toUpperCase();
  return [...upper].length === 1 ? upper : letter;
}
