import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { KeyPause } from '../../../src/lib/components/room/key-pause.ts';
import { Place } from './place.ts';

const textarea = new Place('textarea');
const line = new Place('input');
const page = new Place('body');
const letters = (words: string) => Array.from(words);

beforeEach(() => vi.stubGlobal('Element', Place));
afterEach(() => vi.unstubAllGlobals());

/** Types the keys, one each 200 ms, and tells of which of them the pause has kept from being commands. */
function typist() {
  const pause = new KeyPause();
  let now = 5_000;
  const type = (keys: readonly string[], target: Place) =>
    keys.filter((key) => pause.covers({ key, target, timeStamp: (now += 200) }));
  return { pause, type, rest: (ms: number) => (now += ms) };
}

describe('single keys', () => {
  test('are commands where nobody has typed', () => {
    const { type } = typist();
    expect(type(letters('Nb+'), page)).toEqual([]);
  });

  test('rest for the whole of a word whose field has gone, and are commands again a second later', () => {
    const { type, rest } = typist();
    expect(type(letters('one'), textarea)).toEqual([]);
    expect(type(letters('Nobody paged'), page).join('')).toBe('Nobody paged');
    rest(1_000);
    expect(type(letters('N'), page)).toEqual([]);
  });

  test('rest also for the next note, begun with Enter where the field has just gone', () => {
    const { type } = typist();
    type(['a', 'Enter'], textarea);
    expect(type(letters('Next'), page).join('')).toBe('Next');
  });

  test('are commands at once where somebody has left the field themselves', () => {
    const byTab = typist();
    byTab.type(['a', 'Tab'], textarea);
    expect(byTab.type(letters('N'), page)).toEqual([]);
    const byEscape = typist();
    byEscape.type(['a', 'Escape'], textarea);
    expect(byEscape.type(letters('N'), page)).toEqual([]);
    const byEnter = typist();
    byEnter.type(['a', 'Enter'], line);
    expect(byEnter.type(letters('N'), page)).toEqual([]);
    const byClick = typist();
    byClick.type(letters('a'), textarea);
    byClick.pause.leave();
    expect(byClick.type(letters('N'), page)).toEqual([]);
  });
});
