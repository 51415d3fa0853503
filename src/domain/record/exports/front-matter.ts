import { oneLine } from './one-line.ts';

/** A calendar day is the one string that stands bare: YYYY-MM-DD. */
export type Scalar = string | number | { readonly day: string };
export type FrontMatter = Readonly<Record<string, Scalar | readonly string[] | readonly number[] | null>>;

/**
 * Flat front matter, ended by a line feed. Strings are written as JSON, which is YAML that nothing in them can leave;
 * a key whose value is null is left out.
 */
export function frontMatter(fields: FrontMatter): string {
  const lines = Object.entries(fields).flatMap(([key, value]) =>
    value === null ? [] : [`${key}: ${written(value)}`],
  );
  return `---\n${lines.join('\n')}\n---\n`;
}

function written(value: Scalar | readonly string[] | readonly number[]): string {
  if (typeof value === 'number') return String(value);
  if (typeof value === 'string') return quoted(value);
  if ('day' in value) return value.day;
  return `[${value.map((item) => (typeof item === 'number' ? String(item) : quoted(item))).join(', ')}]`;
}

/** A byte order mark is the one character left that YAML readers may take for something else. */
function quoted(text: string): string {
  return JSON.stringify(oneLine(text)).replace(/\ufeff/g, '\\ufeff');
}
