/**
 * The process: reads the environment, builds the server and stops it when told to. Standard output has one line for
 * people, which says that and where Hearth can be opened; standard error has the log.
 */
import { parseArgs } from 'node:util';
import { join } from 'node:path';
import pino from 'pino';
import { readConfig, type Config } from './config.ts';
import { startHearth, type Hearth } from './hearth.ts';
import { createLog } from './log.ts';
import { systemChance, systemClock } from './rooms/surroundings.ts';
import { openSqliteStore } from './store/sqlite-store.ts';

/** Whoever stops the process may kill it after 5 s. */
const longestStopMs = 4_500;

const { dev, app } = parseArgs({
  options: {
    dev: { type: 'boolean', default: false },
    /** The directory of the built app. */
    app: { type: 'string', default: join(import.meta.dirname, '../build') },
  },
}).values;
const read = readConfig(process.env);
if (!read.ok) giveUp(read.sentence);

const { config } = read;
const log = createLog(config.logLevel, pino.destination({ dest: 2, sync: true }));
process.on('uncaughtException', (error) => {
  log.fatal({ err: error }, 'stopped by a failure that nothing caught');
  process.exit(1);
});

const store = await openSqliteStore(config.data).catch((error: unknown) =>
  giveUp(`HEARTH_DATA (${config.data}) cannot be used: ${reasonOf(error)}`),
);
const hearth = await startHearth(
  config,
  { clock: systemClock, chance: systemChance, store, log },
  dev ? 'sources' : { directory: app },
).catch((error: unknown) => giveUp(whyNotStarted(error, config)));
for (const signal of ['SIGTERM', 'SIGINT'] as const) process.once(signal, () => void stop(hearth, signal));
process.stdout.write(`${greeting(hearth, config)}\n`);

async function stop(running: Hearth, signal: string): Promise<void> {
  log.info({ signal }, 'stopping');
  setTimeout(() => {
    log.error('stopping took too long');
    process.exit(1);
  }, longestStopMs).unref();
  try {
    await running.stop();
    log.info('stopped');
    process.exit(0);
  } catch (error) {
    log.fatal({ err: error }, 'what was under way could not be stored');
    process.exit(1);
  }
}

function greeting({ origin, networkOrigins }: Hearth, { origins }: Config): string {
  const here = `Hearth is ready at ${origin}`;
  if (networkOrigins.length === 0) return `${here}, for this machine only. Set HEARTH_HOST to let others in.`;
  const others = networkOrigins.join(' or ');
  return origins.length > 0
    ? `${here}, for everybody at ${others}.`
    : `${here}, for others in your network at ${others}.`;
}

function whyNotStarted(error: unknown, { port, host }: Config): string {
  const code = error instanceof Error && 'code' in error ? error.code : undefined;
  if (code === 'EADDRINUSE') return `HEARTH_PORT ${port} is used by another program; set another one.`;
  if (code === 'EACCES') return `HEARTH_PORT ${port} may not be opened by this account; set one above 1023.`;
  if (code === 'EADDRNOTAVAIL' || code === 'ENOTFOUND')
    return `HEARTH_HOST ${host ?? ''} is not an address of this machine.`;
  return `Hearth could not start: ${reasonOf(error)}.`;
}

function reasonOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}

function giveUp(sentence: string): never {
  process.stderr.write(`${sentence}\n`);
  process.exit(1);
}
