/** The real server on a free port: as a process of its own that can be killed, or inside this one with given time. */
import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Writable } from 'node:stream';
import { readConfig, type Config } from '../../server/config.ts';
import { startHearth, type Hearth } from '../../server/hearth.ts';
import { createLog } from '../../server/log.ts';
import { systemChance, systemClock, type Surroundings } from '../../server/rooms/surroundings.ts';
import { openSqliteStore } from '../../server/store/sqlite-store.ts';
import { steadyPort, untilFree } from './steady-port.ts';

const main = join(import.meta.dirname, '../../server/main.ts');

/** What `vite build` leaves behind, as small as it can be: tests of the server need no real app. */
export const pageScript = '\n\t\t\t\t{ globalThis.started = true; }\n\t\t\t';
export function writeBuild(directory: string): string {
  mkdirSync(join(directory, '_app/immutable/entry'), { recursive: true });
  writeFileSync(
    join(directory, 'app.html'),
    `<!doctype html><html lang="en"><head><title>Hearth</title><script nomodule src="/old.js"></script></head>` +
      `<body><div style="display: contents"><script>${pageScript}</script></div></body></html>`,
  );
  writeFileSync(
    join(directory, '_app/immutable/entry/start.abc123.js'),
    `export const kit = '${'x'.repeat(500)}';`,
  );
  writeFileSync(join(directory, '_app/version.json'), '{"version":"1"}');
  writeFileSync(join(directory, 'hearth.svg'), '<svg xmlns="http://www.w3.org/2000/svg"/>');
  return directory;
}

const workplace = mkdtempSync(join(tmpdir(), 'hearth-test-'));
process.once('exit', () => rmSync(workplace, { recursive: true, force: true }));

/** Gone with `close`, or at the latest with the process that runs the tests. */
export function temporaryDirectory(): string {
  return mkdtempSync(join(workplace, 'server-'));
}

export type Environment = Readonly<Record<string, string>>;

export interface ServerProcessOptions {
  readonly env?: Environment;
  /** The directory of the built app; a page without an app where there is none. */
  readonly app?: string;
}

/** Resolves when the server says that it is ready; rejects with what it said instead. */
export async function startServerProcess(options: ServerProcessOptions = {}): Promise<ServerProcess> {
  const server = new ServerProcess(options);
  await server.start();
  return server;
}

/** `node server/main.ts` with data of its own; can be stopped or killed and started again on the same data and port. */
export class ServerProcess {
  readonly directory: string;
  readonly data: string;
  readonly #env: Environment;
  readonly #app: string;
  #process: ChildProcess | null = null;
  #port = 0;
  stdout = '';
  stderr = '';

  constructor({ env = {}, app }: ServerProcessOptions = {}) {
    this.directory = temporaryDirectory();
    this.data = join(this.directory, 'data');
    this.#app = app ?? writeBuild(join(this.directory, 'build'));
    this.#env = env;
  }

  /** Of the process that runs now; 0 where none does. */
  get pid(): number {
    return this.#process?.pid ?? 0;
  }

  get port(): number {
    return this.#port;
  }

  get origin(): string {
    return `http://127.0.0.1:${this.#port}`;
  }

  /** Every byte the process has written, for searches. */
  get output(): string {
    return this.stdout + this.stderr;
  }

  async start(): Promise<void> {
    if (this.#port === 0) this.#port = await steadyPort();
    else await untilFree(this.#port);
    const child = this.#spawn();
    const ready = new Promise<void>((resolve) => {
      child.stdout?.on('data', () => {
        const port = /ready at http:\/\/[^\s:]+:(\d+)/.exec(this.stdout)?.[1];
        if (port === undefined) return;
        this.#port = Number(port);
        resolve();
      });
    });
    const ended = once(child, 'close').then(() => {
      throw new Error(`the server did not start: ${this.output}`);
    });
    ended.catch(() => {});
    await Promise.race([ready, ended]);
  }

  /** Runs a server that is expected to give up, to its end. */
  async runToEnd(): Promise<number | null> {
    const [code] = (await once(this.#spawn(), 'close')) as [number | null];
    return code;
  }

  /** Asks politely, as an operator does; resolves with the exit code. */
  stop(signal: 'SIGTERM' | 'SIGINT' = 'SIGTERM'): Promise<number | null> {
    return this.#end(signal);
  }

  /** As a power cut does: nothing is said, nothing is finished. */
  async kill(): Promise<void> {
    await this.#end('SIGKILL');
  }

  /** As a machine that swaps: connections stay open and nothing is answered. It can still be killed. */
  freeze(): void {
    this.#process?.kill('SIGSTOP');
  }

  /** The same data on the same port; asks the running process to end first, if there is one. */
  async restart(): Promise<void> {
    await this.stop();
    await this.start();
  }

  /** Ends the process, if it still runs, and removes what it stored. */
  async close(): Promise<void> {
    await this.kill();
    rmSync(this.directory, { recursive: true, force: true });
  }

  #spawn(): ChildProcess {
    this.stdout = '';
    this.stderr = '';
    const child = spawn(process.execPath, [main, '--app', this.#app], {
      env: {
        ...process.env,
        HEARTH_HOST: '127.0.0.1',
        HEARTH_DATA: this.data,
        HEARTH_PORT: String(this.#port),
        ...this.#env,
      },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    child.stdout.setEncoding('utf8').on('data', (text: string) => (this.stdout += text));
    child.stderr.setEncoding('utf8').on('data', (text: string) => (this.stderr += text));
    this.#process = child;
    return child;
  }

  async #end(signal: NodeJS.Signals): Promise<number | null> {
    const child = this.#process;
    this.#process = null;
    if (!child) return null;
    if (child.exitCode !== null || child.signalCode !== null) return child.exitCode;
    child.kill(signal);
    const [code] = (await once(child, 'close')) as [number | null];
    return code;
  }
}

export interface OwnServer extends Hearth {
  readonly around: Surroundings;
  /** Everything logged, as text. */
  readonly logged: () => string;
  close(): Promise<void>;
}

export interface OwnServerOptions {
  readonly env?: Environment;
  readonly config?: Partial<Config>;
  readonly around?: Partial<Omit<Surroundings, 'log'>>;
  /** The directory of the built app; a page without an app where there is none. */
  readonly app?: string;
}

/** A server inside this process, on loopback and a free port, with a real database unless told otherwise. */
export async function startOwnServer(options: OwnServerOptions = {}): Promise<OwnServer> {
  const directory = temporaryDirectory();
  const read = readConfig({
    HEARTH_PORT: String(await steadyPort()),
    HEARTH_HOST: '127.0.0.1',
    HEARTH_DATA: join(directory, 'data'),
    HEARTH_LOG_LEVEL: 'trace',
    ...options.env,
  });
  if (!read.ok) throw new Error(read.sentence);
  const config = { ...read.config, ...options.config };
  let logged = '';
  const sink = new Writable({
    write(chunk: Buffer, _encoding, done) {
      logged += chunk.toString();
      done();
    },
  });
  const around: Surroundings = {
    clock: systemClock,
    chance: systemChance,
    store: options.around?.store ?? (await openSqliteStore(config.data)),
    ...options.around,
    log: createLog(config.logLevel, sink),
  };
  const app = options.app ?? writeBuild(join(directory, 'build'));
  const hearth = await startHearth(config, around, { directory: app });
  let stopped: Promise<void> | null = null;
  const stop = () => (stopped ??= hearth.stop());
  return {
    ...hearth,
    stop,
    around,
    logged: () => logged,
    async close() {
      await stop();
      rmSync(directory, { recursive: true, force: true });
    },
  };
}
