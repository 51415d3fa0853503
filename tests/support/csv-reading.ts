/** A spreadsheet's rows as a program reads them back: by a parser of their own, and one apostrophe taken off. */
import { parse } from 'csv-parse/sync';

const guarded = /^'+\s*[=+\-@＝＋－＠\t\r\n\0]/;

export function readCsv(csv: string): string[][] {
  const rows: string[][] = parse(csv, { relaxColumnCount: false, recordDelimiter: '\r\n' });
  return rows.map((cells) => cells.map((cell) => (guarded.test(cell) ? cell.slice(1) : cell)));
}

/** What a spreadsheet would see in its cells. */
export function cellsOf(csv: string): string[] {
  const rows: string[][] = parse(csv, { recordDelimiter: '\r\n' });
  return rows.flat();
}
