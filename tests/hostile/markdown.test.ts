/**
 * Whatever stands in a record, an independent CommonMark reader (markdown-it, with HTML and GFM tables on) must see the
 * same structure as with harmless words, and every text as it is after one-line normalisation.
 */
import MarkdownIt, { type Token } from 'markdown-it';
import { describe, expect, it } from 'vitest';
import { decisionFile } from '../../src/domain/record/exports/decision-file.ts';
import { escalationFile } from '../../src/domain/record/exports/escalation-file.ts';
import { incidentBlocks } from '../../src/domain/record/exports/incident-sections.ts';
import { writeBlocks } from '../../src/domain/record/exports/blocks.ts';
import { readWebAddress } from '../../src/domain/board/web-address.ts';
import { recordMarkdown } from '../../src/domain/record/exports/markdown.ts';
import { recordFileName } from '../../src/domain/record/exports/file-name.ts';
import { oneLine } from '../../src/domain/record/exports/one-line.ts';
import { githubMarkdown } from '../../src/domain/record/exports/github.ts';
import { linesOf } from '../../src/domain/record/exports/phrases.ts';
import { roomRecordSchema, type RoomRecord } from '../../src/domain/record/room-record.ts';
import { recordWith, reviewWith } from '../support/hostile-record.ts';
import { hostileStrings } from '../support/hostile-text.ts';

const isLong = process.env['HEARTH_FUZZ'] === 'long';
const rounds = isLong ? 200_000 : 20_000;
/** Enough for what is written by the same functions as the rest of a record. */
const fewRounds = rounds / 5;
const reader = new MarkdownIt({ html: true, linkify: false });

interface Reading {
  readonly structure: string;
  /** The words of each line of the body, in order. */
  readonly texts: readonly string[];
  readonly front: Readonly<Record<string, unknown>>;
}

function read(markdown: string): Reading {
  const { front, body } = splitFrontMatter(markdown);
  const structure: string[] = Object.keys(front);
  const texts: string[] = [];
  for (const token of reader.parse(body, {})) {
    if (token.type !== 'inline') structure.push(`${token.type}:${token.tag}:${token.markup}`);
    else {
      const inline = readInline(token.children ?? []);
      structure.push(...inline.marks);
      texts.push(inline.text);
    }
  }
  return { structure: structure.join('\n'), texts, front };
}

/** Plain text leaves no mark; anything else inside a line, even a line break, does. */
function readInline(children: readonly Token[]): { marks: string[]; text: string } {
  const marks = children
    .filter((child) => child.type !== 'text')
    .map((child) => `inline:${child.type}:${child.tag}`);
  return { marks, text: children.map((child) => child.content).join('') };
}

/** Flat keys, each with JSON behind it or a bare day, between two fences. A file may begin without any. */
function splitFrontMatter(markdown: string): { front: Record<string, unknown>; body: string } {
  const lines = markdown.split('\n');
  if (lines[0] !== '---') return { front: {}, body: markdown };
  const end = lines.indexOf('---', 1);
  if (end < 0) throw new Error('no front matter');
  const front: Record<string, unknown> = {};
  for (const line of lines.slice(1, end)) {
    const [, key, value] = /^([a-z_-]+): (.*)$/u.exec(line) ?? [];
    if (key === undefined || value === undefined || key in front) throw new Error(`not a field: ${line}`);
    front[key] = /^\d{4}-\d\d-\d\d$/.test(value) ? value : JSON.parse(value);
  }
  return { front, body: lines.slice(end + 1).join('\n') };
}

/** What stands for the words in a harmless record, so that the expected texts are made by substitution alone. */
const harmless = 'Wxyz';

interface File {
  readonly write: (record: RoomRecord) => string;
  /** The record that is written, with words in every position. */
  readonly of?: (words: string, long?: string) => RoomRecord;
  /** What is done to words before they are written. */
  readonly prepare: (words: string) => string;
  /** Lines of text in which the words have to be found. */
  readonly positions: number;
  readonly rounds?: number;
}

