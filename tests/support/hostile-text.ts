/** Strings made to break out of whatever they are written into; the same seed gives the same strings. */
const fragments = [
  ...['#', '## ', '###### x', ' #', '# #', '#tag', '#12', '===', '---', '- - -', '***', '___', '* * *'],
  ...['- ', '+ ', '* ', '1. ', '1) ', '12. x', '- [ ] ', '- [x] ', '[ ] ', '[x] ', '> ', '>> ', '    ', '\t'],
  ...['```', '~~~', '``', '`', '```js\n', '~', '~~', '~~gone~~', '`a`', '\\`', '\\', '\\\\', '\\\n', '  \n'],
  ...['<', '>', '<b>', '</b>', '<script>', '<!--', '-->', '<?', '?>', '<![CDATA[', ']]>', '<!X', '<a href="'],
  ...[
    '<div>\n',
    '<br/>',
    '<https://a.b>',
    '<a@b.c>',
    'https://a.b/c_d_e',
    'www.a.b',
    'a@b.cd',
    'mailto:x@y.z',
  ],
  ...[
    '[',
    ']',
    '(',
    ')',
    '![',
    '[a](b)',
    '![a](b "c")',
    '[a]: /b',
    '\n[a]: /b\n',
    '[a][]',
    '[^1]',
    '[^1]: x',
  ],
  ...['[[wiki]]', '![[wiki]]', '[[a|b]]', '^block', '^[note]', '%%', '==', '==x==', '$', '$$x$$', ':smile:'],
  ...['|', '\\|', '||', '| a | b |', '\n|-|-|\n', '|---|', ':-:', '| --- |', '*', '**', '_', '__', '***a***'],
  ...[
    '*a*',
    '__a__',
    'a_b_c',
    'a*b*',
    '_a',
    'a_',
    '&',
    '&amp;',
    '&#35;',
    '&#x0A;',
    '&lt;',
    '&nbsp;',
    '&copy',
    ';',
  ],
  ...[
    '!',
    '"',
    "'",
    ':',
    '::',
    'key:: v',
    '@',
    '@team',
    '=',
    '+',
    '-',
    '.',
    ',',
    '/',
    '?',
    '{',
    '}',
    '{{x}}',
  ],
  ...['\n', '\r', '\r\n', '\n\n', '\v', '\f', '\0', '\u0001', '\u001b[31m', '\u007f', '\u0085', '\u009f'],
  ...[
    '\u2028',
    '\u2029',
    '\u200b',
    '\u200d',
    '\ufeff',
    '\u00a0',
    '\u3000',
    '\u00ad',
    '\u202e',
    '\u2066',
    '\u2069',
  ],
  ...[
    '\ud83d',
    '\ude00',
    '😀',
    '👩‍🚒',
    'é',
    'e\u0301',
    'ß',
    '日本',
    'שלום',
    '\uffff',
    '\ufffe',
    '\ufffd',
    '\u{10ffff}',
  ],
  ...[
    '---\n',
    '\n---\n',
    '---\ntitle: x\n---\n',
    'title: ',
    '...',
    '"\n',
    '\\"',
    '\\u0022',
    '\\n',
    '!!js/x',
    '- - a',
  ],
  ...[
    '📅 2026-01-01',
    '(owner: x)',
    'owner: x',
    'TODO',
    ' ',
    '  ',
    'a',
    'B',
    'word',
    'two words',
    '0',
    '42',
    '1',
  ],
] as const;

export function* hostileStrings(count: number, seed: number): Generator<string> {
  for (const fragment of fragments) yield `${fragment}x`;
  const random = randomFrom(seed);
  for (let made = fragments.length; made < count; made++) {
    const parts = Array.from(
      { length: 1 + Math.floor(random() * 8) },
      () => fragments[Math.floor(random() * fragments.length)],
    );
    // A blank text has words of its own in the file, which is not what this is about.
    yield `${parts.join('')}${/[\p{L}\p{N}]/u.test(parts.join('')) ? '' : 'x'}`;
  }
}

/** Mulberry32: small, fast, the same everywhere. */
function randomFrom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}
