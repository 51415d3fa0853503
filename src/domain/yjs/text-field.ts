import * as Y from 'yjs';

/** Shared text as an editor sees it: offsets in UTF-16 units, as in a textarea. */
export interface TextField {
  read(): string;
  /** Replaces `remove` units at `index` by `insert`; out-of-range numbers are clamped. */
  splice(index: number, remove: number, insert: string): void;
  /** Calls with the changes that others made (`remote`) or this tab made, in order; returns its own stop. */
  onSplice(listener: (splices: readonly Splice[], remote: boolean) => void): () => void;
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
      const at = Math.max(0, Math.min(index, text.length));
      const count = Math.max(0, Math.min(remove, text.length - at));
      if (count === 0 && insert === '') return;
      const edit = () => {
        if (count > 0) text.delete(at, count);
        if (insert !== '') text.insert(at, insert);
      };
      if (text.doc) text.doc.transact(edit, origin);
      else edit();
    },
    onSplice(listener) {
      const observe = (event: Y.YTextEvent, transaction: Y.Transaction) =>
        listener(splicesOf(event.delta), transaction.origin !== origin);
      text.observe(observe);
      return () => text.unobserve(observe);
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
