/**
 * A process of its own that erases rooms in the folder in its first argument, one after another, and tells its parent
 * of each that is gone: for tests that kill it in the middle.
 */
import { openSqliteStore } from '../../server/store/sqlite-store.ts';
import type { Change, Store } from '../../server/store/store.ts';
import { fullChange, updateRow } from '../contracts/store-rows.ts';

export const roomsToErase = Array.from({ length: 40 }, (_, at) => `room${at}`);

export interface ErasingMessage {
  readonly gone: string;
}

/** Found in every row in which people's words can be. */
export function wordsOf(room: string): string {
  return `what ${room} said`;
}

export function wordyChange(room: string): Change {
  const words = wordsOf(room);
  const full = fullChange(room);
  return {
    ...full,
    events: full.events?.map((row) => ({ ...row, body: `{"text":"${words}"}` })) ?? [],
    ballots: full.ballots?.map((row) => ({ ...row, body: `{"answers":["${words}"]}` })) ?? [],
    snapshots: full.snapshots?.map((row) => ({ ...row, bytes: new TextEncoder().encode(words) })) ?? [],
    updates: full.updates?.map(({ document }) => updateRow(room, document, words)) ?? [],
  };
}

const folder = process.argv[2];
if (folder !== undefined && process.send !== undefined) await eraseAll(await openSqliteStore(folder));

async function eraseAll(store: Store): Promise<void> {
  for (const room of roomsToErase) await store.commit(wordyChange(room));
  for (const room of roomsToErase) {
    await store.commit({ erasedRooms: [room] });
    process.send?.({ gone: room } satisfies ErasingMessage);
  }
}
