import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { isTyping, onTypingEnds } from '../../../src/lib/room/typing.ts';

class Field extends EventTarget {
  value = '';
  readOnly = false;
  disabled = false;
}

/** A page of fields, with the cursor in one of them. */
const page = Object.assign(new EventTarget(), { activeElement: null as Field | null });

function type(field: Field, value: string): void {
  page.activeElement = field;
  field.value = value;
  page.dispatchEvent(Object.defineProperty(new Event('input'), 'target', { value: field }));
}

let stop = () => {};

beforeEach(() => {
  vi.stubGlobal('document', page);
  vi.stubGlobal('HTMLTextAreaElement', Field);
  vi.stubGlobal('HTMLInputElement', Field);
  stop = onTypingEnds(() => {});
});

afterEach(() => {
  stop();
  page.activeElement = null;
  vi.unstubAllGlobals();
});

test('whoever has words in the field they write in is typing, and nobody in one they have emptied', () => {
  const field = new Field();
  type(field, 'In the middle');
  expect(isTyping()).toBe(true);
  type(field, ' ');
  expect(isTyping()).toBe(false);
});

test('a cursor that merely rests in a field with words holds nobody back', () => {
  const [filled, other] = [new Field(), new Field()];
  filled.value = 'Written long ago, perhaps by somebody else';
  page.activeElement = filled;
  expect(isTyping()).toBe(false);
  type(other, 'Somewhere else');
  page.activeElement = filled;
  expect(isTyping()).toBe(false);
});

test('whoever looks something up in between is still typing when they are back', () => {
  const field = new Field();
  type(field, 'About');
  page.activeElement = null;
  page.dispatchEvent(new Event('focusout'));
  page.activeElement = field;
  expect(isTyping()).toBe(true);
});
