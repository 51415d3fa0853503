import { describe, expect, it } from 'vitest';
import { oneLine } from '../../../../src/domain/record/exports/one-line.ts';

describe('text on one line', () => {
  it.each([
    ['two\nlines', 'two lines'],
    ['three\r\n\r\nbreaks\rhere', 'three breaks here'],
    ['a\u2028b\u2029c\u0085d\ve\ff', 'a b c d e f'],
    ['tabs\t \tand   spaces', 'tabs and spaces'],
    ['  around \n', 'around'],
    ['nul\0bell\u0007esc\u001b[31m', 'nulbellesc[31m'],
    ['c1\u009fdelete\u007f', 'c1delete'],
    ['invoice\u202egnp.exe\u202c', 'invoicegnp.exe'],
    ['\u2066isolated\u2069', 'isolated'],
    ['half \ud83d pair', 'half \ufffd pair'],
    ['not a character\uffff', 'not a character'],
    ['\u200e\u200f marks of direction stay', '\u200e\u200f marks of direction stay'],
    ['👩‍🚒 שלום 日本 é', '👩‍🚒 שלום 日本 é'],
    ['\n\0', ''],
  ])('makes %j into %j', (text, line) => {
    expect(oneLine(text)).toBe(line);
  });

  it('leaves one line as it is', () => {
    for (const text of ['a', 'two\nlines', ' x\u202e\ty '])
      expect(oneLine(oneLine(text))).toBe(oneLine(text));
  });
});
