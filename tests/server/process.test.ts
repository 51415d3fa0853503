import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, writeFileSync } from 'node:fs';
import { connect, createServer, type AddressInfo } from 'node:net';
import * as paths from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { errors } from '../../src/protocol/errors.ts';
import { join, openRoom } from '../support/headless-person.ts';
import { Browser, read, startMeeting } from '../support/people.ts';
import { head } from '../support/raw-exchange.ts';
import {
  ServerProcess,
  startServerProcess,
  temporaryDirectory,
  writeBuild,
  type ServerProcessOptions,
} from '../support/server.ts';

const running: ServerProcess[] = [];
const families: ChildProcess[] = [];
afterEach(async () => {
  for (const npm of families.splice(0)) endFamily(npm);
  await Promise.all(running.splice(0).map((server) => server.close()));
});

async function start(options?: ServerProcessOptions): Promise<ServerProcess> {
  const server = await startServerProcess(options);
  running.push(server);
  return server;
}

/** A server that is expected to give up: its exit code and what it said. */
async function giveUp(options: ServerProcessOptions): Promise<{ code: number | null; said: string }> {
  const server = new ServerProcess(options);
  running.push(server);
  return { code: await server.runToEnd(), said: server.stderr };
}

/** As an operator starts it, and ready; only the build before it is left out. */
async function npmStart(): Promise<{ npm: ChildProcess; said: () => string }> {
  const directory = temporaryDirectory();
  const app = writeBuild(paths.join(directory, 'build'));
  const npm = spawn('npm', ['start', '--ignore-scripts', '--', '--app', app], {
    env: {
      ...process.env,
      HEARTH_HOST: '127.0.0.1',
      HEARTH_PORT: '0',
      HEARTH_DATA: paths.join(directory, 'data'),
    },
    stdio: ['ignore', 'pipe', 'pipe'],
    detached: true,
  });
  families.push(npm);
  let said = '';
  const ready = new Promise<void>((resolve) => {
    npm.stdout.on('data', (text) => {
      said += String(text);
      if (said.includes('Hearth is ready')) resolve();
    });
  });
  npm.stderr.on('data', (text) => (said += String(text)));
  await ready;
  return { npm, said: () => said };
}

/** Also what outlived npm. */
function endFamily({ pid }: ChildProcess): void {
  try {
    if (pid !== undefined) process.kill(-pid, 'SIGKILL');
  } catch {
    return;
  }
}

/** Resolves when the server has the head and waits for a body that never comes. */
async function halfARequest(port: number): Promise<void> {
  const half = connect(port, '127.0.0.1').on('error', () => {});
  const heard = new Promise((resolve) => half.once('data', resolve));
  half.write(
    head('POST /api/rooms HTTP/1.1', {
      Host: 'a',
      Origin: 'http://a',
      'Content-Type': 'application/json',
      'Content-Length': '100',
      Expect: '100-continue',
    }),
  );
  expect(String(await heard)).toContain('100 Continue');
}

describe('starting', () => {
  it('says in one line where people open it', async () => {
    const server = await start();
    expect(server.stdout).toMatch(
      /^Hearth is ready at http:\/\/127\.0\.0\.1:\d+, for this machine only\. .*\n$/,
    );
    expect((await new Browser(server.origin).get('/readyz')).status).toBe(200);
  });

  it('gives up on a wrong variable with a sentence and exit code 1', async () => {
    expect(await giveUp({ env: { HEARTH_PORT: 'http' } })).toEqual({
      code: 1,
      said: 'HEARTH_PORT must be a whole number, from 0 to 65535, but is "http".\n',
    });
  });

  it('gives up on a port that is taken, and names it', async () => {
    const other = createServer().listen(0, '127.0.0.1');
    await new Promise((resolve) => other.once('listening', resolve));
    const { port } = other.address() as AddressInfo;
    expect(await giveUp({ env: { HEARTH_PORT: String(port) } })).toEqual({
      code: 1,
      said: `HEARTH_PORT ${port} is used by another program; set another one.\n`,
    });
    other.close();
  });

  it('gives up on an address of another machine, and names it', async () => {
    expect(await giveUp({ env: { HEARTH_HOST: '192.0.2.1' } })).toEqual({
      code: 1,
      said: 'HEARTH_HOST 192.0.2.1 is not an address of this machine.\n',
    });
  });

  it('gives up on a data directory that is none, and names it', async () => {
    const server = new ServerProcess();
    running.push(server);
    writeFileSync(server.data, 'a file');
    expect(await server.runToEnd()).toBe(1);
    expect(server.stderr).toContain(`HEARTH_DATA (${server.data}) cannot be used: `);
    expect(server.stderr.trim().split('\n')).toHaveLength(1);
  });

  it.skipIf(!existsSync('/proc/self'))('gives up on a data directory where none can be made', async () => {
    const { code, said } = await giveUp({ env: { HEARTH_DATA: '/proc/nope/deeper' } });
    expect(code).toBe(1);
    expect(said).toMatch(/^HEARTH_DATA \(\/proc\/nope\/deeper\) cannot be used: .*\n$/);
  });

  it('gives up without a built app, and says what is missing', async () => {
    const app = temporaryDirectory();
    expect(await giveUp({ app })).toEqual({
      code: 1,
      said: `Hearth could not start: there is no built app in ${app}; \`npm run build\` makes one.\n`,
    });
  });
});

