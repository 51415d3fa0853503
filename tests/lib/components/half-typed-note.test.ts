/** What happens to words that stand in a note field while the lens of whoever types them changes. */
import { expect, test } from 'vitest';
import { HalfTypedNote } from '../../../src/lib/components/notes/half-typed-note.svelte.ts';
import { HalfTyped } from '../../../src/lib/room/half-typed.ts';
import { memoryDevice } from '../room/memory-device.ts';

function field({ lens = 'on-call', device = memoryDevice(), page = 'page' } = {}) {
  const place = { segment: 'gather', lens, prompt: '' };
  const halfTyped = new HalfTyped('room', device, page, null);
  const note = new HalfTypedNote(halfTyped, () => ({ ...place }));
  return { note, place, halfTyped };
}

test('Words begun under one lens go there when it changes, and the field says so', () => {
  const { note, place } = field();
  note.type('The pager was');
  expect(note.otherLens).toBeNull();
  place.lens = 'user';
  expect(note.otherLens).toBe('on-call');
  note.type('The pager was silent');
  expect(note.take()).toEqual({ ...place, lens: 'on-call', text: 'The pager was silent' });
  expect([note.text, note.otherLens]).toEqual(['', null]);
  note.type('Nobody told them');
  expect(note.take().lens).toBe('user');
});

test('Whoever means the lens on the screen moves what stands there to it, also for a page to come', () => {
  const { note, place, halfTyped } = field();
  note.type('They saw an error');
  place.lens = 'user';
  note.moveHere();
  expect(note.otherLens).toBeNull();
  expect(halfTyped.read('gather')?.lens).toBe('user');
  expect(note.take().lens).toBe('user');
});

test('Nothing is said of a field that is empty, or where no lens is held', () => {
  const { note, place } = field();
  note.type('  ');
  place.lens = 'user';
  expect(note.otherLens).toBeNull();
  note.type('Words');
  place.lens = '';
  expect(note.otherLens).toBeNull();
});

test('Words without a lens go to the one that is held when they are added', () => {
  const { note, place } = field({ lens: '' });
  note.type('Something is missing');
  place.lens = 'user';
  expect(note.otherLens).toBeNull();
  expect(note.take().lens).toBe('user');
});

test('What an earlier page left is shown with the lens it was begun under', async () => {
  const device = memoryDevice();
  field({ device, page: 'before' }).note.type('Half a sen');
  const { note } = field({ device, page: 'after', lens: 'user' });
  await note.adopt();
  expect([note.text, note.otherLens]).toEqual(['Half a sen', 'on-call']);
});

test('What an earlier page left never takes the place of what is typed', async () => {
  const device = memoryDevice();
  field({ device, page: 'before' }).note.type('Older');
  const { note } = field({ device, page: 'after' });
  const adopting = note.adopt();
  note.type('Newer');
  await adopting;
  expect(note.text).toBe('Newer');
});

test('Two fields for the same words both show what an earlier page left, whichever takes it over', async () => {
  const device = memoryDevice();
  field({ device, page: 'before' }).note.type('Half a sen');
  const { note, place, halfTyped } = field({ device, page: 'after' });
  const other = new HalfTypedNote(halfTyped, () => place);
  await Promise.all([note.adopt(), other.adopt()]);
  expect([note.text, other.text]).toEqual(['Half a sen', 'Half a sen']);
});
