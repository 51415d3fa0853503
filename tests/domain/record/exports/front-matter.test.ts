import { describe, expect, it } from 'vitest';
import { frontMatter } from '../../../../src/domain/record/exports/front-matter.ts';

describe('front matter', () => {
  it('is flat, with strings as JSON, days bare and empty fields left out', () => {
    expect(
      frontMatter({ title: 'A "b"', date: { day: '2026-11-21' }, people: ['Ana', 'Bo'], n: 1.5, gone: null }),
    ).toBe('---\ntitle: "A \\"b\\""\ndate: 2026-11-21\npeople: ["Ana", "Bo"]\nn: 1.5\n---\n');
  });

  it.each(['---', 'x\n---\nevil: true', '2026-11-21', 'yes', '*alias', '{{x}}', '\ufeff', "'", '\\'])(
    'holds %j in one quoted scalar',
    (title) => {
      const lines = frontMatter({ title }).split('\n');
      expect(lines).toHaveLength(4);
      expect(lines[1]).toMatch(/^title: "[^\ufeff]*"$/);
    },
  );
});