const asTyped = (words: string) => words;
const files: Readonly<Record<string, File>> = {
  'record.md': { write: recordMarkdown, prepare: asTyped, positions: 62 },
  'record.github.md': {
    write: githubMarkdown,
    prepare: (words) => words.replace(/[@#]/g, '$&\u200b'),
    positions: 62,
    rounds: fewRounds,
  },
  'the review of an incident': {
    write: (record) => (record.incident ? writeBlocks(incidentBlocks(record, record.incident)) : ''),
    of: reviewWith,
    prepare: asTyped,
    positions: 27,
    rounds: fewRounds,
  },
  'a decision': {
    write: (record) => record.decisions.map((one) => decisionFile(one, record, null)).join(''),
    prepare: asTyped,
    positions: 12,
  },
  'an escalation': {
    write: (record) => record.escalations.map((one) => escalationFile(one, record)).join(''),
    prepare: asTyped,
    positions: 8,
  },
};

class Harmless {
  readonly #file: File;
  readonly #readings = new Map<number, Reading>();

  constructor(file: File) {
    this.#file = file;
  }

  /** With so many lines wherever a text keeps its lines. */
  reading(lines: number): Reading {
    const known = this.#readings.get(lines);
    if (known) return known;
    const long = Array.from({ length: lines }, (_, line) => `${harmless}${line}${harmless}`).join('\n');
    const reading = read(this.#file.write((this.#file.of ?? recordWith)(harmless, long)));
    this.#readings.set(lines, reading);
    return reading;
  }
}

function problemsOf(typed: string, { write, of = recordWith, prepare }: File, plain: Harmless): string[] {
  const words = prepare(typed);
  const lines = linesOf(words);
  const markdown = asDownloaded(write(of(typed)));
  const found = read(markdown);
  const expected = plain.reading(lines.length);
  const problems: string[] = [];
  if (found.structure !== expected.structure) problems.push('structure');
  if (/[\r\0\u2028\u2029\u202a-\u202e\u2066-\u2069]/.test(markdown)) problems.push('characters');
  const written = substitute(expected.texts, oneLine(words), lines) as string[];
  written.forEach((text, at) => {
    if (found.texts[at] !== text) problems.push(`text ${at}: ${found.texts[at]} instead of ${text}`);
  });
  const front = JSON.stringify(substitute(expected.front, oneLine(words), lines));
  if (JSON.stringify(found.front) !== front) problems.push(`front matter: ${front}`);
  return problems;
}

/** Of the one source in the review of an incident. */
function linkOf(source: string): { structure: string; href: string | undefined; text: string } {
  const record = reviewWith(harmless, harmless, source);
  const markdown = asDownloaded(writeBlocks(incidentBlocks(record, record.incident)));
  const inline = reader.parse(markdown, {}).flatMap(({ children }) => children ?? []);
  const opens = inline.findIndex(({ type }) => type === 'link_open');
  return {
    structure: read(markdown).structure,
    href: inline[opens]?.attrGet('href')?.toString(),
    text: inline[opens + 1]?.content ?? '',
  };
}

/** Through UTF-8, as every file goes. */
function asDownloaded(markdown: string): string {
  return Buffer.from(markdown, 'utf8').toString('utf8');
}

/** Several lines that stand in one text are the words on one line. */
const placed = /Wxyz\d+Wxyz(?: Wxyz\d+Wxyz)+|Wxyz(\d+)Wxyz|Wxyz/g;

function substitute(value: unknown, line: string, lines: readonly string[]): unknown {
  if (typeof value === 'string')
    return value.replace(placed, (_, at?: string) => (at ? (lines[Number(at)] ?? '') : line));
  if (Array.isArray(value)) return value.map((item) => substitute(item, line, lines));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, substitute(item, line, lines)]));
}

describe('a Markdown export', () => {
  it.each(Object.entries(files))('has every position of the test record in the file: %s', (_, file) => {
    const { texts } = new Harmless(file).reading(1);
    expect(roomRecordSchema.safeParse((file.of ?? recordWith)(harmless)).success).toBe(true);
    expect(texts.filter((text) => text.includes(harmless)).length).toBe(file.positions);
  });

  it.each([
    '1. x',
    '# x',
    '- x',
    'x|y\n-|-',
    '`x`',
    '<b>x',
    '*x*',
    '[x](y)',
    '[x]: y',
    'x\n---',
    '> x',
    '~~x~~',
  ])('would be seen to break if %j were written as it is', (words) => {
    const raw = read(`---\ntitle: "x"\n---\n\n- ${words}\n\n${words}\n`);
    const same = read('---\ntitle: "x"\n---\n\n- Wxyz\n\nWxyz\n');
    expect(raw.structure).not.toBe(same.structure);
  });

  it.each(Object.entries(files).map(([name, file]) => [file.rounds ?? rounds, name, file] as const))(
    'T-24 T-26 T-29 keeps structure and text through %i hostile strings: %s',
    { timeout: 900_000 },
    (count, _, file) => {
      const plain = new Harmless(file);
      const failures: { words: string; problems: string[] }[] = [];
      for (const words of hostileStrings(count, 20_261_121)) {
        const problems = problemsOf(words, file, plain);
        if (problems.length > 0) failures.push({ words, problems });
        if (failures.length === 5) break;
      }
      expect(failures).toEqual([]);
    },
  );

  it('T-26 makes of a source one link that leads where it says, whatever stands in the address', () => {
    const plain = linkOf('https://a.example/x');
    let looked = 0;
    for (const words of hostileStrings(fewRounds, 20_261_122)) {
      const address = `https://a.example/${words.replace(/[\s\p{C}]/gu, '')}`;
      if (readWebAddress(address) === null) continue;
      looked += 1;
      const { structure, href, text } = linkOf(address);
      expect({ structure, href }).toEqual({
        structure: plain.structure,
        href: reader.normalizeLink(address),
      });
      // Where it is written only once, this reader shows it as a browser's address bar would.
      expect([address, reader.normalizeLinkText(address)]).toContain(text);
    }
    expect(looked).toBeGreaterThan(fewRounds * 0.95);
  });

  it('names its file in plain ASCII, whatever the title', () => {
    for (const words of hostileStrings(2_000, 7)) {
      expect(recordFileName(recordWith(words), '.md')).toMatch(
        /^2026-11-21-heart-heat-[a-z0-9]+(-[a-z0-9]+)*\.md$/,
      );
    }
  });
});
