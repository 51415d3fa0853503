/** The write side of ballots. A ballot that is replaced or taken back goes with its row; its poll's end erases them all. */
import type { DatabaseSync } from 'node:sqlite';
import { StoreConflict, type BallotRow, type ErasedBallots } from '../store.ts';

export interface BallotWriter {
  put(row: BallotRow): void;
  erase(which: ErasedBallots): void;
}

export function prepareBallotWriter(db: DatabaseSync): BallotWriter {
  const room = db.prepare('SELECT 1 FROM rooms WHERE id = ?');
  const insert = db.prepare('INSERT OR REPLACE INTO ballots (room, poll, seat, body) VALUES (?, ?, ?, ?)');
  const remove = db.prepare('DELETE FROM ballots WHERE room = ? AND poll = ? AND seat = ?');
  const removeAll = db.prepare('DELETE FROM ballots WHERE room = ? AND poll = ?');
  const expectRoom = (id: string) => {
    if (room.get(id) === undefined) throw new StoreConflict(`there is no room ${id}`);
  };

  return {
    put({ room: id, poll, seat, body }) {
      if (body !== null) return void insert.run(id, poll, seat, body);
      expectRoom(id);
      remove.run(id, poll, seat);
    },
    erase({ room: id, poll }) {
      expectRoom(id);
      removeAll.run(id, poll);
    },
  };
}
