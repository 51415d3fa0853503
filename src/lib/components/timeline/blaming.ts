/**
 * Wordings that judge somebody by what is known only now. Found to be asked about, never to be forbidden: such words may
 * be right.
 */
const wordings =
  /\b(?:(?:should|could|ought to) (?:not )?have|should(?:n['’]t|['’]ve)\b(?: have)?|failed to|forgot(?:ten)? to|neglected to|human error|operator error|careless(?:ly|ness)?|negligen(?:t|ce)|(?:his|her|their|your|whose) fault|to blame\b)/i;

/** The first one as it was written; null where there is none. */
export function findBlame(text: string): string | null {
  return wordings.exec(text)?.[0] ?? null;
}
