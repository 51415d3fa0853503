/**
 * What two texts can have in common: whole words, and pieces of them, so that `deploy` and `deployments` are alike, and
 * so are sentences of scripts that write without spaces.
 */
import { stopWords } from './stop-words.ts';

const words = /[\p{L}\p{M}\p{N}]+/gu;
const withoutSpaces =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]/u;

/** Feature → weight before anything is known of other texts; stop words have none. Repeating a word adds nothing. */
export function featuresOf(text: string): ReadonlyMap<string, number> {
  const features = new Map<string, number>();
  for (const [word] of text.normalize('NFKC').toLowerCase().matchAll(words)) addWord(features, word);
  return features;
}

function addWord(features: Map<string, number>, word: string): void {
  if (stopWords.has(word)) return;
  const letters = Array.from(word);
  const isRun = withoutSpaces.test(word);
  const size = isRun ? 2 : 4;
  // In every language the words that hold a sentence together are short.
  const weight = isRun ? 1 : Math.min(1, (letters.length / 6) ** 2);
  if (!isRun || letters.length <= size) features.set(word, weight);
  const spelled = isRun ? letters : ['^', ...letters];
  const pieces = Math.max(0, spelled.length - size + 1);
  // However long a word is, its pieces together count as much as the word.
  const share = isRun ? weight : weight / Math.sqrt(pieces);
  for (let at = 0; at < pieces; at += 1) features.set(`${spelled.slice(at, at + size).join('')}…`, share);
}
