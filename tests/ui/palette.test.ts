/**
 * The colours of notes are read from the tokens and judged as people see them: text on every note at 7:1 or more, and
 * every two notes apart, also without red, green or blue cones (Machado, Oliveira and Fernandes 2009, severity 1).
 */
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import {
  chroma,
  ciede2000,
  contrast,
  difference,
  seenBy,
  type Rgb,
  type Sight,
  type Triple,
} from './colour.ts';

const css = readFileSync(new URL('../../src/lib/ui/tokens.css', import.meta.url), 'utf8');
const [light = '', dark = ''] = css.split('@media screen and (prefers-color-scheme: dark)');
const noteNames = ['win', 'user', 'oncall', 'product', 'security', 'neutral'] as const;
const sights: readonly Sight[] = ['full', 'protan', 'deutan', 'tritan'];

function token(theme: string, name: string): Rgb {
  const hex = new RegExp(`--${name}:\\s*#([0-9a-f]{6});`, 'i').exec(theme)?.[1];
  if (hex === undefined) throw new Error(`The tokens have no colour --${name}`);
  return [0, 2, 4].map((at) => Number.parseInt(hex.slice(at, at + 2), 16) / 255) as [number, number, number];
}

const pairs = noteNames.flatMap((one, at) => noteNames.slice(at + 1).map((other) => [one, other] as const));

describe.each([
  ['light', light],
  ['dark', dark],
])('notes in the %s theme', (_, theme) => {
  it.each(noteNames)('carry ink on %s at 7:1 or more', (name) => {
    expect(contrast(token(theme, 'ink'), token(theme, `note-${name}`))).toBeGreaterThanOrEqual(7);
  });

  it.each(sights)('stay apart for %s sight', (sight) => {
    for (const [one, other] of pairs) {
      const apart = difference(
        seenBy(sight, token(theme, `note-${one}`)),
        seenBy(sight, token(theme, `note-${other}`)),
      );
      expect(apart, `${one} and ${other}`).toBeGreaterThanOrEqual(12);
    }
  });

  it('has text, signals and edges that can be read on every ground', () => {
    for (const ground of ['paper', 'surface', 'sunken']) {
      for (const text of ['ink', 'ink-2'])
        expect(
          contrast(token(theme, text), token(theme, ground)),
          `${text} on ${ground}`,
        ).toBeGreaterThanOrEqual(7);
      for (const signal of ['ink-3', 'warn', 'over'])
        expect(
          contrast(token(theme, signal), token(theme, ground)),
          `${signal} on ${ground}`,
        ).toBeGreaterThanOrEqual(4.5);
      for (const edge of ['edge', 'focus'])
        expect(
          contrast(token(theme, edge), token(theme, ground)),
          `${edge} on ${ground}`,
        ).toBeGreaterThanOrEqual(3);
    }
    expect(contrast(token(theme, 'over'), token(theme, 'over-tint'))).toBeGreaterThanOrEqual(4.5);
  });
});

describe('of the perspectives in the dark theme', () => {
  const notes = noteNames.map((name) => token(dark, `note-${name}`));
  const loudestOf = (measures: readonly number[]) => Math.max(...measures) / Math.min(...measures);

  it('none vanishes and none glows: each stands out from what it lies on, and about as far', () => {
    for (const ground of ['paper', 'surface']) {
      const standingOut = notes.map((note) => contrast(note, token(dark, ground)));
      expect(Math.min(...standingOut), ground).toBeGreaterThanOrEqual(1.2);
      expect(loudestOf(standingOut), ground).toBeLessThanOrEqual(1.75);
    }
  });

  it('those with a colour have about as much of it', () => {
    const coloured = notes.slice(0, noteNames.indexOf('neutral'));
    expect(loudestOf(coloured.map(chroma))).toBeLessThanOrEqual(1.6);
  });
});

describe('the measures', () => {
  it('give the contrast of black on white as 21', () => {
    expect(contrast([0, 0, 0], [1, 1, 1])).toBeCloseTo(21, 5);
  });

  it('find usual pastel notes alike without green cones', () => {
    const blue: Rgb = [0.68, 0.78, 0.91];
    const lilac: Rgb = [0.78, 0.74, 0.91];
    expect(difference(blue, lilac)).toBeGreaterThan(10);
    expect(difference(seenBy('deutan', blue), seenBy('deutan', lilac))).toBeLessThan(6);
  });

  it.each<[Triple, Triple, number]>([
    [[50, 2.6772, -79.7751], [50, 0, -82.7485], 2.0425],
    [[50, -1.3802, -84.2814], [50, 0, -82.7485], 1],
    [[50, 2.5, 0], [50, 0, -2.5], 4.3065],
    [[50, 2.49, -0.001], [50, -2.49, 0.0009], 7.1792],
    [[50, 2.5, 0], [73, 25, -18], 27.1492],
    [[60.2574, -34.0099, 36.2677], [60.4626, -34.1751, 39.4387], 1.2644],
  ])('agree with the published CIEDE2000 of %j and %j', (one, other, expected) => {
    expect(ciede2000(one, other)).toBeCloseTo(expected, 4);
    expect(ciede2000(other, one)).toBeCloseTo(expected, 4);
  });
});
