/**
 * Holds the one connection and answers requests on it. A connection on which the disk failed is closed and never used
 * again, since a sync that is repeated on the same file may claim pages that the kernel has dropped. The next request
 * opens a new one, which reads the write-ahead log afresh.
 */
import type { DatabaseSync } from 'node:sqlite';
import type { RoomId } from '../../../src/protocol/ids.ts';
import type { Change, StoredRoom, UntouchedPage } from '../store.ts';
import { prepareChangeWriter } from './change-writer.ts';
import { foldLog, logSize, openDatabase } from './database.ts';
import type { Fault } from './faults.ts';
import { commitGroup } from './group-commit.ts';
import { prepareRoomReader, prepareUntouched } from './room-reader.ts';

interface Connection {
  readonly db: DatabaseSync;
  readonly write: (change: Change) => void;
  readonly read: (room: RoomId) => StoredRoom | null;
  readonly untouched: (page: UntouchedPage) => RoomId[];
}

/** From this many bytes on the log is folded even if nothing has to be erased. */
const longLog = 4 * 1024 * 1024;

export class Keeper {
  readonly #path: string;
  readonly #open: (path: string) => DatabaseSync;
  #connection: Connection | null = null;
  #hasErased = false;

  /** Throws StoreFailure or SQLite's error when the database cannot be opened. */
  constructor(path: string, open = openDatabase) {
    this.#path = path;
    this.#open = open;
    this.#use(({ db }) => foldLog(db));
  }

  /** See commitGroup. */
  commit(changes: readonly Change[]): (Fault | null)[] {
    const faults = this.#use(({ db, write }) => commitGroup(db, changes, write));
    this.#hasErased ||= changes.some(isErasing);
    return faults;
  }

  load(room: RoomId): StoredRoom | null {
    return this.#use(({ read }) => read(room));
  }

  untouched(page: UntouchedPage): RoomId[] {
    return this.#use(({ untouched }) => untouched(page));
  }

  /** Writes and syncs one small row. */
  probe(): void {
    this.#use(({ db }) => db.exec('UPDATE probe SET times = times + 1'));
  }

  /** True when `fold` has something to do: words to take out of the log, or a long log. */
  needsFolding(): boolean {
    return this.#hasErased || logSize(this.#path) > longLog;
  }

  fold(): void {
    const isFolded = this.#use(({ db }) => foldLog(db));
    if (isFolded) this.#hasErased = false;
  }

  /** Folds the log and lets go. Throws when folding failed; the connection is closed all the same. */
  close(): void {
    try {
      this.fold();
    } finally {
      this.#drop();
    }
  }

  #use<T>(work: (connection: Connection) => T): T {
    this.#connection ??= connect(this.#open(this.#path));
    try {
      return work(this.#connection);
    } catch (error) {
      this.#drop();
      throw error;
    }
  }

  #drop(): void {
    this.#connection?.db.close();
    this.#connection = null;
  }
}

function isErasing({ snapshots = [], erasedBallots = [], erasedRooms = [] }: Change): boolean {
  const replaces = snapshots.some(({ keepReplaced }) => keepReplaced !== true);
  return replaces || erasedBallots.length > 0 || erasedRooms.length > 0;
}

function connect(db: DatabaseSync): Connection {
  return { db, write: prepareChangeWriter(db), read: prepareRoomReader(db), untouched: prepareUntouched(db) };
}
