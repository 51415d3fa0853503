/** Writing entries of a shared map. Whoever writes several as one wraps them in a transaction of their own. */
import * as Y from 'yjs';
import { entryOf, nextOrder, type Entries, type Entry } from './entries.ts';

/** Added once: an id that stands already, removed or not, is left as it is. */
export function addEntry(root: Entries, origin: unknown, id: string, fill: (entry: Entry) => void): void {
  if (root.has(id)) return;
  inTransaction(root, origin, () => {
    const entry: Entry = new Y.Map();
    fill(entry);
    entry.set('order', nextOrder(root));
    root.set(id, entry);
  });
}

/** Writes nothing where there is no such entry, or where all stands as asked. */
export function setFields(
  root: Entries,
  origin: unknown,
  id: string,
  fields: Readonly<Record<string, string | boolean>>,
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
