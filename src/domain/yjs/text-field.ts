import * as Y from 'yjs';

/** Shared text as an editor sees it: offsets in UTF-16 units, as in a textarea. */
export interface TextField {
  read(): string;
  /**
   * Replaces `remove` units at `index` by `insert`. Out-of-range numbers are clamped. Yjs would turn half of a
   * surrogate pair into U+FFFD, so an edge that falls inside a pair takes the whole pair into the edit.
   */
  splice(index: number, remove: number, insert: string): void;
  /** Calls with the changes that others made (`remote`) or this tab made, in order; returns its own stop. */
  onSplice(listener: (splices: readonly Splice[], remote: boolean) => void): () => void;
  /** From now on this tab's edits of this text, and they alone, can be taken back; one pause in typing is one step. */
  startHistory(pauseMs?: number): TextHistory;
}

export interface TextHistory {
  undo(): void;
  redo(): void;
  stop(): void;
}

export interface Splice {
  readonly index: number;
  readonly remove: number;
  readonly insert: string;
}

/** `origin` marks this tab's own edits, which alone can be undone and are not echoed back as remote. */
export function textField(text: Y.Text, origin: unknown): TextField {
  return {
    read: () => text.toString(),
    splice(index, remove, insert) {
      const edit = wholePairs(text.toString(), index, remove, insert);
      if (edit.remove === 0 && edit.insert === '') return;
      const apply = () => {
        if (edit.remove > 0) text.delete(edit.index, edit.remove);
        if (edit.insert !== '') text.insert(edit.index, edit.insert);
      };
      if (text.doc) text.doc.transact(apply, origin);
      else apply();
    },
    onSplice(listener) {
      const observe = (event: Y.YTextEvent, transaction: Y.Transaction) =>
        listener(splicesOf(event.delta), transaction.origin !== origin);
      text.observe(observe);
      return () => text.unobserve(observe);
    },
    startHistory(pauseMs = 1_000) {
      const edits = new Y.UndoManager(text, { trackedOrigins: new Set([origin]), captureTimeout: pauseMs });
      return { undo: () => edits.undo(), redo: () => edits.redo(), stop: () => edits.destroy() };
    },
  };
}

function splicesOf(delta: Y.YTextEvent['delta']): Splice[] {
  const splices: Splice[] = [];
  let index = 0;
  for (const part of delta) {
    if (part.retain !== undefined) index += part.retain;
    if (part.delete !== undefined) splices.push({ index, remove: part.delete, insert: '' });
    if (typeof part.insert === 'string') {
      splices.push({ index, remove: 0, insert: part.insert });
      index += part.insert.length;
    }
  }
  return splices;
}

/** Shared text that starts with `words`; what UTF-8 cannot carry is replaced here, not only at the other end. */
export function newText(words: string): Y.Text {
  return new Y.Text(words.toWellFormed());
}

function wholePairs(text: string, index: number, remove: number, insert: string): Splice {
  let from = Math.max(0, Math.min(index, text.length));
  let until = from + Math.max(0, Math.min(remove, text.length - from));
  let words = insert;
  if (isInsidePair(text, until)) {
    if (until > from) words += text.charAt(until++);
    else until--;
  }
  if (isInsidePair(text, from)) {
    from--;
    if (until > from) words = text.charAt(from) + words;
  }
  return { index: from, remove: until - from, insert: words.toWellFormed() };
}

function isInsidePair(text: string, index: number): boolean {
  return index > 0 && /^[\ud800-\udbff][\udc00-\udfff]$/.test(text.slice(index - 1, index + 1));
}
