/**
 * Whatever stands in a record, an independent CommonMark reader (markdown-it, with HTML and GFM tables on) must see the
 * same structure as with harmless words, and every text as it is after one-line normalisation.
 */
import MarkdownIt, { type Token } from 'markdown-it';
import { describe, expect, it } from 'vitest';
import { recordMarkdown } from '../../src/domain/record/exports/markdown.ts';
import { recordFileName } from '../../src/domain/record/exports/file-name.ts';
import { oneLine } from '../../src/domain/record/exports/one-line.ts';
import { roomRecordSchema, type RoomRecord } from '../../src/domain/record/room-record.ts';
import { hostileStrings } from '../support/hostile-text.ts';

const isLong = process.env['HEARTH_FUZZ'] === 'long';
const rounds = isLong ? 200_000 : 20_000;
const reader = new MarkdownIt({ html: true, linkify: false });

/** The same words in every position in which a person's words can stand, and no position twice. */
function recordWith(words: string): RoomRecord {
  const text = [{ id: 'n1', text: words }];
  return {
    schema: 'hearth-record-1',
    room: 'abc',
    title: words,
    format: { id: 'heart-heat', name: 'Heart and heat' },
    openedAt: '2026-11-21T09:55:00.000Z',
    startedAt: '2026-11-21T10:00:00.000Z',
    closedAt: '2026-11-21T11:02:00.000Z',
    closedAnyway: true,
    openItems: [{ kind: 'action', title: words, lacks: ['owner', 'due'] }],
    minutes: { planned: 60, actual: 62, paused: 0 },
    facilitator: words,
    people: [words, 'Bo'],
    decisions: text,
    actions: [{ id: 'a1', title: words, owner: words, due: '2026-12-04', lacks: [] }],
    wins: text,
    segments: [
      {
        id: 's1',
        activity: 'gather',
        title: words,
        question: words,
        plannedMinutes: 16,
        actualMinutes: 17.5,
        status: 'done',
        revealed: true,
        notes: [{ heading: words, question: words, notes: text }],
        coverage: [{ lens: 'user', name: words, held: 4, notes: 1 }],
        unanswered: [words],
      },
    ],
  };
}

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

/** Flat keys, each with JSON behind it or a bare day, between two fences; the first line is the first fence. */
function splitFrontMatter(markdown: string): { front: Record<string, unknown>; body: string } {
  const lines = markdown.split('\n');
  const end = lines.indexOf('---', 1);
  if (lines[0] !== '---' || end < 0) throw new Error('no front matter');
  const front: Record<string, unknown> = {};
  for (const line of lines.slice(1, end)) {
    const [, key, value] = /^([a-z_]+): (.*)$/u.exec(line) ?? [];
    if (key === undefined || value === undefined || key in front) throw new Error(`not a field: ${line}`);
    front[key] = /^\d{4}-\d\d-\d\d$/.test(value) ? value : JSON.parse(value);
  }
  return { front, body: lines.slice(end + 1).join('\n') };
}

/** What stands for the words in a harmless record, so that the expected texts are made by substitution alone. */
const harmless = 'Wxyz';
const plain = read(recordMarkdown(recordWith(harmless)));

function problemsOf(words: string): string[] {
  const line = oneLine(words);
  const markdown = asDownloaded(recordMarkdown(recordWith(words)));
  const found = read(markdown);
  const problems: string[] = [];
  if (found.structure !== plain.structure) problems.push('structure');
  if (/[\r\0\u2028\u2029\u202a-\u202e\u2066-\u2069]/.test(markdown)) problems.push('characters');
  const written = substitute(plain.texts, line) as string[];
  written.forEach((text, at) => {
    if (found.texts[at] !== text) problems.push(`text ${at}: ${found.texts[at]} instead of ${text}`);
  });
  const front = JSON.stringify(substitute(plain.front, line));
  if (JSON.stringify(found.front) !== front) problems.push(`front matter: ${front}`);
  return problems;
}

/** Through UTF-8, as every file goes. */
function asDownloaded(markdown: string): string {
  return Buffer.from(markdown, 'utf8').toString('utf8');
}

function substitute(value: unknown, line: string): unknown {
  if (typeof value === 'string') return value.replaceAll(harmless, () => line);
  if (Array.isArray(value)) return value.map((item) => substitute(item, line));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, substitute(item, line)]));
}

describe('a Markdown export', () => {
  it('has every position of the test record in the file', () => {
    expect(roomRecordSchema.safeParse(recordWith(harmless)).success).toBe(true);
    expect(plain.texts.filter((text) => text.includes(harmless)).length).toBe(15);
    expect(plain.structure).toContain('table_open');
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

  it(
    `keeps structure and text through ${rounds} hostile strings in every position`,
    { timeout: 900_000 },
    () => {
      const failures: { words: string; problems: string[] }[] = [];
      for (const words of hostileStrings(rounds, 20_261_121)) {
        const problems = problemsOf(words);
        if (problems.length > 0) failures.push({ words, problems });
        if (failures.length === 5) break;
      }
      expect(failures).toEqual([]);
    },
  );

  it('names its file in plain ASCII, whatever the title', () => {
    for (const words of hostileStrings(2_000, 7)) {
      expect(recordFileName(recordWith(words))).toMatch(/^2026-11-21-heart-heat-[a-z0-9]+(-[a-z0-9]+)*\.md$/);
    }
  });
});
