import { describe, expect, test } from 'vitest';
import { rangeOfLine, selectLine } from '../../../src/lib/ui/select-line.ts';

const text = '# Sprint\n\n- 5m talk\n- 8m wins';

describe('a line of a text', () => {
  test.each([
    [1, '# Sprint'],
    [2, ''],
    [3, '- 5m talk'],
    [4, '- 8m wins'],
    [9, ''],
  ])('%i is found by its number', (line, words) => {
    const { from, to } = rangeOfLine(text, line);
    expect(text.slice(from, to)).toBe(words);
  });

  test('is chosen in its field, which shows it and has the focus', () => {
    const did: unknown[] = [];
    const field = {
      ...{ value: text, scrollHeight: 400, clientHeight: 100, scrollTop: 0 },
      focus: () => did.push('focus'),
      setSelectionRange: (from: number, to: number) => did.push(text.slice(from, to)),
    };
    selectLine(field as unknown as HTMLTextAreaElement, 3);
    expect([did, field.scrollTop]).toEqual([['focus', '- 5m talk'], 150]);
  });
});
