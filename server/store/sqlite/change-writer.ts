/** Writes one Change inside a transaction that somebody else opened. */
import type { DatabaseSync, SQLInputValue } from 'node:sqlite';
import { StoreConflict, type Change } from '../store.ts';
import { prepareBallotWriter } from './ballot-writer.ts';
import { prepareDocumentWriter } from './document-writer.ts';
import { prepareRoomEraser } from './room-eraser.ts';

/** Statements are prepared once. The writer throws StoreConflict or SQLite's error, having written part of the change. */
export function prepareChangeWriter(db: DatabaseSync): (change: Change) => void {
  const documents = prepareDocumentWriter(db);
  const ballots = prepareBallotWriter(db);
  const eraseRoom = prepareRoomEraser(db);
  const rooms = inserter(db, 'INSERT INTO rooms (id, created_at, touched_at) VALUES (?1, ?2, ?2)');
  const links = inserter(db, 'INSERT OR REPLACE INTO links (room, role, hash, sealed) VALUES (?, ?, ?, ?)');
  const seats = inserter(
    db,
    'INSERT OR REPLACE INTO seats (room, id, role, token_hash, created_at) VALUES (?, ?, ?, ?, ?)',
  );
  const seatErasures = inserter(db, 'DELETE FROM seats WHERE room = ? AND id = ?');
  const events = inserter(
    db,
    `INSERT INTO events (room, rev, at, body) SELECT ?1, ?2, ?3, ?4
     WHERE ?2 = 1 + (SELECT coalesce(max(rev), 0) FROM events WHERE room = ?1)`,
  );
  const commands = inserter(db, 'INSERT INTO commands (room, seat, cmd_id, ack) VALUES (?, ?, ?, ?)');
  const clientIds = inserter(
    db,
    'INSERT INTO client_ids (room, document, client_id, seat) VALUES (?, ?, ?, ?)',
  );
  const touches = inserter(db, 'UPDATE rooms SET touched_at = max(touched_at, ?2) WHERE id = ?1');
  const receipts = inserter(db, 'INSERT INTO receipts (room, note, hash) VALUES (?, ?, ?)');

  return (change) => {
    for (const row of change.rooms ?? []) rooms(row.id, row.createdAt);
    for (const row of change.links ?? []) links(row.room, row.role, row.hash, row.sealed);
    for (const row of change.seats ?? []) seats(row.room, row.id, row.role, row.tokenHash, row.createdAt);
    for (const { room, id } of change.erasedSeats ?? []) seatErasures(room, id);
    for (const row of change.events ?? []) {
      if (events(row.room, row.rev, row.at, row.body) === 0) {
        throw new StoreConflict(`event ${row.rev} of room ${row.room} is not the next one`);
      }
    }
    for (const row of change.commands ?? []) commands(row.room, row.seat, row.cmdId, row.ack);
    for (const row of change.clientIds ?? []) clientIds(row.room, row.document, row.clientId, row.seat);
    for (const row of change.receipts ?? []) receipts(row.room, row.note, row.hash);
    for (const row of change.ballots ?? []) ballots.put(row);
    for (const row of change.erasedBallots ?? []) ballots.erase(row);
    for (const row of change.snapshots ?? []) documents.compact(row);
    for (const row of change.updates ?? []) documents.append(row);
    for (const { room, at } of change.touches ?? []) {
      if (touches(room, at) === 0) throw new StoreConflict(`there is no room ${room}`);
    }
    for (const room of change.erasedRooms ?? []) eraseRoom(room);
  };
}

/** Returns how many rows were written. */
function inserter(db: DatabaseSync, sql: string): (...values: SQLInputValue[]) => number {
  const statement = db.prepare(sql);
  return (...values) => Number(statement.run(...values).changes);
}