describe('stopping', () => {
  it.each(['SIGTERM', 'SIGINT'] as const)('on %s ends within 5 s with exit code 0', async (signal) => {
    const server = await start();
    await startMeeting(server.origin);
    const askedAt = performance.now();
    expect(await server.stop(signal)).toBe(0);
    expect(performance.now() - askedAt).toBeLessThan(5_000);
  });

  it('ends the same way when it is npm start that gets SIGTERM', async () => {
    const { npm, said } = await npmStart();
    npm.kill('SIGTERM');
    expect(await once(npm, 'exit')).toEqual([0, null]);
    expect(said()).toContain('"msg":"stopped"');
  });

  it('ends although connections are open and half a request is under way, and tells people to come back', async () => {
    const server = await start();
    const room = await openRoom(server.origin);
    const ana = await join(server.origin, room.links.participant, 'Ana');
    const board = await ana.open('board');
    await ana.stage.connect();
    await halfARequest(server.port);
    const disconnected = new Promise<void>((resolve) => ana.stage.onDisconnect(resolve));
    const askedAt = performance.now();
    expect(await server.stop()).toBe(0);
    expect(performance.now() - askedAt).toBeLessThan(5_000);
    await board.until(() => board.closeCode !== null);
    expect(board.closeCode).toBe(errors.restarting.close);
    await disconnected;
  });

  it('stores what was under way', async () => {
    const server = await start();
    const room = await openRoom(server.origin);
    const ana = await join(server.origin, room.links.participant, 'Ana');
    await ana.open('board');
    ana.board().addDecision('d1', 'Written in the last moment');
    await ana.boardDocument.saved();
    ana.leave();
    await server.restart();
    const record = await new Browser(server.origin).get(`/api/rooms/${room.id}/record.md`, {
      headers: { cookie: ana.cookie },
    });
    expect(await record.text()).toContain('Written in the last moment');
  });
});

describe('coming back', () => {
  it('finds rooms, seats and links as they were, also after being killed', async () => {
    const server = await start();
    const meeting = await startMeeting(server.origin);
    await server.kill();
    await server.start();
    const { facilitator } = meeting;
    expect(await read(await facilitator.get(facilitator.at('/seat')))).toMatchObject({
      name: 'Fay',
      role: 'facilitator',
    });
    const links = await read<{ participant: string }>(await facilitator.get(facilitator.at('/links')));
    expect(links.participant).toContain(meeting.secrets.participant);
  });
});

describe('T-37 what the process writes', () => {
  it('has no name, no word and no secret in it, at the most talkative level', async () => {
    const server = await start({ env: { HEARTH_LOG_LEVEL: 'trace' } });
    const canary = 'canarybird';
    const meeting = await startMeeting(server.origin, { title: `${canary} title`, name: `${canary} Fay` });
    const ana = await join(
      server.origin,
      `/j/${meeting.room}#${meeting.secrets.participant}`,
      `${canary} Ana`,
    );
    await Promise.all([ana.open('board'), ana.open('desk'), ana.stage.connect()]);
    ana.board().addDecision('d1', `${canary} decision`);
    ana.write({ id: 'draft1', segment: 'wins', text: `${canary} draft` });
    await Promise.all([ana.boardDocument.saved(), ana.deskDocument.saved()]);
    const { facilitator } = meeting;
    await facilitator.patch(facilitator.at('/seat'), { name: `${canary} Fay 2` });
    await facilitator.patch(facilitator.at('/seat'), `{"name": ${canary}`);
    await facilitator.post(facilitator.at('/peek'), { secret: canary });
    await facilitator.get(`/${canary}?${canary}=${canary}`, { headers: { referer: `http://x/${canary}` } });
    await facilitator.get(facilitator.at('/record.md'));
    ana.leave();
    expect(await server.stop()).toBe(0);
    const secrets = [
      ...Object.values(meeting.secrets),
      ...facilitator.cookies.values(),
      ana.cookie.split('=')[1] ?? '',
    ];
    expect(server.output).toContain('/api/rooms/:room/seat');
    for (const hidden of [canary, '127.0.0.1"', ...secrets]) expect(server.output).not.toContain(hidden);
  });
});
