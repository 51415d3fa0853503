/** The letter that stands for a name until somebody chooses another one; empty where the name has none. */
export function letterOf(name: string): string {
  const first = /[\p{L}\p{N}]/u.exec(name)?.[0] ?? '';
  const upper = first.toUpperCase();
  return [...upper].length === 1 ? upper : first;
}
