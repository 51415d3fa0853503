/** Writing entries of a shared map. Whoever writes several as one wraps them in a transaction of their own. */
import * as Y from 'yjs';
import { entryOf, nextOrder, textAt, type Entries, type Entry } from './entries.ts';
import { newText } from './text-field.ts';

/** Added once, as the last: an id that stands already, removed or not, is left as it is. */
export function addEntry(root: Entries, origin: unknown, id: string, fill: (entry: Entry) => void): void {
  addUnordered(root, origin, id, (entry) => {
    fill(entry);
    entry.set('order', nextOrder(root));
  });
}

/** The same where something else than an order says which comes first. */
export function addUnordered(root: Entries, origin: unknown, id: string, fill: (entry: Entry) => void): void {
  if (root.has(id)) return;
  inTransaction(root, origin, () => {
    const entry: Entry = new Y.Map();
    fill(entry);
    root.set(id, entry);
  });
}

/** For an entry that somebody wrote by hand: texts it was born without, which from then on everybody can write in. */
export function addTextsTo(root: Entries, origin: unknown, id: string, keys: readonly string[]): void {
  const entry = entryOf(root, id);
  const missing = entry ? keys.filter((key) => !textAt(entry, key)) : [];
  if (!entry || missing.length === 0) return;
  inTransaction(root, origin, () => missing.forEach((key) => entry.set(key, newText(''))));
}

/** Writes nothing where there is no such entry, or where all stands as asked. */
export function setFields(
  root: Entries,
  origin: unknown,
  id: string,
  fields: Readonly<Record<string, string | number | boolean>>,
): void {
  const entry = entryOf(root, id);
  const changed = Object.entries(fields).filter(([key, value]) => entry?.get(key) !== value);
  if (!entry || changed.length === 0) return;
  inTransaction(root, origin, () => changed.forEach(([key, value]) => entry.set(key, value)));
}

function inTransaction(root: Entries, origin: unknown, write: () => void): void {
  if (root.doc) root.doc.transact(write, origin);
  else write();
}
