/** Reads everything of one room. */
import type { DatabaseSync } from 'node:sqlite';
import type { RoomId } from '../../../src/protocol/ids.ts';
import type {
  ClientIdRow,
  CommandRow,
  EventRow,
  LinkRow,
  ReceiptRow,
  RoomRow,
  SeatRow,
  StoredBallot,
  StoredRoom,
  UntouchedPage,
} from '../store.ts';
import { prepareDocumentReader } from './document-reader.ts';

/** Statements are prepared once. May write: see prepareDocumentReader. */
export function prepareRoomReader(db: DatabaseSync): (room: RoomId) => StoredRoom | null {
  const documents = prepareDocumentReader(db);
  const rooms = reader<RoomRow & Pick<StoredRoom, 'touchedAt'>>(
    db,
    'SELECT id, created_at AS createdAt, touched_at AS touchedAt FROM rooms WHERE id = ?',
  );
  const links = reader<LinkRow>(
    db,
    'SELECT room, role, hash, sealed FROM links WHERE room = ? ORDER BY role',
  );
  const seats = reader<SeatRow>(
    db,
    `SELECT room, id, role, token_hash AS tokenHash, created_at AS createdAt FROM seats
     WHERE room = ? ORDER BY created_at, id`,
  );
  const events = reader<EventRow>(db, 'SELECT room, rev, at, body FROM events WHERE room = ? ORDER BY rev');
  const commands = reader<CommandRow>(
    db,
    'SELECT room, seat, cmd_id AS cmdId, ack FROM commands WHERE room = ? ORDER BY seat, cmd_id',
  );
  const clientIds = reader<ClientIdRow>(
    db,
    `SELECT room, document, client_id AS clientId, seat FROM client_ids
     WHERE room = ? ORDER BY document, client_id`,
  );
  const receipts = reader<ReceiptRow>(
    db,
    'SELECT room, note, hash FROM receipts WHERE room = ? ORDER BY note',
  );
  const ballots = reader<StoredBallot>(
    db,
    'SELECT room, poll, seat, body FROM ballots WHERE room = ? ORDER BY poll, seat',
  );

  return (id) => {
    const [found] = rooms(id);
    if (found === undefined) return null;
    const { touchedAt, ...room } = found;
    return {
      room,
      touchedAt,
      links: links(id),
      seats: seats(id),
      events: events(id),
      commands: commands(id),
      clientIds: clientIds(id),
      receipts: receipts(id),
      ballots: ballots(id),
      documents: documents(id),
    };
  };
}

/** See Store.untouchedRooms. */
export function prepareUntouched(db: DatabaseSync): (page: UntouchedPage) => RoomId[] {
  const ids = db.prepare('SELECT id FROM rooms WHERE id > ? AND touched_at < ? ORDER BY id LIMIT ?');
  return ({ before, after, limit }) => ids.all(after, before, limit).map(({ id }) => String(id));
}

/** The tables are STRICT and written by change-writer.ts only: a row has the shape that was stored. */
function reader<Row>(db: DatabaseSync, sql: string): (room: RoomId) => Row[] {
  const statement = db.prepare(sql);
  return (room) => statement.all(room) as Row[];
}
