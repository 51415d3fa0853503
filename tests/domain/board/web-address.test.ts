import { describe, expect, it } from 'vitest';
import { readWebAddress } from '../../../src/domain/board/web-address.ts';

describe('an address that may become a link', () => {
  it.each(['https://a.example', 'HTTP://a.example/x?y=(1)#z', 'https://ü.example/日本'])(
    'is taken as it was typed: %s',
    (text) => {
      expect(readWebAddress(text)).toBe(text);
    },
  );

  it.each([
    '',
    'a.example',
    'mailto:a@b.example',
    'javascript:alert(1)',
    'JaVaScRiPt://a.example/%0aalert(1)',
    'data:text/html,x',
    'file:///etc/passwd',
    'https:a.example',
    'https://',
    'https://[',
    'https://a b.example',
    'https://a.example/\u0000',
    'https://a.example/\u200b',
    'https://a.example/\u202e',
    'https://a.example/\ud83d',
    'https://a.example\n',
    'x https://a.example',
  ])('is not read out of %j', (text) => {
    expect(readWebAddress(text)).toBeNull();
  });
});
