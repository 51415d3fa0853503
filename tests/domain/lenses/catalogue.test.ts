import { describe, expect, it } from 'vitest';
import { lenses, lensOf } from '../../../src/domain/lenses/catalogue.ts';
import { isKey } from '../../../src/domain/yjs/shape.ts';

describe('the lens catalogue', () => {
  it('has ten lenses that differ in id, name and letter', () => {
    expect(lenses).toHaveLength(10);
    for (const field of ['id', 'name', 'letter'] as const) {
      expect(new Set(lenses.map((lens) => lens[field])).size).toBe(10);
    }
    for (const { id, letter } of lenses) {
      expect(isKey(id)).toBe(true);
      expect(letter).toMatch(/^[A-Z]$/);
    }
  });

  it('asks three different questions through each lens', () => {
    for (const { questions } of lenses) expect(new Set(questions).size).toBe(3);
  });

  it('knows no lens by a name that every object has', () => {
    expect(lensOf('oncall')?.name).toBe('On-call');
    expect(lensOf('constructor')).toBeNull();
  });
});
