import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { inlinePartsOf } from '../../server/http/security-headers.ts';

const hash = (text: string) => `'sha256-${createHash('sha256').update(text).digest('base64')}'`;

describe('what stands inline in the built page', () => {
  it('is hashed script by script, byte for byte', () => {
    const page = '<script>\n a = 1;\n</script><p></p><script type="module">b()</script>';
    expect(inlinePartsOf(page).scripts).toEqual([hash('\n a = 1;\n'), hash('b()')]);
  });

  it('does not include scripts that are files', () => {
    expect(inlinePartsOf('<script nomodule src="/old.js"></script>').scripts).toEqual([]);
  });

  it('includes style attributes', () => {
    expect(inlinePartsOf('<div style="display: contents">').styles).toContain(hash('display: contents'));
  });

  it('includes the attribute by which SvelteKit hides its announcer', () => {
    // The hash that SvelteKit itself uses in its own policies.
    expect(inlinePartsOf('').styles).toEqual(["'sha256-S8qMpvofolR8Mpjy4kQvEm7m1q8clzU4dfDH0AmvZjo='"]);
  });
});
