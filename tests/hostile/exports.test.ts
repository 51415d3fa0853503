/**
 * Whatever stands in a record, readers of their own must find in each export the entries and the words that the record
 * has, and nothing else: no further event, alarm, row, column or file.
 */
import { describe, expect, it } from 'vitest';
import { recordJson } from '../../src/domain/record/exports/archive.ts';
import { actionsCalendar, actionsTasks } from '../../src/domain/record/exports/calendar.ts';
import { decisionsZip } from '../../src/domain/record/exports/decisions-zip.ts';
import { words } from '../../src/domain/record/exports/phrases.ts';
import { actionsCsv, notesCsv, timelineCsv } from '../../src/domain/record/exports/tables.ts';
import { readRecord } from '../../src/domain/record/read-record.ts';
import { cellsOf, readCsv } from '../support/csv-reading.ts';
import { recordWith, reviewWith } from '../support/hostile-record.ts';
import { hostileStrings } from '../support/hostile-text.ts';
import { readZip } from '../support/zip-reading.ts';

const rounds = process.env['HEARTH_FUZZ'] === 'long' ? 200_000 : 20_000;
const dangerous = /^\s*[=+\-@＝＋－＠\t\r\n\0]/;
/** Line ends and commands of the formats themselves. */
const ofTheFormats = [
  '\r\nBEGIN:VALARM\r\n',
  '\nEND:VCALENDAR',
  '\\n',
  ',',
  ';',
  ':',
  '"',
  '""',
  '","',
  "'=",
];

function* strings(seed: number): Generator<string> {
  let at = 0;
  for (const text of hostileStrings(rounds, seed)) {
    const extra = ofTheFormats[at % ofTheFormats.length] ?? '';
    yield at++ % 3 === 0 ? `${extra}${text}` : at % 3 === 1 ? `${text}${extra}${text}` : text;
  }
}

function failuresOf(seed: number, problemOf: (text: string) => string | null): string[] {
  const failures: string[] = [];
  for (const text of strings(seed)) {
    const problem = problemOf(text);
    if (problem !== null) failures.push(`${JSON.stringify(text)}: ${problem}`);
    if (failures.length === 5) break;
  }
  return failures;
}

/** The lines of a calendar as they are before they are folded. */
function unfolded(ics: string): string[] {
  return ics.replaceAll('\r\n ', '').split('\r\n');
}

/** Read by hand: libraries were found to look for commands inside of texts. */
function textOf(name: string, ics: string): string | undefined {
  const line = unfolded(ics).find((one) => one.startsWith(`${name}:`));
  return line
    ?.slice(name.length + 1)
    .replace(/\\(.)/g, (_, sign: string) => (sign.toLowerCase() === 'n' ? '\n' : sign));
}

const names = (ics: string) => unfolded(ics).map((line) => line.split(/[:;]/)[0]);
const plainNames = {
  calendar: names(actionsCalendar(recordWith('Wxyz'))),
  tasks: names(actionsTasks(recordWith('Wxyz'))),
};

describe(`${rounds} hostile strings`, () => {
  it.each([
    ['calendar', actionsCalendar],
    ['tasks', actionsTasks],
  ] as const)('T-29 change nothing in the %s but its words', { timeout: 900_000 }, (kind, write) => {
    const failures = failuresOf(11, (text) => {
      const ics = write(recordWith(text));
      if (ics.split('\r\n').some((line) => Buffer.byteLength(line) > 75)) return 'a line is too long';
      if (/[\r\n]/.test(ics.replaceAll('\r\n', ''))) return 'a line ends otherwise';
      if (names(ics).join() !== plainNames[kind].join()) return 'there are other properties';
      const summary = textOf('SUMMARY', ics);
      return summary === words(text, '') ? null : `it reads ${JSON.stringify(summary)}`;
    });
    expect(failures).toEqual([]);
  });

  it(
    'T-28 come back from both tables as they were typed, and none is a formula',
    { timeout: 900_000 },
    () => {
      const failures = failuresOf(12, (typed) => {
        const text = typed.toWellFormed();
        const record = reviewWith(typed, typed, typed);
        for (const [file, expected] of [
          [
            actionsCsv(record),
            ['a1', text, text, '2026-12-04', 'taken', '', text, text, text, text, 'prevent'],
          ],
          [timelineCsv(record), ['x1', '2026-11-21T14:05:00.000Z', text, text]],
          [notesCsv(record), ['n1', text, text, text, text, text]],
        ] as const) {
          const rows = readCsv(file);
          if (JSON.stringify(rows.at(-1)) !== JSON.stringify(expected)) return JSON.stringify(rows.at(-1));
          if (cellsOf(file).some((cell) => dangerous.test(cell))) return 'a cell begins like a formula';
        }
        return null;
      });
      expect(failures).toEqual([]);
    },
  );

  it('would be formulas if they were written as they are', () => {
    expect([...strings(12)].filter((text) => dangerous.test(text)).length).toBeGreaterThan(1_000);
  });

  it('T-24 come back from the archive as they were typed', { timeout: 900_000 }, () => {
    const failures = failuresOf(13, (text) => {
      const record = reviewWith(text);
      const json = recordJson(record);
      if (json.includes('<')) return 'a script could end';
      const read = readRecord(Buffer.from(json, 'utf8').toString('utf8'));
      return read.ok && read.record.title === text && recordJson(read.record) === json ? null : 'changed';
    });
    expect(failures).toEqual([]);
  });

  it(
    'T-29 name the files of decisions in plain ASCII, in the folder they are in',
    { timeout: 900_000 },
    async () => {
      // The texts of these files are looked at with the rest of Markdown; writing an archive is the slow part.
      for (const text of hostileStrings(1_000, 14)) {
        const files = await readZip(decisionsZip(recordWith(text)));
        expect([...files.keys()]).toEqual([
          expect.stringMatching(/^0001-[a-z0-9]+(-[a-z0-9]+)*\.md$/),
          expect.stringMatching(/^escalations\/0001-[a-z0-9]+(-[a-z0-9]+)*\.md$/),
        ]);
      }
    },
  );
});
