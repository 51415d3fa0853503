/**
 * A process of its own that writes to the folder in its first argument and tells its parent what it was promised: for
 * tests that kill it or take its disk away. Four writers share the store; each numbers its commits and waits for each.
 */
import { openSqliteStore } from '../../server/store/sqlite-store.ts';
import type { Store } from '../../server/store/store.ts';
import { eventRow, roomRow, snapshotRow, updateRow } from '../contracts/store-rows.ts';

export const writers = ['w0', 'w1', 'w2', 'w3'] as const;

/** `sent` comes before the call, `kept` after its promise. `failed` ends a writer until the parent says `again`. */
export interface ChildMessage {
  readonly state: 'sent' | 'kept' | 'failed';
  readonly room: string;
  readonly number: number;
  readonly error?: string;
}

const folder = process.argv[2];
if (folder !== undefined && process.send !== undefined) await writeForEver(await openSqliteStore(folder));

async function writeForEver(store: Store): Promise<void> {
  await Promise.all(writers.map((room) => write(store, room)));
}

async function write(store: Store, room: string): Promise<never> {
  const found = await store.loadRoom(room);
  if (found === null) await store.commit({ rooms: [roomRow(room)] });
  for (let number = (found?.events.length ?? 0) + 1; ;) {
    await tell({ state: 'sent', room, number });
    try {
      await store.commit(changeOf(room, number));
      void tell({ state: 'kept', room, number });
      number += 1;
    } catch (error) {
      void tell({ state: 'failed', room, number, error: String(error) });
      await new Promise((resolve) => process.once('message', resolve));
    }
  }
}

/** An event, a note on the board and one on a desk; now and then the desk is compacted with it. */
function changeOf(room: string, number: number) {
  return {
    events: [eventRow(room, number)],
    snapshots: number % 7 === 0 ? [snapshotRow(room, 'desk:ana', `drafts up to ${number}`)] : [],
    updates: [updateRow(room, 'board', `note ${number}`), updateRow(room, 'desk:ana', `draft ${number}`)],
  };
}

/** Resolves once the message is on its way, so that it arrives whatever happens to this process. */
function tell(message: ChildMessage): Promise<void> {
  return new Promise((resolve) => process.send?.(message, () => resolve()));
}
