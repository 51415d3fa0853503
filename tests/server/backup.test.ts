import { execFile } from 'node:child_process';
import { cpSync, existsSync, readdirSync, readFileSync, statSync, truncateSync } from 'node:fs';
import { join as joinPath } from 'node:path';
import { promisify } from 'node:util';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openSqliteStore } from '../../server/store/sqlite-store.ts';
import { roomRow, updateRow } from '../contracts/store-rows.ts';
import { join, openRoom, type HeadlessPerson, type HeadlessRoom } from '../support/headless-person.ts';
import { noRates } from '../support/live-room.ts';
import { ServerProcess, startServerProcess, temporaryDirectory } from '../support/server.ts';

const script = joinPath(import.meta.dirname, '../../server/backup.ts');

interface Said {
  readonly code: number;
  readonly out: string;
  readonly complaint: string;
}

/** As `npm run backup -- <folder>` does. */
async function backUp(data: string, ...folder: string[]): Promise<Said> {
  try {
    const { stdout } = await promisify(execFile)(process.execPath, [script, ...folder], {
      env: { ...process.env, HEARTH_DATA: data },
    });
    return { code: 0, out: stdout, complaint: '' };
  } catch (error) {
    const { code, stderr } = error as { code: number; stderr: string };
    return { code, out: '', complaint: stderr };
  }
}

const fresh = () => joinPath(temporaryDirectory(), 'copy');

describe('a backup of a server that is being written to', () => {
  let server: ServerProcess;
  let restored: ServerProcess;
  let room: HeadlessRoom;
  let ana: HeadlessPerson;
  let stopWriting: () => Promise<void>;

  beforeEach(async () => {
    server = await startServerProcess({ env: noRates });
    restored = new ServerProcess({ env: noRates });
    room = await openRoom(server.origin);
    ana = await join(server.origin, room.links.participant, 'Ana');
    await ana.open('board');
    ana.board().addAction('before', 'Test the restore');
    await ana.boardDocument.saved();
    stopWriting = writeSteadily(ana);
  });
  afterEach(async () => {
    await stopWriting();
    for (const person of [room.facilitator, ana]) person.leave();
    await Promise.all([server.close(), restored.close()]);
  });

  it('starts elsewhere: seats and links open it, and the board is there as of one moment', async () => {
    const folder = fresh();
    const { code, out } = await backUp(server.data, folder);
    expect([code, out]).toEqual([0, `Copied ${server.data} to ${folder}: 1 room and the key.\n`]);
    const { origin } = server;
    await stopWriting();
    await server.stop();
    cpSync(folder, restored.data, { recursive: true });
    await restored.start();
    const at = (link: string) => link.replace(origin, restored.origin);
    const bo = await join(restored.origin, at(room.links.participant), 'Bo');
    await bo.open('board');
    const titles = bo
      .board()
      .readActions()
      .map(({ title }) => title);
    expect(titles[0]).toBe('Test the restore');
    expect(titles.slice(1)).toEqual(titles.slice(1).map((_, count) => `Action ${count}`));
    const invite = await fetch(`${restored.origin}/api/rooms/${room.id}/links`, {
      headers: { cookie: room.facilitator.cookie },
    });
    expect(await invite.json()).toMatchObject({ participant: room.links.participant });
    bo.leave();
  });

  it('takes nothing from those who write meanwhile', async () => {
    const written = () => ana.board().readActions().length;
    const before = written();
    expect((await backUp(server.data, fresh())).code).toBe(0);
    expect(written()).toBeGreaterThan(before);
    await stopWriting();
    await ana.boardDocument.saved();
    const count = written();
    const bo = await join(server.origin, room.links.participant, 'Bo');
    await bo.open('board');
    expect(bo.board().readActions()).toHaveLength(count);
    bo.leave();
  });
});

/** One action after another, each when the one before is on the server's disk. */
function writeSteadily(person: HeadlessPerson): () => Promise<void> {
  const ending = new AbortController();
  const writing = (async () => {
    for (let count = 0; !ending.signal.aborted; count += 1) {
      person.board().addAction(`a${count}`, `Action ${count}`);
      await person.boardDocument.saved();
    }
  })();
  return () => {
    ending.abort();
    return writing;
  };
}

describe('a backup', () => {
  let data: string;
  beforeEach(async () => {
    data = joinPath(temporaryDirectory(), 'data');
    const store = await openSqliteStore(data);
    await store.commit({ rooms: [roomRow('atlas')], updates: [updateRow('atlas', 'board', 'words')] });
    await store.close();
  });

  it('of a server that is stopped is one database and its key, readable by this account alone', async () => {
    const folder = fresh();
    expect((await backUp(data, folder)).code).toBe(0);
    expect(readdirSync(folder).sort()).toEqual(['hearth.db', 'hearth.key']);
    const modes = ['', 'hearth.db', 'hearth.key'].map(
      (name) => statSync(joinPath(folder, name)).mode & 0o777,
    );
    expect(modes).toEqual([0o700, 0o600, 0o600]);
    expect(readFileSync(joinPath(folder, 'hearth.key'))).toEqual(readFileSync(joinPath(data, 'hearth.key')));
    const store = await openSqliteStore(folder);
    expect(await store.loadRoom('atlas')).toMatchObject({ room: roomRow('atlas') });
    await store.close();
  });

  /** Resolves with what it complained of. */
  async function refusal(from: string, ...folder: string[]): Promise<string> {
    const { code, complaint } = await backUp(from, ...folder);
    expect(code).toBe(1);
    return complaint;
  }

  it('is refused with a sentence and leaves everything alone: without a folder, without data, over another copy', async () => {
    const folder = fresh();
    expect(await refusal(data)).toMatch(/^Name a folder/);
    expect(await refusal(temporaryDirectory(), folder)).toMatch(
      /^Nothing was copied\. There is no .*hearth\.db\. HEARTH_DATA names/,
    );
    expect(existsSync(folder)).toBe(false);
    await backUp(data, folder);
    const copied = readFileSync(joinPath(folder, 'hearth.db'));
    expect(await refusal(data, folder)).toMatch(
      /^Nothing was copied\. .*is there already\. Name a new folder\./,
    );
    expect(readFileSync(joinPath(folder, 'hearth.db')).equals(copied)).toBe(true);
  });

  it('of a damaged database is refused, and no copy is left that looks like one', async () => {
    const file = joinPath(data, 'hearth.db');
    truncateSync(file, statSync(file).size - 3 * 4096);
    const folder = fresh();
    expect(await refusal(data, folder)).toMatch(/^Nothing was copied\./);
    expect(readdirSync(folder).filter((name) => name.startsWith('hearth.db'))).toEqual([]);
  });
});
