import { describe, expect, test } from 'vitest';
import * as Y from 'yjs';
import { textField } from '../../../src/domain/yjs/text-field.ts';
import { bindText, type TextControl } from '../../../src/lib/room/text-binding.ts';

/** As much of a textarea as the binding can see. */
class Control extends EventTarget {
  tagName: string;
  maxLength = -1;
  readOnly = false;
  disabled = false;
  scrollTop = 0;
  selectionDirection = 'none' as const;
  ownerDocument: { activeElement: unknown } = { activeElement: this };
  selectionStart = 0;
  selectionEnd = 0;
  #value = '';

  constructor(tagName = 'TEXTAREA') {
    super();
    this.tagName = tagName;
  }

  get value() {
    return this.#value;
  }

  set value(text: string) {
    this.#value = text;
    this.setSelectionRange(text.length, text.length);
  }

  setSelectionRange(from: number, until: number) {
    this.selectionStart = from;
    this.selectionEnd = until;
  }

  /** The person selects, types or pastes; the browser then says `input`. */
  type(words: string, from = this.selectionStart, until = this.selectionEnd) {
    this.#value = this.#value.slice(0, from) + words + this.#value.slice(until);
    this.setSelectionRange(from + words.length, from + words.length);
    this.dispatchEvent(new Event('input'));
  }

  press(key: string, keys: { ctrlKey?: boolean; shiftKey?: boolean } = {}) {
    const event = new Event('keydown', { cancelable: true });
    this.dispatchEvent(Object.assign(event, { key, ctrlKey: false, metaKey: false, altKey: false, ...keys }));
    return event;
  }
}

function bound({ max = 100, words = '', tagName = 'TEXTAREA' } = {}) {
  const doc = new Y.Doc();
  const text = doc.getText('t');
  text.insert(0, words);
  const control = new Control(tagName);
  const field = textField(text, 'own');
  const attach = bindText(field, { max });
  const stop = attach(control as unknown as TextControl) as () => void;
  /** Somebody else writes into the same text. */
  const other = (index: number, remove: number, insert: string) =>
    doc.transact(() => {
      text.delete(index, remove);
      text.insert(index, insert);
    }, 'other');
  return { doc, text, control, field, stop, other, attach };
}

describe('a field bound to shared text', () => {
  test('shows the text, and what is typed reaches it as the smallest edit', () => {
    const { control, text, doc } = bound({ words: 'a cat' });
    expect(control.value).toBe('a cat');
    const before = Y.encodeStateVector(doc);
    control.type('big ', 2, 2);
    expect(text.toString()).toBe('a big cat');
    const { structs } = Y.decodeUpdate(Y.encodeStateAsUpdate(doc, before));
    expect(structs.reduce((sum, struct) => sum + struct.length, 0)).toBe(4);
  });

  test("others' words move the caret with the letters around it", () => {
    const { control, other } = bound({ words: 'hello' });
    control.setSelectionRange(5, 5);
    other(0, 0, 'oh ');
    expect(control.value).toBe('oh hello');
    expect(control.selectionStart).toBe(8);
  });

  test('a field without the focus is updated and its selection left alone', () => {
    const { control, other } = bound({ words: 'hello' });
    control.ownerDocument = { activeElement: null };
    let selected = 0;
    control.setSelectionRange = () => (selected += 1);
    other(0, 0, 'oh ');
    expect(control.value).toBe('oh hello');
    expect(selected).toBe(1);
  });

  test('another field of this tab that is bound to the same text follows', () => {
    const { control, attach } = bound({ words: 'hello' });
    const second = new Control();
    attach(second as unknown as TextControl);
    control.type('!', 5, 5);
    expect(second.value).toBe('hello!');
  });

  test('the control is not touched while an input method composes, and nothing is lost after', () => {
    const { control, text, other } = bound({ words: 'ab' });
    control.dispatchEvent(new Event('compositionstart'));
    control.type('k', 1, 1);
    other(0, 0, '>> ');
    expect(control.value).toBe('akb');
    control.type('か', 1, 2);
    expect(control.value).toBe('aかb');
    control.dispatchEvent(new Event('compositionend'));
    expect(text.toString()).toBe('>> aかb');
    expect(control.value).toBe('>> aかb');
    expect(control.selectionStart).toBe(5);
  });

  test('words beyond the limit stay out, of the text and of the field', () => {
    const { control, text } = bound({ max: 5, words: 'abc' });
    expect(control.maxLength).toBe(5);
    control.type('defg', 3, 3);
    expect(text.toString()).toBe('abcde');
    expect(control.value).toBe('abcde');
  });

  test('text that is already too long by a merge can still be shortened', () => {
    const { control, text } = bound({ max: 5, words: 'abcdefg' });
    control.type('', 2, 4);
    expect(text.toString()).toBe('abefg');
  });

  test('a one-line field shows line breaks as spaces and leaves them in the text', () => {
    const { control, text } = bound({ words: 'one\ntwo', tagName: 'INPUT' });
    expect(control.value).toBe('one two');
    control.type('!', 7, 7);
    expect(text.toString()).toBe('one\ntwo!');
  });

  test('undo takes back what was written here and leaves what others wrote', () => {
    const { control, text, other } = bound({ words: 'cat' });
    control.type('big ', 0, 0);
    other(7, 0, ' sat');
    other(0, 0, 'the ');
    expect(control.press('z', { ctrlKey: true }).defaultPrevented).toBe(true);
    expect(text.toString()).toBe('the cat sat');
    control.press('z', { ctrlKey: true, shiftKey: true });
    expect(text.toString()).toBe('the big cat sat');
  });

  test('letters typed in one go are undone in one go and come back in one go', () => {
    const { control, text } = bound({ words: '' });
    for (const letter of 'hello') control.type(letter);
    control.press('z', { ctrlKey: true });
    expect(text.toString()).toBe('');
    control.press('y', { ctrlKey: true });
    expect(text.toString()).toBe('hello');
    expect(control.selectionStart).toBe(5);
  });

  test('the same field and limit give the same attachment, so that nothing is bound anew on every key', () => {
    const { field, attach } = bound();
    expect(bindText(field, { max: 100 })).toBe(attach);
    expect(bindText(field, { max: 50 })).not.toBe(attach);
  });

  test('a field that went away neither writes nor listens', () => {
    const { control, text, other, stop } = bound({ words: 'a' });
    stop();
    control.type('b', 1, 1);
    other(0, 0, 'z');
    expect(text.toString()).toBe('za');
    expect(control.value).toBe('ab');
  });
});
