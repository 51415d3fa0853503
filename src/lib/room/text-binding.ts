/** Binds shared text to a textarea or a one-line field: `{@attach bindText(field, { max: 500 })}`. */
import type { Attachment } from 'svelte/attachments';
import type { Splice, TextField, TextHistory } from '#domain/yjs/text-field.ts';
import { mapPosition, spliceBetween } from './text-diff.ts';

export type TextControl = HTMLTextAreaElement | HTMLInputElement;

const attachments = new WeakMap<TextField, Map<number, Attachment<TextControl>>>();

/**
 * `max` is in characters as the control counts them (UTF-16 units). The same field and `max` give the same attachment,
 * so that a template that is read again does not bind anew under somebody's hands.
 */
export function bindText(field: TextField, { max }: { readonly max: number }): Attachment<TextControl> {
  const known = attachments.get(field) ?? new Map<number, Attachment<TextControl>>();
  attachments.set(field, known);
  const attachment = known.get(max) ?? ((control) => new TextBinding(control, field, max).bind());
  known.set(max, attachment);
  return attachment;
}

class TextBinding {
  readonly #control: TextControl;
  readonly #field: TextField;
  readonly #max: number;
  /** Of the text and not of the control: the browser's own forgets everything when somebody else's words arrive. */
  readonly #history: TextHistory;
  /** What the control showed when it last agreed with the field. */
  #shown = '';
  /** What others did while an input method composed here: touching the control would break it off. */
  #missed: Splice[] = [];
  #composing = false;
  #writing = false;

  constructor(control: TextControl, field: TextField, max: number) {
    this.#control = control;
    this.#field = field;
    this.#max = max;
    this.#history = field.startHistory();
  }

  bind(): () => void {
    const control = this.#control;
    control.maxLength = this.#max;
    this.#begin(this.#text());
    const listening = new AbortController();
    const { signal } = listening;
    control.addEventListener('input', () => this.#write(), { signal });
    control.addEventListener('compositionstart', () => (this.#composing = true), { signal });
    control.addEventListener('compositionend', () => this.#composed(), { signal });
    control.addEventListener('blur', () => this.#composed(), { signal });
    control.addEventListener('keydown', (event) => this.#keydown(event as KeyboardEvent), { signal });
    control.addEventListener('beforeinput', (event) => this.#beforeInput(event as InputEvent), { signal });
    const stop = this.#field.onSplice((splices) => this.#changed(splices));
    return () => {
      this.#composed();
      listening.abort();
      stop();
      this.#history.stop();
    };
  }

  /** As long as the text, letter for letter, but only what a control can hold: it would change line ends by itself. */
  #text(): string {
    const text = this.#field.read().replaceAll('\r', ' ');
    return this.#control.tagName === 'TEXTAREA' ? text : text.replaceAll('\n', ' ');
  }

  #begin(text: string): void {
    if (this.#control.value === text) this.#shown = text;
    else this.#show(text, text.length, text.length);
  }

  #composed(): void {
    if (!this.#composing) return;
    this.#composing = false;
    this.#write();
    if (this.#missed.length > 0) this.#catchUp(this.#missed.splice(0));
  }

  /** From the control to the field. What others did meanwhile moves the place, not the words. */
  #write(): void {
    const value = this.#control.value;
    const caret = this.#control.selectionEnd ?? value.length;
    const typed = spliceBetween(this.#shown, value, caret);
    if (!typed) return;
    const fitting = this.#fitting(typed);
    const index = this.#missed.reduce((place, missed) => mapPosition(place, missed), fitting.index);
    const until = this.#missed.reduce(
      (place, missed) => mapPosition(place, missed),
      fitting.index + fitting.remove,
    );
    this.#shown = value;
    this.#writing = true;
    this.#field.splice(index, Math.max(0, until - index), fitting.insert);
    this.#writing = false;
    this.#missed = this.#missed.map((missed) => ({ ...missed, index: mapPosition(missed.index, typed) }));
    const isBehind = this.#missed.length > 0;
    if (!isBehind && this.#text() !== value) this.#showAt(fitting.index + fitting.insert.length);
  }

  /** Some input methods and programs do not ask `maxlength`; a longer text would be refused as a whole. */
  #fitting(typed: Splice): Splice {
    const space = this.#max - (this.#field.read().length - typed.remove);
    if (typed.insert.length <= space) return typed;
    return { ...typed, insert: typed.insert.slice(0, Math.max(0, space)).toWellFormed() };
  }

  #changed(splices: readonly Splice[]): void {
    if (this.#writing) return;
    if (this.#composing) this.#missed.push(...splices);
    else this.#catchUp(splices);
  }

  /** From the field to the control, the caret staying between the same letters. */
  #catchUp(splices: readonly Splice[]): void {
    const place = (position: number | null) =>
      splices.reduce((moved, splice) => mapPosition(moved, splice), position ?? 0);
    this.#show(this.#text(), place(this.#control.selectionStart), place(this.#control.selectionEnd));
  }

  #showAt(caret: number): void {
    this.#show(this.#text(), caret, caret);
  }

  #show(text: string, from: number, until: number): void {
    const control = this.#control;
    const { selectionDirection, scrollTop } = control;
    this.#shown = text;
    if (control.value !== text) control.value = text;
    // Safari would move the focus here with the selection.
    if (control.ownerDocument.activeElement !== control) return;
    control.setSelectionRange(from, until, selectionDirection ?? 'none');
    control.scrollTop = scrollTop;
  }

  #keydown(event: KeyboardEvent): void {
    if (!(event.ctrlKey || event.metaKey) || event.altKey || this.#composing) return;
    const key = event.key.toLowerCase();
    if (key !== 'z' && key !== 'y') return;
    event.preventDefault();
    this.#takeBack(key === 'y' || event.shiftKey ? 'redo' : 'undo');
  }

  /** The same from a menu or a gesture. */
  #beforeInput(event: InputEvent): void {
    if (event.inputType !== 'historyUndo' && event.inputType !== 'historyRedo') return;
    event.preventDefault();
    this.#takeBack(event.inputType === 'historyUndo' ? 'undo' : 'redo');
  }

  #takeBack(direction: 'undo' | 'redo'): void {
    if (this.#control.readOnly || this.#control.disabled) return;
    const before = this.#text();
    this.#history[direction]();
    const changed = spliceBetween(before, this.#text(), this.#text().length);
    if (changed) this.#showAt(changed.index + changed.insert.length);
  }
}
