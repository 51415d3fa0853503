import MarkdownIt from 'markdown-it';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { agendaOfFormat, type Agenda } from '../../../../src/domain/agenda/agenda.ts';
import { formats } from '../../../../src/domain/agenda/formats.ts';
import { readAgenda } from '../../../../src/domain/agenda/markdown/read-agenda.ts';
import { writeAgenda } from '../../../../src/domain/agenda/markdown/write-agenda.ts';
import { agendas, expectBack, hostileWords, isValid, plainWords } from './agendas.ts';

const numRuns = 5_000;

/** As a file keeps it: bytes, which have no halves of characters. */
function throughAFile(text: string): string {
  return Buffer.from(text, 'utf8').toString('utf8');
}

describe('an agenda as Markdown', () => {
  it.each([
    ['any', plainWords],
    ['hostile', hostileWords],
  ])('comes back exactly, with %s words in it, and nothing to complain about', (_, words) => {
    fc.assert(
      fc.property(agendas(words), (agenda) => {
        if (!isValid(agenda)) throw new Error('the agenda itself is not one');
        expectBack(agenda, readAgenda(throughAFile(writeAgenda(agenda))));
      }),
      { numRuns },
    );
  });

  it('comes back with other line ends, with tabs, with other bullets, and inside a fence', () => {
    fc.assert(
      fc.property(agendas(hostileWords), (agenda) => {
        const written = writeAgenda(agenda);
        const changed = [
          written.replaceAll('\n', '\r\n'),
          written.replaceAll(/^ {4}/gm, '\t\t').replaceAll(/^ {2}/gm, '\t'),
          written.replaceAll(/^( *)- /gm, '$1* '),
          `\`\`\`markdown\n${written}\`\`\`\n`,
        ];
        for (const text of changed) expect(readAgenda(text)).toEqual({ agenda, problems: [] });
      }),
      { numRuns: 200 },
    );
  });

  it('is the same structure to every other Markdown reader, whatever the words are', () => {
    fc.assert(
      fc.property(agendas(hostileWords), (agenda) => {
        expect(structureOf(writeAgenda(agenda))).toEqual(structureOf(writeAgenda(withPlainWords(agenda))));
      }),
      { numRuns: 500 },
    );
  });

  it('holds every format, with what goes without saying left out', () => {
    for (const format of formats) {
      const agenda = agendaOfFormat(format);
      expect(readAgenda(writeAgenda(agenda))).toEqual({ agenda, problems: [] });
      expect(writeAgenda(agenda)).not.toMatch(/policy|ask: none|buffer/);
    }
  });
});

/** Block by block; what stands in lines is left out. */
function structureOf(markdown: string): string[] {
  return new MarkdownIt('commonmark')
    .parse(markdown, {})
    .flatMap(({ type, level, children }) =>
      type === 'inline'
        ? (children ?? [])
            .map((child) => child.type)
            .filter((kind) => kind !== 'text' && kind !== 'softbreak')
        : [`${level} ${type}`],
    );
}

/** The same lines, saying nothing. */
function withPlainWords({ title: _, segments, buffer, lenses }: Agenda): Agenda {
  const dull = (text: string) => (text === '' ? '' : 'x');
  const dullLines = (text: string) => text.split('\n').map(dull).join('\n');
  const dullNotes = (text: string) => (text.includes('\n') || text === text.trim() ? dullLines(text) : ' x');
  return {
    title: 'x',
    buffer,
    segments: segments.map((segment) => ({
      ...segment,
      title: dull(segment.title),
      question: dull(segment.question),
      prompts: segment.prompts.map(({ name, question }) => ({ name: dull(name), question: dull(question) })),
      preReads: segment.preReads.map(({ text, link }) => ({
        title: 'x',
        link: dull(link),
        text: dullLines(text),
      })),
      notes: dullNotes(segment.notes),
    })),
    lenses: lenses.map((lens) => ({ ...lens, name: 'x', questions: ['x', 'x', 'x'] })),
  };
}
