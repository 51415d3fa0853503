import { describe, expect, test } from 'vitest';
import { linkedLines } from '../../../src/lib/components/reading/linked-lines.ts';

const links = (text: string) => linkedLines(text).flatMap(({ href }) => href ?? []);

describe('an address in words to read', () => {
  test('can be opened where it has a line of its own', () => {
    expect(linkedLines('See first:\n  https://example.org/a?b=1#c \nHTTP://example.org\nThen talk.')).toEqual(
      [
        { text: 'See first:\n', href: null },
        { text: '  https://example.org/a?b=1#c ', href: 'https://example.org/a?b=1#c' },
        { text: '\n', href: null },
        { text: 'HTTP://example.org', href: 'HTTP://example.org' },
        { text: '\nThen talk.', href: null },
      ],
    );
    expect(links('https://example.org')).toEqual(['https://example.org']);
    expect(links('Report\r\nhttps://example.org\r\nEnd')).toEqual(['https://example.org']);
  });

  test.each([
    'See https://example.org for more',
    'https://example.org and more',
    'javascript:alert(1)',
    ' javascript:alert(1)//\u2028 https://example.org x',
    'data:text/html,<script>alert(1)</script>',
    'mailto:ana@example.org',
    '//example.org',
    'example.org',
    'https://',
    'https://%zz:99999999/',
    '<a href="https://example.org">here</a>',
    '[here](https://example.org)',
    'xhttps://example.org',
  ])('is only words in “%s”', (text) => {
    expect(linkedLines(text)).toEqual([{ text, href: null }]);
  });

  test('takes no letter from the words, whatever stands there', () => {
    for (const text of ['', '\n\n', 'https://a\n\nhttps://b\n', ' \t\nhttps://a\r\n', 'a\u2028https://b']) {
      expect(
        linkedLines(text)
          .map((piece) => piece.text)
          .join(''),
      ).toBe(text);
    }
  });
});
