/**
 * The few kinds of Markdown block that an export is made of, and how they are written. Text goes in as typed and comes
 * out as one line that a CommonMark reader reads back unchanged, whatever stands in it.
 */
import { gfmToMarkdown } from 'mdast-util-gfm';
import { toMarkdown, type Options } from 'mdast-util-to-markdown';
import { oneLine } from './one-line.ts';

type Root = Extract<Parameters<typeof toMarkdown>[0], { type: 'root' }>;
export type Block = Root['children'][number];
type Text = { readonly type: 'text'; readonly value: string };

export function heading(depth: 1 | 2 | 3, text: string): Block {
  return { type: 'heading', depth, children: [line(text)] };
}

export function paragraph(text: string): Block {
  return { type: 'paragraph', children: [line(text)] };
}

/** Nothing where there is nothing to list. */
export function list(items: readonly string[]): Block[] {
  return bullets(items, null);
}

/** Open tasks, each with an empty box. */
export function tasks(items: readonly string[]): Block[] {
  return bullets(items, false);
}

export function table(head: readonly string[], rows: readonly (readonly string[])[]): Block {
  const cells = (texts: readonly string[]) =>
    texts.map((text) => ({ type: 'tableCell' as const, children: [line(text)] }));
  const children = [head, ...rows].map((texts) => ({ type: 'tableRow' as const, children: cells(texts) }));
  return { type: 'table', align: head.map((_, column) => (column === 0 ? null : 'right')), children };
}

/** Ended by one line feed. */
export function writeBlocks(blocks: readonly Block[]): string {
  return toMarkdown({ type: 'root', children: [...blocks] }, options);
}

function bullets(items: readonly string[], checked: boolean | null): Block[] {
  if (items.length === 0) return [];
  const children = items.map((item) => ({
    type: 'listItem' as const,
    checked,
    spread: false,
    children: [{ type: 'paragraph' as const, children: [line(item)] }],
  }));
  return [{ type: 'list', ordered: false, spread: false, children }];
}

function line(text: string): Text {
  return { type: 'text', value: oneLine(text) };
}

/** What CommonMark leaves alone and widely used readers do not: tags, block ids, comments, highlights and formulas. */
const otherReaders: Options = {
  unsafe: [
    { character: '#', before: '\\s', after: '(?=[^\\s#])', inConstruct: 'phrasing' },
    { character: '^', before: '\\s', inConstruct: 'phrasing' },
    { character: '%', after: '(?=%)', inConstruct: 'phrasing' },
    { character: '=', after: '(?==)', inConstruct: 'phrasing' },
    { character: '$', inConstruct: 'phrasing' },
  ],
};

const options: Options = { bullet: '-', extensions: [gfmToMarkdown(), otherReaders] };
