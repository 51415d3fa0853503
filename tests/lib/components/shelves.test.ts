import { describe, expect, test } from 'vitest';
import type { Draft } from '../../../src/domain/desk/desk.ts';
import { shelvesOf, type Progress } from '../../../src/lib/components/notes/shelves.ts';
import { notes as words } from '../../../src/lib/text/notes.ts';

const draft = (id: string, late = false) => ({ id, late, text: id }) as Draft;
const none = () => false;

function titles(drafts: readonly Draft[], progress: Progress, isKept: (draft: Draft) => boolean = none) {
  return Object.fromEntries(
    shelvesOf(drafts, progress, isKept).map((shelf) => [shelf.title, shelf.drafts.map(({ id }) => id)]),
  );
}

describe('drafts that are not simply on the desk', () => {
  test('say that they were written after the reveal only where they were', () => {
    expect(titles([draft('early'), draft('late', true)], 'revealed')).toEqual({
      [words.missedTitle]: ['early'],
      [words.lateTitle]: ['late'],
    });
    expect(titles([draft('from the board', true)], 'hidden')).toEqual({
      [words.fromBoardTitle]: ['from the board'],
    });
  });

  test('do not promise another reveal where the board is full', () => {
    const hints = (progress: Progress) =>
      shelvesOf([draft('early'), draft('late', true)], progress, none).map(({ hint }) => hint);
    expect(hints('revealed')).toEqual([words.lateHint, words.lateHint]);
    expect(hints('full')).toEqual([words.noSpaceHint, words.noSpaceHint]);
  });

  test('in a closed room were not revealed, or never left this device', () => {
    const drafts = [draft('hidden'), draft('kept', true), draft('waiting')];
    expect(titles(drafts, 'closed', ({ id }) => id !== 'hidden')).toEqual({
      [words.hiddenTitle]: ['hidden'],
      [words.tooLateTitle]: ['kept', 'waiting'],
    });
  });

  test('on this device alone are told apart while the room is open, unless they go to the desk by themselves', () => {
    const drafts = [draft('kept', true), draft('waiting')];
    expect(titles(drafts, 'hidden', () => true)).toEqual({ [words.keptTitle]: ['kept'] });
  });
});
