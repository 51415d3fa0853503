/** What one line of a Markdown agenda is, before anybody asks what it means. Bullets, tabs and line ends are free. */

export type Line =
  | { readonly kind: 'title'; readonly text: string }
  /** Words of a text with several lines; nothing else keeps its spaces. */
  | { readonly kind: 'quotation'; readonly text: string }
  /** `8m wins: Whom do we thank?` */
  | { readonly kind: 'timed'; readonly minutes: number; readonly text: string }
  | Field
  | { readonly kind: 'other'; readonly text: string };

/** `policy: open`. */
export interface Field {
  readonly kind: 'field';
  /** In small letters, without spaces and hyphens. */
  readonly key: string;
  /** As it was typed. */
  readonly name: string;
  readonly value: string;
  readonly isTop: boolean;
}

export interface NumberedLine {
  /** Counted from 1. */
  readonly number: number;
  /** Further in than the first level of bullets, so that it belongs to a line above. */
  readonly isIndented: boolean;
  readonly line: Line;
}

const bullet = /^(\s*)(?:[-*+]|\d{1,9}[.)])\s+/u;
const fence = /^\s*(`{3,}|~{3,})\s*\w*\s*$/u;

/** Without what says nothing: blank lines, and the fences around code in which an agenda may have been sent. */
export function linesOf(markdown: string): NumberedLine[] {
  const raw = markdown.split(/\r\n|\n|\r/u);
  const top = Math.min(...raw.flatMap((line) => bullet.exec(line)?.[1]?.length ?? []));
  return raw.flatMap((text, i) =>
    text.trim() === '' || fence.test(text)
      ? []
      : [
          {
            number: i + 1,
            isIndented: indentOf(text) > (top === Infinity ? 0 : top),
            line: lineOf(text, top),
          },
        ],
  );
}

function indentOf(line: string): number {
  return line.length - line.trimStart().length;
}

function lineOf(raw: string, top: number): Line {
  const quoted = /^\s*> ?(.*)$/u.exec(raw);
  if (quoted) return { kind: 'quotation', text: (quoted[1] ?? '').trimEnd() };
  const title = /^#(?:\s+(.*))?$/u.exec(raw);
  if (title) return { kind: 'title', text: (title[1] ?? '').trim() };
  const [mark = '', indent = ''] = bullet.exec(raw) ?? [/^\s*/u.exec(raw)?.[0] ?? ''];
  const text = raw.slice(mark.length).trim();
  const isTop = mark.trim() !== '' && indent.length === top;
  return timed(text) ?? field(text, isTop) ?? { kind: 'other', text };
}

function timed(text: string): Line | null {
  const found = /^(\d{1,6})\s*(?:m|mins?|minutes?)\.?(?:\s+(.*))?$/iu.exec(text);
  return found ? { kind: 'timed', minutes: Number(found[1]), text: found[2] ?? '' } : null;
}

function field(text: string, isTop: boolean): Field | null {
  const found = /^(\p{L}[\p{L} -]{0,30}):(?:\s+(.*))?$/u.exec(text);
  if (!found) return null;
  const name = found[1] ?? '';
  const key = name.toLowerCase().replace(/[ -]/gu, '');
  return { kind: 'field', key, name, value: found[2] ?? '', isTop };
}
