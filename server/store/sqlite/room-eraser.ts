/** Erases a room: every row that names it. Its words lie on pages of their own, which are zeroed when the rows go. */
import type { DatabaseSync } from 'node:sqlite';
import type { RoomId } from '../../../src/protocol/ids.ts';
import { StoreConflict } from '../store.ts';

/** What refers to another table goes before it. */
const tables = [
  'ballots',
  'quarantine',
  'records',
  'documents',
  'receipts',
  'client_ids',
  'commands',
  'events',
  'seats',
  'links',
] as const;

/** Statements are prepared once. Throws StoreConflict where there is no such room. */
export function prepareRoomEraser(db: DatabaseSync): (room: RoomId) => void {
  const ofRoom = tables.map((table) => db.prepare(`DELETE FROM ${table} WHERE room = ?`));
  const itself = db.prepare('DELETE FROM rooms WHERE id = ?');
  return (room) => {
    for (const statement of ofRoom) statement.run(room);
    if (itself.run(room).changes === 0) throw new StoreConflict(`there is no room ${room}`);
  };
}
