/**
 * What is kept. The store knows bytes, ids and dates and nothing of meetings. Every change is one `commit`: when its
 * promise resolves, all of it is on disk; when it rejects, none of it is. There is one writer.
 */
import type { PollId, Role, RoomId, SeatId } from '../../src/protocol/ids.ts';

export type DocumentKey = string; // 'board', or 'desk:<seat>'

export interface RoomRow {
  readonly id: RoomId;
  readonly createdAt: number;
}

/** A room is in use: something was done in it at this moment. */
export interface TouchRow {
  readonly room: RoomId;
  readonly at: number;
}

/** Kept by (room, role): a new row for a role ends the secret before it. */
export interface LinkRow {
  readonly room: RoomId;
  readonly role: Role;
  /** SHA-256 of the secret, hex. */
  readonly hash: string;
  /** The secret sealed with the server's key, so that *Invite* can show it again; null for facilitator links. */
  readonly sealed: Uint8Array | null;
}

export interface SeatRow {
  readonly room: RoomId;
  readonly id: SeatId;
  readonly role: Role;
  /** SHA-256 of the cookie's token, hex. */
  readonly tokenHash: string;
  readonly createdAt: number;
}

export interface EventRow {
  readonly room: RoomId;
  /** Revision this event leads to: 1, 2, 3 … without gaps. */
  readonly rev: number;
  readonly at: number;
  /** JSON. */
  readonly body: string;
}

/** The first answer to a command, so that a replay gets the same one. */
export interface CommandRow {
  readonly room: RoomId;
  readonly seat: SeatId;
  readonly cmdId: string;
  /** JSON of the ack. */
  readonly ack: string;
}

export interface ClientIdRow {
  readonly room: RoomId;
  readonly document: DocumentKey;
  readonly clientId: number;
  readonly seat: SeatId;
}

/** Never carries a seat. */
export interface ReceiptRow {
  readonly room: RoomId;
  readonly note: string;
  /** SHA-256 of the receipt, hex. */
  readonly hash: string;
}

/** What a seat has answered to an open question. */
export interface BallotRow {
  readonly room: RoomId;
  readonly poll: PollId;
  readonly seat: SeatId;
  /** JSON; null takes the row away. */
  readonly body: string | null;
}

export interface StoredBallot extends BallotRow {
  readonly body: string;
}

/** Of somebody who never came in: nothing else refers to it. */
export interface ErasedSeat {
  readonly room: RoomId;
  readonly id: SeatId;
}

/** All ballots of one poll. */
export interface ErasedBallots {
  readonly room: RoomId;
  readonly poll: PollId;
}

export interface UpdateRow {
  readonly room: RoomId;
  readonly document: DocumentKey;
  readonly bytes: Uint8Array;
}

/** Replaces the snapshot and every update stored for the document before this commit. */
export interface SnapshotRow {
  readonly room: RoomId;
  readonly document: DocumentKey;
  readonly bytes: Uint8Array;
  /**
   * True: what is replaced stays until the next snapshot, to be read if this one is found damaged; store the update
   * that led to the snapshot beside it, so that nothing is missing then. Otherwise the words of what is replaced are
   * erased, from the files too, about a second later and at the latest by `close`.
   */
  readonly keepReplaced?: boolean;
}

/**
 * Everything is optional and written in the order of these fields, in one transaction. A row that is there already is
 * a StoreConflict unless said otherwise, and so is a row of a room that is not.
 */
export interface Change {
  readonly rooms?: readonly RoomRow[];
  /** Inserted, or replaced by (room, role). */
  readonly links?: readonly LinkRow[];
  /** Inserted, or replaced by (room, id). */
  readonly seats?: readonly SeatRow[];
  /** Gone; a seat that is not there is left at that. */
  readonly erasedSeats?: readonly ErasedSeat[];
  /** Rejected with StoreConflict when (room, rev) exists or leaves a gap. */
  readonly events?: readonly EventRow[];
  /** Rejected with StoreConflict when (room, seat, cmdId) exists. */
  readonly commands?: readonly CommandRow[];
  readonly clientIds?: readonly ClientIdRow[];
  readonly receipts?: readonly ReceiptRow[];
  /** Inserted, or replaced by (room, poll, seat). */
  readonly ballots?: readonly BallotRow[];
  /** Gone, and with them what they replaced; from the files too, about a second later and at the latest by `close`. */
  readonly erasedBallots?: readonly ErasedBallots[];
  readonly snapshots?: readonly SnapshotRow[];
  readonly updates?: readonly UpdateRow[];
  /** A room was last touched at the latest of these moments, and at first when it was made. */
  readonly touches?: readonly TouchRow[];
  /** Gone with all their rows; from the files too, about a second later and at the latest by `close`. */
  readonly erasedRooms?: readonly RoomId[];
}

export interface StoredDocument {
  readonly key: DocumentKey;
  readonly snapshot: Uint8Array | null;
  /** In the order they were committed, checksums verified. */
  readonly updates: readonly Uint8Array[];
  /** Records of this document whose checksum did not match, now or at an earlier load: set aside, not returned. */
  readonly quarantined: number;
}

/** Links by role, seats by age, events by revision, everything else by its ids. */
export interface StoredRoom {
  readonly room: RoomRow;
  readonly touchedAt: number;
  readonly links: readonly LinkRow[];
  readonly seats: readonly SeatRow[];
  readonly events: readonly EventRow[];
  readonly commands: readonly CommandRow[];
  readonly clientIds: readonly ClientIdRow[];
  readonly receipts: readonly ReceiptRow[];
  readonly ballots: readonly StoredBallot[];
  readonly documents: readonly StoredDocument[];
}

export interface UntouchedPage {
  readonly before: number;
  /** '' for the first page. */
  readonly after: RoomId;
  readonly limit: number;
}

export interface Store {
  /** The bytes are copied before this returns. Rejects with StoreConflict or StoreFailure. */
  commit(change: Change): Promise<void>;
  /** Everything of one room as of the commits asked for before, or null. */
  loadRoom(room: RoomId): Promise<StoredRoom | null>;
  /** Rooms last touched before a moment, by id: a page of at most `limit`, of ids greater than `after`. */
  untouchedRooms(page: UntouchedPage): Promise<readonly RoomId[]>;
  /** Rejects when nothing could be written now. */
  probe(): Promise<void>;
  /** A secret of the installation, made once: the key that seals links. */
  key(): Promise<Uint8Array>;
  /** Waits for commits in flight, leaves nothing in the log tail that was compacted away. */
  close(): Promise<void>;
}

/** A commit that contradicts what is stored; none of it was written. */
export class StoreConflict extends Error {
  override name = 'StoreConflict';
}

/**
 * The disk, the file or the store's thread failed; the message says how. None of the commit counts as written. The
 * next request opens the file anew, so trying again later is right; load a room again before going on with it.
 */
export class StoreFailure extends Error {
  override name = 'StoreFailure';
}
