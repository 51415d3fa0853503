/**
 * Text as it stands in a Markdown file. A CommonMark reader shows it as it was typed, and none of its characters can be
 * taken for structure: what has a meaning there gets a backslash, and what nobody could see becomes `&#x…;`.
 */

const special = /[\\`*<[\]~]|&(?=[#\w])/gu;
/** Inside a word it emphasizes nothing. */
const underscore = /(?<![\p{L}\p{N}])_|_(?![\p{L}\p{N}])/gu;
/** Control characters, what ends a line somewhere, what turns the reading direction, and halves of characters. */
const unseen = /[\p{Cc}\p{Cs}\u2028\u2029\u202a-\u202e\u2066-\u2069\ufeff]/gu;
const escaped = /\\([!-/:-@[-`{-~])|&#(?:x([0-9a-f]{1,6})|(\d{1,7}));/giu;

export function escapeText(text: string): string {
  return text.replace(special, '\\$&').replace(underscore, '\\_').replace(unseen, reference);
}

/** For what begins a line: nothing there makes a list, a heading or a quotation. */
export function escapeLine(text: string): string {
  return escapeText(text)
    .replace(/^[#>+=-]/u, '\\$&')
    .replace(/^(\d+)([.)])/u, '$1\\$2')
    .replace(/(\s)(#+)$/u, '$1\\$2')
    .replace(/^\s/u, reference)
    .replace(/\s$/u, reference);
}

/** For what a colon ends. */
export function escapeName(text: string): string {
  return escapeText(text).replaceAll(':', '\\:');
}

export function unescapeText(text: string): string {
  return text.replace(escaped, (whole, sign?: string, hex?: string, decimal?: string) => {
    if (sign !== undefined) return sign;
    const code = hex === undefined ? Number(decimal) : Number.parseInt(hex, 16);
    return code <= 0x10ffff ? String.fromCodePoint(code) : whole;
  });
}

/** Still escaped, in two at the first colon that is one: with a space or nothing behind it. Null where there is none. */
export function splitAtColon(line: string): { readonly name: string; readonly rest: string } | null {
  const colon = /^((?:\\.|[^\\])*?):(?:\s+|$)/u.exec(line);
  if (!colon) return null;
  return { name: (colon[1] ?? '').trimEnd(), rest: line.slice(colon[0].length) };
}

function reference(character: string): string {
  return `&#x${(character.codePointAt(0) ?? 0).toString(16)};`;
}
