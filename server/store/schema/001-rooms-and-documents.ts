/**
 * Tables without rowid are kept in the order of their keys, so nothing shows in which order notes were published.
 *
 * `records` is the log of every document: updates (kind 0) and snapshots (kind 1) in one sequence. Its `padding` fills
 * what SQLite keeps inside a shared page, so that `bytes` always lie on overflow pages that belong to this record
 * alone. Those are zeroed when the record goes; bytes inside shared pages leave copies behind when rows move.
 */
export const roomsAndDocuments = `
  PRAGMA application_id = 0x48525448;

  CREATE TABLE rooms (
    id               TEXT PRIMARY KEY,
    created_at       INTEGER NOT NULL,
    server_client_id INTEGER NOT NULL
  ) STRICT, WITHOUT ROWID;

  CREATE TABLE links (
    room   TEXT NOT NULL REFERENCES rooms (id),
    role   TEXT NOT NULL,
    hash   TEXT NOT NULL,
    sealed BLOB,
    PRIMARY KEY (room, role)
  ) STRICT, WITHOUT ROWID;

  CREATE TABLE seats (
    room       TEXT NOT NULL REFERENCES rooms (id),
    id         TEXT NOT NULL,
    role       TEXT NOT NULL,
    token_hash TEXT NOT NULL,
    created_at INTEGER NOT NULL,
    PRIMARY KEY (room, id)
  ) STRICT, WITHOUT ROWID;

  CREATE TABLE events (
    room TEXT NOT NULL REFERENCES rooms (id),
    rev  INTEGER NOT NULL,
    at   INTEGER NOT NULL,
    body TEXT NOT NULL,
    PRIMARY KEY (room, rev)
  ) STRICT, WITHOUT ROWID;

  CREATE TABLE commands (
    room   TEXT NOT NULL REFERENCES rooms (id),
    seat   TEXT NOT NULL,
    cmd_id TEXT NOT NULL,
    ack    TEXT NOT NULL,
    PRIMARY KEY (room, seat, cmd_id)
  ) STRICT, WITHOUT ROWID;

  CREATE TABLE client_ids (
    room      TEXT NOT NULL REFERENCES rooms (id),
    document  TEXT NOT NULL,
    client_id INTEGER NOT NULL,
    seat      TEXT NOT NULL,
    PRIMARY KEY (room, document, client_id)
  ) STRICT, WITHOUT ROWID;

  CREATE TABLE receipts (
    room TEXT NOT NULL REFERENCES rooms (id),
    note TEXT NOT NULL,
    hash TEXT NOT NULL,
    PRIMARY KEY (room, note)
  ) STRICT, WITHOUT ROWID;

  CREATE TABLE documents (
    room TEXT NOT NULL REFERENCES rooms (id),
    key  TEXT NOT NULL,
    PRIMARY KEY (room, key)
  ) STRICT, WITHOUT ROWID;

  CREATE TABLE records (
    room     TEXT NOT NULL,
    document TEXT NOT NULL,
    kind     INTEGER NOT NULL,
    seq      INTEGER NOT NULL,
    checksum INTEGER NOT NULL,
    padding  BLOB NOT NULL DEFAULT (zeroblob(1002)),
    bytes    BLOB NOT NULL,
    PRIMARY KEY (room, document, kind, seq),
    FOREIGN KEY (room, document) REFERENCES documents (room, key)
  ) STRICT, WITHOUT ROWID;

  CREATE TABLE quarantine (
    room     TEXT NOT NULL,
    document TEXT NOT NULL,
    kind     INTEGER NOT NULL,
    seq      INTEGER NOT NULL,
    checksum INTEGER NOT NULL,
    padding  BLOB NOT NULL,
    bytes    BLOB NOT NULL,
    place    INTEGER NOT NULL,
    PRIMARY KEY (room, document, place),
    FOREIGN KEY (room, document) REFERENCES documents (room, key)
  ) STRICT, WITHOUT ROWID;

  CREATE TABLE probe (
    id    INTEGER PRIMARY KEY,
    times INTEGER NOT NULL
  ) STRICT;
  INSERT INTO probe VALUES (1, 0);
`;
