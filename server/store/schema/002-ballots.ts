/**
 * Ballots of open polls. `padding` fills what SQLite keeps inside a shared page, as in `records`: `body` lies on pages
 * of its own, which are zeroed when the row goes.
 */
export const ballots = `
  CREATE TABLE ballots (
    room    TEXT NOT NULL REFERENCES rooms (id),
    poll    TEXT NOT NULL,
    seat    TEXT NOT NULL,
    padding BLOB NOT NULL DEFAULT (zeroblob(1002)),
    body    TEXT NOT NULL,
    PRIMARY KEY (room, poll, seat)
  ) STRICT, WITHOUT ROWID;
`;
