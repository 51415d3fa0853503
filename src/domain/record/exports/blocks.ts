/**
 * The few kinds of Markdown block that an export is made of, and how they are written. Text goes in as typed and comes
 * out as one line that a CommonMark reader reads back unchanged, whatever stands in it.
 */
import { gfmToMarkdown } from 'mdast-util-gfm';
import { toMarkdown, type Options } from 'mdast-util-to-markdown';
import { oneLine } from './one-line.ts';
import { linesOf } from './phrases.ts';

type Root = Extract<Parameters<typeof toMarkdown>[0], { type: 'root' }>;
export type Block = Root['children'][number];
type Text = { readonly type: 'text'; readonly value: string };

/** An address of the web behind a label. Whoever makes one has looked that a browser may open it. */
export interface Link {
  readonly label: string;
  readonly address: string;
}

/** A line of a list, with lines of its own beneath. */
export interface Item {
  readonly text: string;
  readonly details: readonly (string | Link)[];
}

export function heading(depth: 1 | 2 | 3, text: string): Block {
  return { type: 'heading', depth, children: [line(text)] };
}

export function paragraph(text: string): Block {
  return { type: 'paragraph', children: [line(text)] };
}

/** A paragraph for each line of a longer text. */
export function prose(text: string): Block[] {
  return linesOf(text).map(paragraph);
}

/** Nothing where there is nothing to list. */
export function list(items: readonly (string | Item)[]): Block[] {
  return bullets(items, null);
}

/** Open tasks, each with an empty box. */
export function tasks(items: readonly (string | Item)[]): Block[] {
  return bullets(items, false);
}

export function table(head: readonly string[], rows: readonly (readonly string[])[]): Block {
  const cells = (texts: readonly string[]) =>
    texts.map((text) => ({ type: 'tableCell' as const, children: [line(text)] }));
  const children = [head, ...rows].map((texts) => ({ type: 'tableRow' as const, children: cells(texts) }));
  return { type: 'table', align: head.map((_, column) => (column === 0 ? null : 'right')), children };
}

/** Ended by one line feed. */
export function writeBlocks(blocks: readonly Block[], bullet: '-' | '*' = '-'): string {
  return toMarkdown({ type: 'root', children: [...blocks] }, { ...options, bullet });
}

function bullets(items: readonly (string | Link | Item)[], checked: boolean | null): Block[] {
  if (items.length === 0) return [];
  const children = items.map((item) => {
    const own = { type: 'paragraph' as const, children: lineOf(item) };
    const details = typeof item === 'object' && 'details' in item ? item.details : [];
    const below = bullets(details, null) as Extract<Block, { type: 'list' }>[];
    return { type: 'listItem' as const, checked, spread: false, children: [own, ...below] };
  });
  return [{ type: 'list', ordered: false, spread: false, children }];
}

function lineOf(item: string | Link | Item) {
  if (typeof item === 'string') return [line(item)];
  if ('text' in item) return [line(item.text)];
  const { label, address } = item;
  const link = { type: 'link' as const, url: address, children: [line(address)] };
  return [{ type: 'text' as const, value: `${label}: ` }, link];
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

const options: Options = { extensions: [gfmToMarkdown(), otherReaders] };
