/**
 * A change as it may travel to another thread or lie in memory: its bytes share
 * nothing with the caller. (Posting a small view would copy the whole buffer below it, and `Buffer.slice` copies nothing.)
 */
import type { Change } from './store.ts';

export function copyOf(change: Change): Change {
  return {
    ...change,
    ...(change.links && {
      links: change.links.map((row) => ({
        ...row,
        sealed: row.sealed === null ? null : new Uint8Array(row.sealed),
      })),
    }),
    ...(change.snapshots && { snapshots: change.snapshots.map(withOwnBytes) }),
    ...(change.updates && { updates: change.updates.map(withOwnBytes) }),
  };
}

function withOwnBytes<Row extends { readonly bytes: Uint8Array }>(row: Row): Row {
  return { ...row, bytes: new Uint8Array(row.bytes) };
}
