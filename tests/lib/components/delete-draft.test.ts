import { afterEach, expect, test } from 'vitest';
import { deleteDraft } from '../../../src/lib/components/notes/delete-draft.ts';
import { hideToast, showToast, toasts } from '../../../src/lib/ui/toasts.svelte.ts';

afterEach(hideToast);

class Desk {
  readonly there = new Set(['first', 'second', 'third']);
  removeDraft = (id: string) => void this.there.delete(id);
  restoreDraft = (id: string) => void this.there.add(id);
}

/** As the message does it: it goes, and what it offered is done. */
function undo(): void {
  const run = toasts.current?.action?.run;
  hideToast();
  run?.();
}

test('drafts deleted one after the other come back one after the other, the latest first', () => {
  const desk = new Desk();
  for (const id of ['first', 'second', 'third']) deleteDraft(desk, id);
  expect([...desk.there]).toEqual([]);
  undo();
  expect([...desk.there]).toEqual(['third']);
  expect(toasts.current?.words).toBe('Draft is back. The one deleted before it is not.');
  undo();
  undo();
  expect([...desk.there]).toEqual(['third', 'second', 'first']);
  expect(toasts.current).toBe(null);
});

test('a draft whose way back has gone is not offered with the next one', () => {
  const desk = new Desk();
  deleteDraft(desk, 'first');
  showToast({ words: 'Something else' });
  deleteDraft(desk, 'second');
  undo();
  expect([...desk.there]).toEqual(['third', 'second']);
  expect(toasts.current).toBe(null);
});
