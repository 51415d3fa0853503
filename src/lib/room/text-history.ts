/**
 * Undo for one field that others write in too. The browser's own undo forgets everything as soon as somebody else's
 * words arrive; this one takes back what was written here and leaves the rest.
 */
import type { Splice } from '#domain/yjs/text-field.ts';
import { mapPosition } from './text-diff.ts';

/** Where the written words are now, and what they replaced. */
interface Edit {
  from: number;
  until: number;
  removed: string;
  at: number;
}

/** Letters typed in one go are taken back in one go. */
const pauseMs = 1_000;
const most = 200;

export class TextHistory {
  #done: Edit[] = [];
  #undone: Edit[] = [];

  /** An edit of this field, already made; `removed` is the text it replaced, `at` a time in ms. */
  record(splice: Splice, removed: string, at: number): void {
    this.#undone = [];
    if (this.#continues(splice, removed, at)) return;
    this.#map(splice);
    const { index, insert } = splice;
    this.#done.push({ from: index, until: index + insert.length, removed, at });
    if (this.#done.length > most) this.#done.shift();
  }

  /** Somebody else's edit. */
  shift(splice: Splice): void {
    this.#map(splice);
  }

  /** What to splice now, given the present text; null when nothing is left. */
  undo(text: string): Splice | null {
    return this.#takeBack(this.#done, this.#undone, text);
  }

  redo(text: string): Splice | null {
    return this.#takeBack(this.#undone, this.#done, text);
  }

  #takeBack(from: Edit[], to: Edit[], text: string): Splice | null {
    const edit = from.pop();
    if (!edit) return null;
    const splice = { index: edit.from, remove: edit.until - edit.from, insert: edit.removed };
    this.#map(splice, 'growing');
    to.push({
      from: edit.from,
      until: edit.from + edit.removed.length,
      removed: text.slice(edit.from, edit.until),
      at: Number.NEGATIVE_INFINITY,
    });
    return splice;
  }

  #continues({ index, remove, insert }: Splice, removed: string, at: number): boolean {
    const last = this.#done.at(-1);
    if (!last || at - last.at > pauseMs) return false;
    const isOwn = index >= last.from && index + remove <= last.until;
    const erases = insert === '' && last.from === last.until && index + remove === last.from;
    if (!isOwn && !erases) return false;
    this.#map({ index, remove, insert }, 'keeping', last);
    if (isOwn) last.until += insert.length - remove;
    else Object.assign(last, { from: index, until: index, removed: removed + last.removed });
    last.at = at;
    return true;
  }

  /** `growing`: words that come back at the edge of an edit belong to it again. */
  #map(splice: Splice, edges: 'keeping' | 'growing' = 'keeping', except?: Edit): void {
    for (const edit of [...this.#done, ...this.#undone]) {
      if (edit === except) continue;
      const isEmpty = edit.from === edit.until;
      edit.from = mapPosition(edit.from, splice, edges === 'keeping' && !isEmpty ? 'before' : 'behind');
      edit.until = Math.max(
        edit.from,
        mapPosition(edit.until, splice, edges === 'growing' ? 'before' : 'behind'),
      );
    }
  }
}
