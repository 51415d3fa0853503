/**
 * Tables for spreadsheets (RFC 4180): commas, CRLF, every text in quotes. A spreadsheet takes a cell that begins like a
 * formula for one, so such a cell gets one apostrophe in front; a reader takes exactly one off where the rest begins
 * like that, apostrophes aside, and has the text as it was typed.
 */
const formula = /^'*\s*[=+\-@＝＋－＠\t\r\n\0]/;

export function csv(head: readonly string[], rows: readonly (readonly string[])[]): string {
  return [head, ...rows].map((cells) => `${cells.map(cell).join(',')}\r\n`).join('');
}

function cell(text: string): string {
  const whole = text.toWellFormed();
  const guarded = formula.test(whole) ? `'${whole}` : whole;
  return `"${guarded.replaceAll('"', '""')}"`;
}
