const longest = 60;

/** What somebody wrote, to be named by its beginning where it is long. */
export function shortened(text: string): string {
  const characters = [...text.trim()];
  if (characters.length <= longest) return characters.join('');
  return `${characters.slice(0, longest).join('').trimEnd()} …`;
}
