import * as Y from 'yjs';

/** Two copies of one document that hear of each other only when told to. */
export function twoDocuments(): { one: Y.Doc; other: Y.Doc; sync: () => void } {
  const one = new Y.Doc();
  const other = new Y.Doc();
  return { one, other, sync: () => exchange(one, other) };
}

/** Each gets what it lacks, as after a reconnect. */
export function exchange(one: Y.Doc, other: Y.Doc): void {
  const forOther = Y.encodeStateAsUpdate(one, Y.encodeStateVector(other));
  const forOne = Y.encodeStateAsUpdate(other, Y.encodeStateVector(one));
  Y.applyUpdate(other, forOther, 'sync');
  Y.applyUpdate(one, forOne, 'sync');
}
