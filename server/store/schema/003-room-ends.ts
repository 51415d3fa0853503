/**
 * For rooms to end. Events are what people call things and each other, so their `body` lies on pages of its own, as in
 * `records`. `touched_at` is when something was last stored for a room: nobody noted it before, so rooms that are here
 * already count from this moment on. The server's own Yjs client ids are made anew whenever a room is loaded.
 */
export const roomEnds = `
  CREATE TABLE events_apart (
    room    TEXT NOT NULL REFERENCES rooms (id),
    rev     INTEGER NOT NULL,
    at      INTEGER NOT NULL,
    padding BLOB NOT NULL DEFAULT (zeroblob(1002)),
    body    TEXT NOT NULL,
    PRIMARY KEY (room, rev)
  ) STRICT, WITHOUT ROWID;
  INSERT INTO events_apart (room, rev, at, body) SELECT room, rev, at, body FROM events;
  DROP TABLE events;
  ALTER TABLE events_apart RENAME TO events;

  ALTER TABLE rooms DROP COLUMN server_client_id;
  ALTER TABLE rooms ADD COLUMN touched_at INTEGER NOT NULL DEFAULT 0;
  UPDATE rooms SET touched_at = CAST(unixepoch('subsec') * 1000 AS INTEGER);
`;
