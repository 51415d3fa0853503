/** Rows as the server would store them, each recognisable in a failed expectation. */
import type {
  Change,
  ClientIdRow,
  CommandRow,
  EventRow,
  LinkRow,
  ReceiptRow,
  RoomRow,
  SeatRow,
  SnapshotRow,
  Store,
  StoredBallot,
  StoredDocument,
  UpdateRow,
} from '../../server/store/store.ts';

export function roomRow(id: string): RoomRow {
  return { id, createdAt: 1_800_000_000_000 };
}

export function linkRow(room: string, role: LinkRow['role'], hash: string): LinkRow {
  return { room, role, hash, sealed: role === 'facilitator' ? null : bytesOf(`sealed ${hash}`) };
}

export function seatRow(room: string, id: string, createdAt = 1): SeatRow {
  return { room, id, role: 'participant', tokenHash: `token of ${id}`, createdAt };
}

export function eventRow(room: string, rev: number): EventRow {
  return { room, rev, at: 1_800_000_000_000 + rev, body: `{"event":${rev},"text":"naïve 🙂"}` };
}

export function commandRow(room: string, seat: string, cmdId: string): CommandRow {
  return { room, seat, cmdId, ack: `{"ok":true,"of":"${cmdId}"}` };
}

export function clientIdRow(room: string, document: string, clientId: number, seat = 'ana'): ClientIdRow {
  return { room, document, clientId, seat };
}

export function receiptRow(room: string, note: string): ReceiptRow {
  return { room, note, hash: `receipt of ${note}` };
}

export function ballotRow(room: string, poll: string, seat: string, answer = '3'): StoredBallot {
  return { room, poll, seat, body: `{"answers":["${answer}"]}` };
}

export function updateRow(room: string, document: string, words: string): UpdateRow {
  return { room, document, bytes: bytesOf(words) };
}

export function snapshotRow(room: string, document: string, words: string): SnapshotRow {
  return { room, document, bytes: bytesOf(words) };
}

/** A snapshot that leaves what it replaces in the store as a fallback. */
export function keepingSnapshotRow(room: string, document: string, words: string): SnapshotRow {
  return { room, document, bytes: bytesOf(words), keepReplaced: true };
}

export function bytesOf(words: string): Uint8Array {
  return new TextEncoder().encode(words);
}

/** What a test compares: the document's bytes as words. */
export interface ReadDocument {
  readonly snapshot: string | null;
  readonly updates: readonly string[];
  readonly quarantined: number;
}

export async function readDocument(
  store: Store,
  room: string,
  key: string,
): Promise<ReadDocument | undefined> {
  const stored = await store.loadRoom(room);
  const found = stored?.documents.find((document) => document.key === key);
  return found && wordsOf(found);
}

function wordsOf({ snapshot, updates, quarantined }: StoredDocument): ReadDocument {
  const decoder = new TextDecoder();
  return {
    snapshot: snapshot && decoder.decode(snapshot),
    updates: updates.map((bytes) => decoder.decode(bytes)),
    quarantined,
  };
}

/** One row for every table. */
export function fullChange(room: string): Change {
  return {
    rooms: [roomRow(room)],
    links: [linkRow(room, 'facilitator', 'f'), linkRow(room, 'participant', 'p')],
    seats: [seatRow(room, 'ana')],
    events: [eventRow(room, 1), eventRow(room, 2)],
    commands: [commandRow(room, 'ana', 'c1')],
    clientIds: [clientIdRow(room, 'board', 11), clientIdRow(room, 'desk:ana', 11)],
    receipts: [receiptRow(room, 'n1')],
    ballots: [ballotRow(room, 'p1', 'ana'), ballotRow(room, 'p1', 'bo')],
    snapshots: [snapshotRow(room, 'board', 'board so far')],
    updates: [updateRow(room, 'board', 'and more'), updateRow(room, 'desk:ana', 'a draft')],
    touches: [{ room, at: 1_800_000_000_500 }],
  };
}
