/** Taking a step back where it was told, after other steps. */
import { beforeEach, expect, test } from 'vitest';
import { offerUndo } from '../../../src/lib/components/room/offer-undo.ts';
import { BoardUndo } from '../../../src/lib/room/board-undo.ts';
import { hideToast, toasts } from '../../../src/lib/ui/toasts.svelte.ts';

const said = { done: 'Removed.', back: 'It is back.' };

/** Things that are on the board, and the steps of one tab. */
class Things {
  readonly there = new Set(['spike', 'decision']);
  readonly #undo = new BoardUndo();

  get lastStep() {
    return this.#undo.steps.at(-1) ?? null;
  }

  takeBack: BoardUndo['takeBack'] = (step) => this.#undo.takeBack(step);

  undo = () => this.#undo.undo(['outcomes']);

  remove(thing: string): void {
    if (!this.there.delete(thing)) return;
    this.#undo.add({
      place: 'outcomes',
      did: 'removed',
      stands: () => !this.there.has(thing),
      takeBack: () => this.there.add(thing),
    });
  }

  offerToRemove(thing: string): void {
    offerUndo(this, () => this.remove(thing), said);
  }
}

let things: Things;

beforeEach(() => {
  things = new Things();
  hideToast();
});

test('What was removed comes back, and not what was done after it', () => {
  things.offerToRemove('spike');
  things.remove('decision');
  toasts.current?.action?.run();
  expect([...things.there]).toEqual(['spike']);
  things.undo();
  expect(things.there.size).toBe(2);
  expect(things.undo()).toBeNull();
});

test('What has come back in another way is not told as taken back', () => {
  things.offerToRemove('spike');
  things.there.add('spike');
  toasts.current?.action?.run();
  expect(toasts.current).toEqual({ words: 'Nothing was taken back: it has changed since.' });
});

test('Where somebody else was faster there is nothing to take back, and no step from before is taken instead', () => {
  things.remove('decision');
  things.there.delete('spike');
  things.offerToRemove('spike');
  expect(toasts.current).toEqual({ words: 'Removed.' });
});
