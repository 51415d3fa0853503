import { describe, expect, it } from 'vitest';
import { fitsField, isKey } from '../../../src/domain/yjs/shape.ts';

describe('a key of a shared map', () => {
  it.each(['a', 'abc-1_2', '0123456789', 'x'.repeat(32)])('may be %j', (key) => {
    expect(isKey(key)).toBe(true);
  });

  it.each([
    '__proto__',
    'constructor',
    'toString',
    'hasOwnProperty',
    '',
    'A',
    'a b',
    'a.b',
    'é',
    'x'.repeat(33),
    'a\n',
  ])('is never %j', (key) => {
    expect(isKey(key)).toBe(false);
  });
});

describe('a single value', () => {
  it('is a string within its length and pattern', () => {
    const due = { kind: 'string', max: 10, pattern: /^(\d{4}-\d{2}-\d{2})?$/ } as const;
    expect(fitsField(due, '2026-12-04')).toBe(true);
    expect(fitsField(due, '')).toBe(true);
    expect(fitsField(due, 'soon')).toBe(false);
    expect(fitsField(due, 20261204)).toBe(false);
    expect(fitsField({ kind: 'string', max: 2 }, 'abc')).toBe(false);
  });

  it('is a finite number within its bounds', () => {
    const order = { kind: 'number', min: 0, max: 10 } as const;
    expect([0, 10, 3.5].every((value) => fitsField(order, value))).toBe(true);
    expect([-1, 11, NaN, Infinity, '3', null, 3n].some((value) => fitsField(order, value))).toBe(false);
  });

  it('is a real boolean where it is a flag', () => {
    expect(fitsField({ kind: 'flag' }, false)).toBe(true);
    expect([0, 1, 'true', null, undefined].some((value) => fitsField({ kind: 'flag' }, value))).toBe(false);
  });

  it('never stands where shared text belongs', () => {
    expect(fitsField({ kind: 'text', max: 10 }, 'abc')).toBe(false);
  });
});
